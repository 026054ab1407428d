#include "cli/sniff.hpp"

#include <algorithm>
#include <cctype>

#include "cli/csv_row.hpp"

namespace letterkit::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTarBlock = 512;
constexpr std::size_t kTarSum = 148;  // eight bytes, octal

/// Whether the first block is a tar header: its bytes add up to the sum it states.
bool is_tar(std::string_view head) {
  if (head.size() < kTarBlock) {
    return false;
  }
  unsigned sum = 0;
  for (std::size_t i = 0; i < kTarBlock; ++i) {
    const bool in_sum = i >= kTarSum && i < kTarSum + 8;
    sum += in_sum ? unsigned{' '} : static_cast<unsigned char>(head[i]);
  }
  unsigned stated = 0;
  bool any = false;
  for (const char c : head.substr(kTarSum, 8)) {
    if (c >= '0' && c <= '7') {
      stated = stated * 8 + static_cast<unsigned>(c - '0');
      any = true;
    } else if (any) {
      break;
    } else if (c != ' ') {
      return false;
    }
  }
  return any && stated == sum;
}

std::string_view without_mark(std::string_view head) {
  return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
}

bool is_object_with(std::string_view line, const std::string& key) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos || line[first] != '{') {
    return false;
  }
  // The key's value may be long: the head need not hold the whole line.
  const std::size_t at = line.find('"' + key + '"');
  if (at == std::string_view::npos) {
    return false;
  }
  const std::size_t colon = line.find_first_not_of(" \t", at + key.size() + 2);
  return colon != std::string_view::npos && line[colon] == ':';
}

bool is_column_name(const std::string& name) {
  constexpr std::size_t kLongest = 64;
  return !name.empty() && name.size() <= kLongest &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) {
           return std::isalnum(c) != 0 || c >= 0x80 || c == '_' || c == '-' || c == '.' || c == ' ';
         });
}

bool is_header_with(std::string_view line, const std::string& column) {
  const auto cells = csv_cells(line);
  return cells.size() > 1 && std::all_of(cells.begin(), cells.end(), is_column_name) &&
         std::find(cells.begin(), cells.end(), column) != cells.end();
}

}  // namespace

Container sniff_container(std::string_view head) {
  if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv)) {
    return Container::zip;
  }
  const bool is_compressed = head.starts_with("\x1F\x8B\x08"sv) || head.starts_with("BZh"sv) ||
                             head.starts_with("\xFD\x37\x7A\x58\x5A\0"sv) ||
                             head.starts_with("\x28\xB5\x2F\xFD"sv);
  // "BZh" is followed by a digit and the block's or the end's own mark.
  if (head.starts_with("BZh"sv) &&
      !(head.substr(4).starts_with("1AY&SY"sv) || head.substr(4).starts_with("\x17\x72\x45"sv))) {
    return Container::none;
  }
  if (is_compressed) {
    return Container::compressed;
  }
  return is_tar(head) ? Container::tar : Container::none;
}

Format sniff_format(std::string_view head, const RowFields& fields) {
  head = without_mark(head);
  const std::size_t end = head.find_first_of("\r\n");
  const std::string_view line = head.substr(0, end);
  const bool is_whole = end != std::string_view::npos;
  // No letter starts so; the key may come after a long value.
  const bool is_object = !is_whole && head.size() >= kSniffed && line.starts_with("{\"");
  if (is_object || is_object_with(line, fields.text)) {
    return Format::ndjson;
  }
  return is_whole && is_header_with(line, fields.text) ? Format::csv : Format::text;
}

}  // namespace letterkit::cli
