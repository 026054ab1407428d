#include "eval/command_line.hpp"

#include <utility>

#include "cli/lists.hpp"
#include "cli/report.hpp"

namespace letterkit::eval {

namespace {

constexpr std::size_t kDefaultMisses = 20;

constexpr const char* kFooter =
    "Examples:\n"
    "  lettereval letters/ --floors floors.json\n"
    "  letter2json letters/ | lettereval letters/gold.jsonl --records - --misses=5\n"
    "Exit status: 0 measured and no floor broken, 1 a floor broken or some inputs unread, 2 "
    "usage,\n"
    "3 output failed, 4 nothing read.";

CLI::Option* add_file(CLI::App& app, const char* name, std::string& value, const char* description,
                      const char* group) {
  return cli::add_value(app, name, value, description)->type_name("FILE")->group(group);
}

void add_input_options(CLI::App& app, Options& options) {
  app.add_option("LABELS", options.labels,
                 "Files of gold labels, or folders that hold gold.jsonl beside the texts")
      ->type_name("");
  cli::add_value(app, "--texts", options.texts, "Folder of the texts (default: that of the labels)")
      ->type_name("DIR")
      ->group("Input");
  add_file(app, "--records", options.records,
           "Measure these records, one a line (- for standard input), instead of parsing texts",
           "Input");
  add_file(app, "--block-letter", options.block_letter,
           "Letter to put bare signature blocks in, where it has a line {{block}}", "Input");
  cli::add_profile_options(app, options.shared);
}

void add_options(CLI::App& app, Options& options) {
  add_input_options(app, options);
  const std::vector<std::string> fields(kFieldNames.begin(), kFieldNames.end());
  cli::add_value(app, "--only", options.only_list, "Measure these fields only, as in date,closing")
      ->type_name("LIST")
      ->group("Measure");
  options.shared.choices["--only"] = fields;
  add_file(app, "--baseline", options.baseline,
           "Print gains and losses against an earlier run's --json", "Measure");
  add_file(app, "--floors", options.floors, "Fail when a set falls short of the rates in FILE",
           "Measure");
  app.add_flag("--raise-floors", options.raise_floors, "Raise them to what was reached now")
      ->group("Measure");
  cli::add_output_option(app, options.shared);
  app.add_flag("--misses", options.misses_given,
               "Show N misses of each set (default 20) with the lines around them")
      ->option_text("[N]")
      ->group("Output");
  app.add_flag("--json", options.json, "Print JSON instead of tables")->group("Output");
  add_file(app, "--save", options.save, "Write that JSON to FILE as well, for a later --baseline",
           "Output");
  app.add_flag("-q,--quiet", options.shared.report.quiet, "Do not name what could not be read")
      ->group("Messages and help");
  cli::add_help_options(app);
  app.footer(kFooter);
}

/// The arguments with "--misses 5" written as "--misses=5": to CLI11 an optional value must be
/// part of its option's word.
std::vector<std::string> join_misses(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (int i = 0; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool is_number =
        !argument.empty() && argument.find_first_not_of("0123456789") == std::string::npos;
    if (is_number && i > 1 && arguments.back() == "--misses") {
      arguments.back() += "=" + argument;
    } else {
      arguments.push_back(argument);
    }
  }
  return arguments;
}

/// What is wrong with options that can each be read, but not together.
Status check_together(const Options& options) {
  if (options.labels.empty()) {
    return usage_error("no labels; name a file of gold labels, or a folder with gold.jsonl", "");
  }
  if (options.labels.size() > 1 && !(options.texts.empty() && options.records.empty())) {
    return usage_error("goes with one file of labels; measure the sets one by one",
                       options.texts.empty() ? "--records" : "--texts");
  }
  if (options.records == "-" && options.labels.front() == "-") {
    return usage_error("standard input can't be both labels and records; put one in a file",
                       "--records -");
  }
  if (options.json && !(options.baseline.empty() && options.misses_given.empty())) {
    return usage_error("JSON has every value, but no such section; leave out one of the two",
                       options.baseline.empty() ? "--json --misses" : "--json --baseline");
  }
  if (options.raise_floors && options.floors.empty()) {
    return usage_error("needs the file to raise them in; add --floors FILE", "--raise-floors");
  }
  if (!options.only_list.empty() && !options.floors.empty()) {
    return usage_error("floors hold for letters in all their fields; leave out one of the two",
                       "--only --floors");
  }
  return ok();
}

Result<std::vector<Field>> fields_of(const std::string& list) {
  std::vector<Field> fields;
  for (const std::string& name : cli::split_list(list)) {
    const auto field = field_named(name);
    if (!field) {
      return usage_error("no field \"" + name + "\"; use some of " + cli::join_list(kFieldNames),
                         "--only");
    }
    fields.push_back(*field);
  }
  return fields;
}

Result<std::size_t> miss_count(const std::string& given) {
  if (given.empty()) {
    return std::size_t{0};
  }
  if (given == "true") {  // CLI11's value of a flag without one
    return kDefaultMisses;
  }
  if (given.size() > 9 || given.find_first_not_of("0123456789") != std::string::npos) {
    return usage_error("not a number of misses; write --misses=20", "--misses=" + given);
  }
  return static_cast<std::size_t>(std::stoul(given));
}

/// Checks and reads the values of options.
Status check_values(Options& options) {
  if (Status checked = check_together(options); !checked) {
    return checked;
  }
  auto fields = fields_of(options.only_list);
  if (!fields) {
    return fields.error();
  }
  auto misses = miss_count(options.misses_given);
  if (!misses) {
    return misses.error();
  }
  options.only = std::move(*fields);
  options.misses = *misses;
  return ok();
}

}  // namespace

Error usage_error(std::string message, std::string where) {
  return {"usage.eval", std::move(message), std::move(where)};
}

std::optional<cli::ExitStatus> read_command_line(int argc, const char* const* argv,
                                                 Options& options) {
  CLI::App app("Measures letter records against gold labels", std::string(kTool));
  add_options(app, options);
  const std::vector<std::string> arguments = join_misses(argc, argv);
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) {
    pointers.push_back(argument.c_str());
  }
  if (const auto status = cli::parse_command_line(
          app, options.shared, static_cast<int>(pointers.size()), pointers.data())) {
    return status;
  }
  if (Status checked = check_values(options); !checked) {
    return cli::end_with(kTool, checked.error(), cli::ExitStatus::usage);
  }
  return std::nullopt;
}

}  // namespace letterkit::eval
