// The options that the tools share, and how a tool's command line is read. In: argv. Out: filled
// structs, or the exit status that the command line asks for (--help) or deserves (a wrong option).
//
//   letter2json: --foo: no such option; see letter2json --help
#pragma once

#include "letterkit/parse.hpp"

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/completions.hpp"
#include "cli/exit_status.hpp"
#include "cli/input_names.hpp"
#include "cli/out_folder.hpp"
#include "cli/profiles.hpp"
#include "cli/report.hpp"
#include "cli/sniff.hpp"

namespace letterkit::cli {

/// How inputs are read and how fast.
struct ReadingOptions {
  std::string format = "auto";  ///< auto, text, ndjson, csv
  RowFields fields;
  bool keep = false;
  std::string threads;           ///< a number; empty or 0: as many as there are processors
  std::string max_letter_bytes;  ///< a number, perhaps with K, M or G; empty: the parser's own
};

/// Where a run tells how it went.
struct StatsOptions {
  std::string stats;  ///< path of the JSON, "-" for standard error; empty: none
  bool progress = false;
};

/// What every tool that turns letters into something takes.
struct SharedOptions {
  InputOptions input;
  ProfileOptions profiles;
  ReportOptions report;
  std::string split = "auto";
  std::string encoding;
  std::string output = "-";
  ReadingOptions reading;
  StatsOptions stats;
  FolderOptions folder;
  Choices choices;  ///< what options' values may be, for completion
};

/// Adds the options of tools that run() letters of any number and form: rows, archives' members,
/// threads, output folders, accounts.
void add_run_options(CLI::App& app, SharedOptions& options);

/// Adds the options that all tools share which read letters.
void add_shared_options(CLI::App& app, SharedOptions& options);

// Parts of them, for a tool that reads something else than letters.
void add_profile_options(CLI::App& app, SharedOptions& options);
void add_output_option(CLI::App& app, SharedOptions& options);
void add_help_options(CLI::App& app);

/// An option with one value; when it is given twice, the last one counts.
CLI::Option* add_value(CLI::App& app, const std::string& names, std::string& value,
                       const std::string& description);

/// Reads the command line. A status when the tool is to end now, having printed help or a
/// complaint.
std::optional<ExitStatus> parse_command_line(CLI::App& app, SharedOptions& options, int argc,
                                             const char* const* argv);

/// The format that --from names. Error "usage.from".
Result<Format> input_format(const SharedOptions& options);

/// How many threads to use. Error "usage.jobs".
Result<std::size_t> thread_count(const SharedOptions& options);

/// The parser's options of a command line. Error "usage.split", "usage.encoding" or
/// "usage.max-letter-bytes".
Result<ParseOptions> parse_options(const SharedOptions& options);

}  // namespace letterkit::cli
