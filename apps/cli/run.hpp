// The run that the tools share: read each input, parse it, print its letters, go on.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "cli/exit_status.hpp"
#include "cli/letter_printer.hpp"
#include "cli/letter_sink.hpp"
#include "cli/options.hpp"

namespace letterkit::cli {

/// Opens a tool's own place for its letters, instead of --output or --out-dir.
using OpenSink = std::function<Result<std::unique_ptr<LetterSink>>()>;

/// Prints the letters of all inputs. What could not be read or written is told on standard error.
ExitStatus run(std::string_view tool, const SharedOptions& options, const LetterPrinter& printer,
               const OpenSink& open_sink = {});

}  // namespace letterkit::cli
