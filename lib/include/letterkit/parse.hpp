// From the bytes of an input to letter records.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/letter_text.hpp"
#include "letterkit/parts.hpp"
#include "letterkit/profile.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

/// How an input's text is cut into letters.
enum class Split {
  automatic,  ///< by evidence: the end of one letter, the head of the next
  never,      ///< the input is one letter
  formfeed,   ///< every form feed ends a letter
};

struct ParseOptions {
  Split split = Split::automatic;
  /// Encoding of the input ("windows-1252"), see known_encoding(); empty: decided by its bytes.
  std::string encoding;
  /// Bytes of text after which a letter is cut, with a diagnostic "letter.too-long"; what is left
  /// of it is passed over. A line counts as 128 bytes when it has less, in letters of more than 256
  /// lines. Bounds the memory that any input needs.
  std::size_t max_letter_bytes = std::size_t{7} << 20U;
};

/// Whether `name` can be given as an input's encoding: those that are detected, their aliases and
/// all that ICU converts ("windows-1250", "Shift_JIS").
bool known_encoding(std::string_view name);

/// Reads the letters of an input piece by piece, in memory that does not grow with the input. The
/// letters are the same however the input is cut into pieces. Cheap; what takes time is
/// parse_letter(), which may run in another thread.
///
///   LetterReader reader("-", profiles, {});
///   while (read(bytes)) { reader.feed(bytes); while (auto text = reader.next()) use(*text); }
///   reader.finish(); while (auto text = reader.next()) use(*text);
class LetterReader {
 public:
  /// @param name goes to `source.name`
  /// @param profiles at least one; must outlive the reader
  LetterReader(std::string_view name, const std::vector<Profile>& profiles,
               const ParseOptions& options = {});
  LetterReader(LetterReader&&) noexcept;
  LetterReader& operator=(LetterReader&&) noexcept;
  LetterReader(const LetterReader&) = delete;
  LetterReader& operator=(const LetterReader&) = delete;
  ~LetterReader();

  /// The next bytes of the input, not used after the call.
  void feed(std::string_view bytes);

  /// There are no more. To be called once, then only next().
  void finish();

  /// The next letter, when its end is certain; null: feed more, or all have been given.
  std::optional<LetterText> next();

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// Parses one letter. Total, as parse_letters() is; safe to call from many threads at once.
///
/// @param parts what to read beside the rest of the record, which does not depend on it; the others
///        are left empty. See needed_parts().
Letter parse_letter(const LetterText& text, const std::vector<Profile>& profiles,
                    Parts parts = Parts::all());

/// Ends the use of a letter: the room of its lists is kept for the next one that this thread
/// parses, for to ask for it again takes longer than to fill it. Of use where letter follows
/// letter.
void reuse(Letter& letter);

/// Parses an input whole: reads its letters and parses each. Total: any bytes give at least one
/// record (none only for input that is empty or white space), and what is odd is in its
/// diagnostics.
///
/// @param bytes   the input, in any supported encoding
/// @param name    goes to `source.name`
/// @param profiles the profiles to read with, at least one; the one with the best evidence reads
///        each letter. They must outlive the letters.
std::vector<Letter> parse_letters(std::string_view bytes, std::string_view name,
                                  const std::vector<Profile>& profiles,
                                  const ParseOptions& options = {});

}  // namespace letterkit
