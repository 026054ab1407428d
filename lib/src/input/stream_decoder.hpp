// Decodes an input that comes in pieces. In: bytes, cut anywhere. Out: valid UTF-8, appended to a
// text, and where bytes meant nothing; the same for every way of cutting.
//
// Method: the first MiB decides on the encoding, as in choose_encoding.hpp. An input that is plain
// UTF-8 or ASCII so far is looked at again where its first byte stands that is not: then what was
// not ASCII before and the MiB that follows decide, for good. Characters cut off wait for the rest.
//
//   "Geachte heer" ... 3 MB of ASCII ... "Ren\xE9"   is read as ISO-8859-1 from there on
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input/choose_encoding.hpp"
#include "input/decode.hpp"
#include "input/high_bytes.hpp"
#include "input/named_converter.hpp"
#include "input/transcode.hpp"

namespace letterkit {

/// What was decoded and not yet taken. Offsets count from the start of all that was ever decoded.
struct Decoded {
  std::string text;
  std::vector<Replacement> replacements;  ///< of a UTF-8 input, one for each of `places`
  std::vector<InvalidPlace> places;
};

class StreamDecoder {
 public:
  explicit StreamDecoder(std::string_view encoding_override) : override_(encoding_override) {}

  /// Decodes the next bytes of the input; `out` is appended to.
  void feed(std::string_view bytes, Decoded& out);

  /// Decodes what was held back.
  void finish(Decoded& out);

  /// What the text before offset `end` of all text was read as: where plain text turns out not to
  /// be UTF-8 later on, what stands before that is UTF-8 all the same.
  [[nodiscard]] std::string_view encoding_before(std::size_t end) const {
    return end <= changed_at_ ? encoding_name(Encoding::utf8) : choice_.name;
  }

  /// Whether the encoding asked for is none that is known.
  [[nodiscard]] bool unknown_override() const { return choice_.unknown_override; }

  /// Bytes of the input before its text: 3 after a UTF-8 byte order mark.
  [[nodiscard]] std::size_t start() const {
    return !choice_.by_icu && choice_.encoding == Encoding::utf8 ? choice_.mark : 0;
  }

 private:
  enum class Phase { head, running, second_look };

  void decide(bool complete, Decoded& out);
  void decide_again(bool complete, Decoded& out);
  void convert(std::string_view bytes, bool complete, Decoded& out);
  void convert_utf8(std::string_view bytes, bool complete, Decoded& out);
  void append_valid(std::string_view bytes, Decoded& out);
  void append_repaired(std::string_view bytes, Decoded& out);
  void append_transcoded(std::string text, const InvalidBytes& invalid, Decoded& out);

  std::string override_;
  EncodingChoice choice_;
  Phase phase_ = Phase::head;
  std::string held_;            // not yet decided on, or the start of a character
  HighBytes high_bytes_;        // of what was read as UTF-8 for want of anything against it
  std::size_t read_ = 0;        // bytes of a UTF-8 input that were decoded, its mark included
  std::size_t written_ = 0;     // bytes of text given out
  std::size_t changed_at_ = 0;  // where in the text the encoding was decided again
  std::unique_ptr<NamedConverter> converter_;
};

}  // namespace letterkit
