// What the parts of a record say of its text being a letter.
//
// In: letter.txt, a row "part | nats". Out: a weight for each part; 0 without a row. The weights of
// the parts that a record has, and what the profile's rules say, add up to the evidence that the
// text is a letter.
//
//   addressee | 1.5
#pragma once

#include "letterkit/result.hpp"

#include <array>
#include <cstddef>

#include "support/data_file.hpp"

namespace letterkit {

enum class LetterPart : unsigned char {
  text,  ///< every text has it: below 0 when most texts are no letters
  addressee,
  date,
  subject,
  paragraphs,
  signatory,       ///< the first one, without role
  signatory_role,  ///< the first one, with a role
  count,
};

class LetterParts {
 public:
  /// Errors "letter.syntax", "letter.part", "letter.number".
  static Result<LetterParts> parse(const DataFile& file);

  /// Evidence of a part, nats.
  [[nodiscard]] float weight(LetterPart part) const {
    return weights_[static_cast<std::size_t>(part)];
  }

 private:
  std::array<float, static_cast<std::size_t>(LetterPart::count)> weights_{};
};

}  // namespace letterkit
