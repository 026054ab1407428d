// The bytes of one input, and of one after the other.
#pragma once

#include "letterkit/result.hpp"

#include <functional>
#include <string>
#include <string_view>

#include "cli/input_names.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"

namespace letterkit::cli {

/// Reads the file `name` ("-": standard input) whole into `bytes`, whose memory is used again.
/// Errors: "input.unreadable"; "input.is-output" when it is the file that `output` goes to.
Status read_input(const std::string& name, const OutputFile& output, std::string& bytes);

/// What is done with an input: its name, in UTF-8, and its bytes.
using UseInput = std::function<Status(const std::string& name, std::string_view bytes)>;

/// Reads inputs and hands each to `use`; those that can't be read are reported and passed over.
/// Errors of `use`; "output.failed" when the list of unread inputs can't be written.
Status read_inputs(InputNames& names, const OutputFile& output, Report& report,
                   const UseInput& use);

}  // namespace letterkit::cli
