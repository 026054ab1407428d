// A run of lettereval. In: its options, which name labels, texts, records, a baseline and floors.
// Out: tables or JSON, complaints about what could not be read and about broken floors, the exit
// status.
//
//   lettereval: letters: date: 0.950, below its floor of 0.980 in floors.json; ...
#pragma once

#include "cli/exit_status.hpp"
#include "eval/command_line.hpp"

namespace letterkit::eval {

cli::ExitStatus evaluate(const Options& options);

}  // namespace letterkit::eval
