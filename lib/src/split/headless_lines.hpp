// Lines that look like heads one after the other, none of which starts a letter: a list of whom
// something goes to, a table of contents.
//
// In: lines around which a head was read in vain, and the lines that heads are to be read around
// next. Out: all signs that such a head can have, so that it need not be read when they are too
// few. Method: a head that ends nowhere was read over as many lines as heads may have. The signs of
// all lines near it are added up, going on by one line with each that is asked about: to read each
// head over again took sixteen times as long as a letter's text.
//
//   "Aan" on each of a thousand lines: kAddressee alone can be found around any of them
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "split/head.hpp"
#include "split/line_signs.hpp"
#include "split/text_lines.hpp"

namespace letterkit {

/// What some lines show, all together.
struct ShownByLines {
  std::uint32_t signs = 0;   ///< kTitleAbove where one of them can be a title
  bool blank_above = false;  ///< as TextLine has them, of any of them
  bool form_feed_above = false;
};

class HeadlessLines {
 public:
  /// Notes that this head around line `at`, which began at `floor` or later, starts no letter.
  void note(const Head& head, std::size_t at, std::size_t floor, const ProfileData& profile);

  /// What lines show that a head around line `at` may be read over, and maybe others; nothing when
  /// no head was noted a little above, or when the text ends too soon. To be asked with ascending
  /// numbers and, like TextLines, of lines near the last one that was read. `profile`: in whose
  /// language the head would be.
  std::optional<ShownByLines> shown_around(std::size_t at, TextLines& lines,
                                           const ProfileData& profile);

 private:
  const ProfileData* profile_ = nullptr;  // null: no head was noted
  std::size_t noted_ = 0;                 // the line that one was noted around
  std::size_t last_ = 0;                  // the line that was noted or asked about last
  std::size_t end_ = 0;                   // behind the lines that were added up
  ShownByLines shown_;
};

}  // namespace letterkit
