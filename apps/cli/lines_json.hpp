// A letter's explained lines as JSON, for programs that learn from them.
//
// In: what explain_letters() tells of a letter. Out: one object on a line of its own. A rule
// without "label" spoke of the letter as a whole; `features` has "blank_above" where blank lines
// stand above.
//
//   {"source": "a.txt", "index": 0, "language": "nl", "lines": [{"number": 1, "text": "33 279",
//    "label": "dossier", "runner_up": "number", "score": 4.0, "margin": 5.4, "features": ["short"],
//    "rules": [{"id": "nl/rules:dossier-line", "label": "dossier", "weight": 4.0}]}]}
#pragma once

#include "letterkit/explain.hpp"

#include <string>

namespace letterkit::cli {

/// Appends the letter's line, line end included. Of a line of furniture only number, text and label
/// are printed.
void append_lines_json(const ExplainedLetter& letter, std::string& out);

}  // namespace letterkit::cli
