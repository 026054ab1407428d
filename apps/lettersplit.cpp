// lettersplit: a dump of many letters to one row or one file a letter. In: the inputs of the
// command line. Out: rows (NDJSON) with each letter's text and place, or files in a folder. Method:
// the run that the tools share (cli/run.hpp); letters are parsed for their ids and dates.
//
//   lettersplit dump.txt --out-dir letters --name '{id}-{index}'
#include "cli/letter_files.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/row_printer.hpp"
#include "cli/run.hpp"

namespace letterkit::cli {
namespace {

struct Options {
  SharedOptions shared;
  std::string name;
  bool force = false;
};

constexpr const char* kDefaultName = "{id}-{date}-{index}";

constexpr const char* kFooter =
    "Examples:\n"
    "  lettersplit dump.txt --out-dir letters\n"
    "  lettersplit dump.txt | letter2json --from ndjson -\n"
    "Exit status: 0 all read, 1 some inputs unread, 2 usage, 3 output failed, 4 nothing read.";

void add_options(CLI::App& app, Options& options) {
  app.remove_option(app.get_option("--resume"));
  app.get_option("--out-dir")
      ->description("Write each letter to a file of its own in folder DIR, not rows");
  add_value(app, "--name", options.name,
            "Names of those files: {id}, {date}, {index}, {source} are filled in "
            "(default: {id}-{date}-{index})")
      ->type_name("PATTERN")
      ->group("Output");
  app.add_flag("--force", options.force, "Replace files that are there already")->group("Output");
  app.footer(kFooter);
}

ExitStatus split_letters_to_files(const Options& options) {
  const std::string pattern = options.name.empty() ? kDefaultName : options.name;
  if (const Status fit = check_name_pattern(pattern); !fit) {
    return end_with("lettersplit", fit.error(), ExitStatus::usage);
  }
  return run("lettersplit", options.shared, FilePrinter(pattern),
             [&options] { return LetterFiles::open(options.shared.folder.folder, options.force); });
}

ExitStatus start(int argc, const char* const* argv) {
  CLI::App app("Cuts a text of many letters into one row or file a letter", "lettersplit");
  Options options;
  add_run_options(app, options.shared);
  add_shared_options(app, options.shared);
  add_options(app, options);
  if (const auto status = parse_command_line(app, options.shared, argc, argv)) {
    return *status;
  }
  if (!options.shared.folder.folder.empty()) {
    return split_letters_to_files(options);
  }
  if (!options.name.empty() || options.force) {
    return end_with("lettersplit",
                    {"usage.output", "goes with files; add --out-dir DIR",
                     options.force ? "--force" : "--name " + options.name},
                    ExitStatus::usage);
  }
  return run("lettersplit", options.shared, RowPrinter());
}

}  // namespace
}  // namespace letterkit::cli

int main(int argc, char** argv) {
  return letterkit::cli::to_int(letterkit::cli::start(argc, argv));
}
