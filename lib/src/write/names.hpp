// The enumerators of a record as the JSON and the CSV spell them.
#pragma once

#include "letterkit/letter.hpp"

#include <cassert>
#include <string_view>

namespace letterkit {

constexpr std::string_view name_of(Paragraph::Kind kind) {
  switch (kind) {
    case Paragraph::Kind::paragraph:
      return "paragraph";
    case Paragraph::Kind::heading:
      return "heading";
    case Paragraph::Kind::list_item:
      return "list_item";
    case Paragraph::Kind::quote:
      return "quote";
    case Paragraph::Kind::table:
      return "table";
  }
  assert(false);
  return "paragraph";
}

constexpr std::string_view name_of(Diagnostic::Severity severity) {
  switch (severity) {
    case Diagnostic::Severity::info:
      return "info";
    case Diagnostic::Severity::warning:
      return "warning";
    case Diagnostic::Severity::error:
      return "error";
  }
  assert(false);
  return "error";
}

}  // namespace letterkit
