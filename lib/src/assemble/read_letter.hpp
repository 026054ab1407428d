// One letter's text to its record.
#pragma once

#include "letterkit/letter.hpp"

#include <string_view>

#include "assemble/reading.hpp"

namespace letterkit {

/// Labels the lines of a letter's text, which must outlive the reading. The text is not blank.
Reading read_lines(std::string_view text, const LetterPlace& place, const ProfileData& profile);

/// The record of a labelled letter, all but `source`.
Letter assemble(const Reading& reading);

/// Ends the use of a reading; the room of its lists is kept for the thread's next letter.
void give_room(Reading& reading);

/// The same of a letter.
void give_room(Letter& letter);

}  // namespace letterkit
