// letter2json: letters to JSON records. In: the inputs of the command line. Out: a record a line
// (NDJSON), one JSON array, or records indented for reading. Method: the run that the tools share
// (cli/run.hpp) with a printer of JSON.
//
//   letter2json letters/ | jq -r .date.iso
#include "letterkit/write.hpp"

#include <algorithm>
#include <unistd.h>

#include "cli/lists.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/run.hpp"

namespace letterkit::cli {
namespace {

struct Options {
  SharedOptions shared;
  bool pretty = false;
  bool lines = false;
  bool array = false;
  bool provenance = false;
  std::string fields;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  letter2json letters/ -o letters.ndjson\n"
    "  letter2json --fields id,date,signatories brief.txt | jq -r '.signatories[].name'\n"
    "Exit status: 0 all read, 1 some inputs unread, 2 usage, 3 output failed, 4 nothing read.";

void add_options(CLI::App& app, Options& options) {
  app.add_flag("--pretty", options.pretty,
               "Indent records for reading (the default for one letter on a terminal)")
      ->group("Output");
  app.add_flag("--ndjson,--no-pretty", options.lines, "Print one record a line (else the default)")
      ->group("Output");
  app.add_flag("--array", options.array, "Print one JSON array of records")->group("Output");
  std::vector<std::string> keys(record_keys().begin(), record_keys().end());
  add_value(app, "--fields", options.fields, "Print these top-level keys only, as in id,date,body")
      ->type_name("LIST")
      ->group("Output");
  options.shared.choices["--fields"] = std::move(keys);
  app.add_flag("--provenance", options.provenance, "Add where each value was read, and how surely")
      ->group("Output");
  app.footer(kFooter);
}

Error usage_error(std::string message, std::string where) {
  return {"usage.output", std::move(message), std::move(where)};
}

/// The writer's options of a command line; an error names options that can't go together.
Result<JsonOptions> json_options(const Options& options) {
  if (options.lines && (options.pretty || options.array)) {
    return usage_error("one record a line is neither indented nor an array; leave one of them out",
                       options.pretty ? "--ndjson --pretty" : "--ndjson --array");
  }
  JsonOptions json;
  json.pretty = options.pretty;
  json.provenance = options.provenance;
  json.fields = split_list(options.fields);
  const auto& keys = record_keys();
  for (const std::string& field : json.fields) {
    if (std::find(keys.begin(), keys.end(), field) == keys.end()) {
      return usage_error("no key \"" + field + "\" in a record; use some of " + join_list(keys),
                         "--fields");
    }
  }
  return json;
}

/// Prints records one after the other, each ended by a line end. On a terminal the only record is
/// indented.
class LinePrinter : public LetterPrinter {
 public:
  LinePrinter(JsonOptions options, bool is_terminal)
      : options_(std::move(options)), is_terminal_(is_terminal) {}

  [[nodiscard]] Parts parts() const override { return needed_parts(options_); }

  void print(const Letter& letter, std::string& out) const override {
    write_json(letter, options_, out);
    out += '\n';
  }

  [[nodiscard]] bool has_only() const override { return is_terminal_; }

  void print_only(const Letter& letter, std::string& out) const override {
    JsonOptions options = options_;
    options.pretty = true;
    write_json(letter, options, out);
    out += '\n';
  }

  [[nodiscard]] std::string_view suffix() const override {
    return options_.pretty ? ".json" : ".ndjson";
  }

 private:
  JsonOptions options_;
  bool is_terminal_;
};

/// Prints one JSON array, a record a line unless they are indented.
class ArrayPrinter : public LetterPrinter {
 public:
  explicit ArrayPrinter(JsonOptions options) : options_(std::move(options)) {}

  [[nodiscard]] Parts parts() const override { return needed_parts(options_); }

  void begin(std::string& out) const override { out += '['; }

  void print(const Letter& letter, std::string& out) const override {
    out += '\n';
    write_json(letter, options_, out);
  }

  [[nodiscard]] std::string_view between() const override { return ","; }

  void end(bool any, std::string& out) const override { out += any ? "\n]\n" : "]\n"; }

  [[nodiscard]] std::string_view suffix() const override { return ".json"; }

 private:
  JsonOptions options_;
};

ExitStatus print_letters(const Options& options, JsonOptions json) {
  if (options.array) {
    return run("letter2json", options.shared, ArrayPrinter(std::move(json)));
  }
  const bool is_terminal = !options.pretty && !options.lines && options.shared.output == "-" &&
                           options.shared.folder.folder.empty() && ::isatty(STDOUT_FILENO) == 1;
  return run("letter2json", options.shared, LinePrinter(std::move(json), is_terminal));
}

ExitStatus start(int argc, const char* const* argv) {
  CLI::App app("Turns letters into JSON records, one a line", "letter2json");
  Options options;
  add_run_options(app, options.shared);
  add_shared_options(app, options.shared);
  add_options(app, options);
  if (const auto status = parse_command_line(app, options.shared, argc, argv)) {
    return *status;
  }
  auto json = json_options(options);
  if (!json) {
    return end_with("letter2json", json.error(), ExitStatus::usage);
  }
  return print_letters(options, std::move(*json));
}

}  // namespace
}  // namespace letterkit::cli

int main(int argc, char** argv) {
  return letterkit::cli::to_int(letterkit::cli::start(argc, argv));
}
