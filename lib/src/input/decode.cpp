#include "input/decode.hpp"

#include "letterkit/parse.hpp"

#include <functional>
#include <utility>

#include "input/choose_encoding.hpp"
#include "input/named_converter.hpp"
#include "input/transcode.hpp"
#include "support/simd_json.hpp"

namespace letterkit {
namespace {

void decode_utf8(Text& text, std::string_view bytes, std::size_t start, bool known_valid) {
  text.start = start;
  text.view = bytes.substr(start);
  if (known_valid || is_valid_utf8(text.view)) {
    return;
  }
  InvalidBytes invalid;
  text.storage = repair_utf8(text.view, start, text.replacements, invalid);
  text.view = text.storage;
  text.diagnostics = invalid_diagnostics(invalid.places(), text.encoding);
}

bool inside(std::string_view view, const std::string& storage) {
  const std::less_equal<> not_after;
  return view.data() != nullptr && not_after(storage.data(), view.data()) &&
         not_after(view.data() + view.size(), storage.data() + storage.size());
}

}  // namespace

Text::Text(Text&& other) noexcept {
  *this = std::move(other);
}

Text& Text::operator=(Text&& other) noexcept {
  if (this == &other) {
    return *this;
  }
  // A short string's characters live in the string object itself, so the view has to follow.
  const bool owned = inside(other.view, other.storage);
  const auto offset = owned ? other.view.data() - other.storage.data() : 0;
  const std::size_t size = other.view.size();
  storage = std::move(other.storage);
  view = owned ? std::string_view(storage.data() + offset, size) : other.view;
  encoding = other.encoding;
  diagnostics = std::move(other.diagnostics);
  start = other.start;
  replacements = std::move(other.replacements);
  other.storage.clear();
  other.view = {};
  return *this;
}

std::size_t Text::input_offset(std::size_t at) const {
  return letterkit::input_offset(at, start, replacements);
}

bool known_encoding(std::string_view name) {
  return encoding_from_name(name).has_value() || converter_name(name).has_value();
}

Diagnostic unknown_encoding(std::string_view name, std::string_view read_as) {
  return {"encoding.unknown", Diagnostic::Severity::warning,
          "unknown encoding \"" + std::string(name) + "\"; read as " + std::string(read_as), 0, 0};
}

Text decode(std::string_view bytes, std::string_view encoding_override) {
  const EncodingChoice choice = choose_encoding(bytes, true, encoding_override);
  Text text;
  text.encoding = choice.name;
  if (!choice.by_icu && choice.encoding == Encoding::utf8) {
    decode_utf8(text, bytes, choice.mark, choice.only_valid_so_far);
  } else {
    InvalidBytes invalid;
    text.storage = choice.by_icu ? from_named(bytes, encoding_override, invalid)
                                 : transcode(bytes.substr(choice.mark), choice.encoding, invalid);
    text.view = text.storage;
    text.diagnostics = invalid_diagnostics(invalid.places(), text.encoding);
  }
  if (choice.unknown_override) {
    text.diagnostics.push_back(unknown_encoding(encoding_override, choice.name));
  }
  return text;
}

}  // namespace letterkit
