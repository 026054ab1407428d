// Encodings that are asked for by name and are none of our own: ICU's converters.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/transcode.hpp"

namespace letterkit {

/// The standard name of an encoding that ICU converts ("sjis" gives "Shift_JIS"); a static string.
/// Null when ICU knows no such name.
std::optional<std::string_view> converter_name(std::string_view name);

/// A text that comes in pieces, transcoded with ICU's converter of a name.
class NamedConverter {
 public:
  /// @param name must be known to converter_name()
  explicit NamedConverter(std::string_view name);
  ~NamedConverter();
  NamedConverter(const NamedConverter&) = delete;
  NamedConverter& operator=(const NamedConverter&) = delete;

  /// Gives the text of the next bytes; `complete` when they are the last. Places in `invalid` count
  /// from the start of this piece's text.
  std::string convert(std::string_view bytes, bool complete, InvalidBytes& invalid);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Transcodes with ICU's converter of that name, which must be known. Invalid bytes become U+FFFD.
std::string from_named(std::string_view bytes, std::string_view name, InvalidBytes& invalid);

}  // namespace letterkit
