// Printed lines that a program wrapped at a fixed number of characters, put together again.
//
// In: lines in reading order. Out: the same text with wrapped lines joined, so that later stages
// see the salutation, the role or the paragraph that was written. Method: a program breaks a line
// where the next word does not fit. Where a sentence surely goes on, on a line that starts small,
// this tells whether the text was wrapped so, and at which width; then every line that the next
// word did not fit on goes on. Type set by a press or a word processor fails the test and is left
// alone.
//
//   (at 40)  De Minister van Defensie, R.H.A.
//            Plasterk-Wouters                 -> one line
#pragma once

#include "lines/line.hpp"
#include "profile/profile_data.hpp"

namespace letterkit {

/// Joins `lines` in place; lines behind columns or before page breaks are left as they are.
void unwrap_lines(Lines& lines, const ProfileData& profile);

}  // namespace letterkit
