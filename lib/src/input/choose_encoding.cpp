#include "input/choose_encoding.hpp"

#include <optional>

#include "input/detect.hpp"
#include "input/named_converter.hpp"
#include "input/transcode.hpp"
#include "support/simd_json.hpp"

namespace letterkit {
namespace {

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

// UTF-32LE's mark starts with UTF-16LE's, so it is tried first.
constexpr Mark kMarks[] = {
    {std::string_view("\xEF\xBB\xBF", 3), Encoding::utf8   },
    {std::string_view("\xFF\xFE\0\0", 4), Encoding::utf32le},
    {std::string_view("\0\0\xFE\xFF", 4), Encoding::utf32be},
    {std::string_view("\xFF\xFE",     2), Encoding::utf16le},
    {std::string_view("\xFE\xFF",     2), Encoding::utf16be},
};

const Mark* find_mark(std::string_view bytes) {
  for (const auto& mark : kMarks) {
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      return &mark;
    }
  }
  return nullptr;
}

// Length of the byte order mark of `encoding` at the head of the bytes.
std::size_t mark_length(std::string_view bytes, Encoding encoding) {
  for (const auto& mark : kMarks) {
    if (mark.encoding == encoding && bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      return mark.bytes.size();
    }
  }
  return 0;
}

// "UTF-16" and "UTF-32" leave the byte order to the text.
std::optional<Encoding> without_byte_order(std::string_view name, std::string_view bytes) {
  const bool wide16 = name == "UTF-16" || name == "utf-16" || name == "utf16" || name == "UTF16";
  const bool wide32 = name == "UTF-32" || name == "utf-32" || name == "utf32" || name == "UTF32";
  if (!wide16 && !wide32) {
    return std::nullopt;
  }
  const auto little = wide16 ? Encoding::utf16le : Encoding::utf32le;
  const auto big = wide16 ? Encoding::utf16be : Encoding::utf32be;
  const bool is_big =
      mark_length(bytes, big) > 0 || (mark_length(bytes, little) == 0 && detect_wide(bytes) == big);
  return is_big ? big : little;
}

EncodingChoice choice_of(Encoding encoding, std::string_view bytes) {
  EncodingChoice choice;
  choice.encoding = encoding;
  choice.name = encoding_name(encoding);
  choice.mark = mark_length(bytes, encoding);
  return choice;
}

EncodingChoice choose_by_bytes(std::string_view bytes, bool complete) {
  if (const Mark* mark = find_mark(bytes)) {
    return choice_of(mark->encoding, bytes);
  }
  // Text in UTF-16 that is ASCII is valid UTF-8 with NULs, so this comes before validity.
  if (bytes.find('\0') != std::string_view::npos) {
    if (const auto wide = detect_wide(bytes)) {
      return choice_of(*wide, bytes);
    }
  }
  if (is_valid_utf8(complete ? bytes : bytes.substr(0, bytes.size() - cut_off_utf8(bytes)))) {
    EncodingChoice choice = choice_of(Encoding::utf8, bytes);
    choice.only_valid_so_far = true;
    return choice;
  }
  return choice_of(detect_not_utf8(bytes), bytes);
}

}  // namespace

EncodingChoice choose_encoding(std::string_view bytes, bool complete,
                               std::string_view encoding_override) {
  if (encoding_override.empty()) {
    return choose_by_bytes(bytes, complete);
  }
  if (const auto wide = without_byte_order(encoding_override, bytes)) {
    return choice_of(*wide, bytes);
  }
  if (const auto encoding = encoding_from_name(encoding_override)) {
    return choice_of(*encoding, bytes);
  }
  if (const auto name = converter_name(encoding_override)) {
    EncodingChoice choice;
    choice.by_icu = true;
    choice.name = *name;
    return choice;
  }
  EncodingChoice choice = choose_by_bytes(bytes, complete);
  choice.unknown_override = true;
  return choice;
}

}  // namespace letterkit
