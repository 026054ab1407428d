// The bytes of one input.
#pragma once

#include "letterkit/result.hpp"

#include <string>

#include "cli/output_file.hpp"

namespace letterkit::cli {

/// Reads the file `name` ("-": standard input) whole into `bytes`, whose memory is used again.
/// Errors: "input.unreadable"; "input.is-output" when it is the file that `output` goes to.
Status read_input(const std::string& name, const OutputFile& output, std::string& bytes);

}  // namespace letterkit::cli
