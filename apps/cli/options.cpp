// CLI11 reads the command line; what it can't read is told in our own words, in one line. Traps of
// version 2.1 that are stepped around here: an operand "[a]" would be read as a list and lose its
// brackets, and failures would exit with 103 to 115.
#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>

#include "cli/hash64.hpp"
#include "cli/lists.hpp"
#include "cli/pipeline.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kLeastLetterBytes = 1024;
constexpr std::size_t kMostThreads = 1024;

// No argument of a program holds a NUL.
constexpr char kGuard = '\0';

/// The arguments, last one first as CLI11 takes them, those in brackets guarded.
std::vector<std::string> guarded_arguments(int argc, const char* const* argv) {
  std::vector<std::string> arguments;
  for (int i = argc - 1; i > 0; --i) {
    std::string argument = argv[i];
    if (argument.starts_with('[') && argument.ends_with(']')) {
      argument.insert(argument.begin(), kGuard);
    }
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

/// To be applied to every option that takes a value.
std::string remove_guard(std::string value) {
  if (value.starts_with(kGuard)) {
    value.erase(0, 1);
  }
  return value;
}

/// What is wrong with a command line that CLI11 rejects: "--foo: no such option".
std::string describe(const CLI::App& app, const CLI::ParseError& error) {
  const auto unknown = app.remaining();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty()) {
    const std::string& option = unknown.front();
    return option.substr(0, option.find('=')) + ": no such option";
  }
  const std::string reason = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return reason.substr(0, reason.find(':')) + ": needs a value";
  }
  if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
    // Only flags convert: "Could not convert: --quiet = yes".
    const std::size_t name = reason.find("--");
    return reason.substr(name, reason.find(' ', name) - name) + ": takes no value";
  }
  return reason;
}

ExitStatus print_completions(const CLI::App& app, const Choices& choices,
                             const std::string& shell) {
  const auto script = completion_script(app, choices, shell);
  if (!script) {
    complain(app.get_name(),
             "--completions " + shell + ": no such shell; use " + join_list(completion_shells()));
    return ExitStatus::usage;
  }
  std::cout << *script;
  return std::cout.flush() ? ExitStatus::all_read : ExitStatus::output_failed;
}

/// What is wrong with shared options that can each be read, but not together.
std::optional<std::string> conflict(const SharedOptions& options) {
  const InputOptions& input = options.input;
  if (input.null_separated && input.files_from.empty()) {
    return "-0: needs --files-from; as in find -print0 | ... -0 --files-from -";
  }
  const bool reads_stdin =
      std::find(input.operands.begin(), input.operands.end(), "-") != input.operands.end();
  if (input.files_from == "-" && reads_stdin) {
    return "--files-from -: standard input can't be both list and letter; put the list in a file";
  }
  if (!options.folder.folder.empty() && options.output != "-") {
    return "-o " + options.output + ": --out-dir says where to write; leave one of them out";
  }
  if (options.folder.resume && options.folder.folder.empty()) {
    return "--resume: needs the --out-dir DIR to go on with";
  }
  if (options.report.errors == options.output) {
    return "--errors " + options.report.errors + ": letters go there; give another file";
  }
  return std::nullopt;
}

/// A hash of the options that shape the output: not of the inputs' names, nor of how fast and how
/// talkative a run is.
std::string settings_of(const CLI::App& app) {
  constexpr std::array<std::string_view, 11> kWithout = {
      "--files-from", "--null",   "--include", "--exclude",  "--out-dir", "--resume",
      "--jobs",       "--errors", "--stats",   "--progress", "--quiet"};
  Hash64 hash;
  hash.add(app.get_name() + LETTERKIT_VERSION);
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || option->get_positional() ||
        std::find(kWithout.begin(), kWithout.end(), name) != kWithout.end()) {
      continue;
    }
    hash.add("\n" + name);
    for (const std::string& value : option->results()) {
      hash.add("\t" + value);
    }
  }
  return hash_text(hash.value());
}

/// An option that may be given more than once, a value each time.
void add_patterns(CLI::App& app, const std::string& name, std::vector<std::string>& patterns,
                  const std::string& description) {
  app.add_option(name, patterns, description)
      ->transform(remove_guard)
      ->type_name("GLOB")
      ->allow_extra_args(false)
      ->group("Input");
}

void add_row_options(CLI::App& app, SharedOptions& options) {
  add_value(app, "--from", options.reading.format,
            "What inputs are: auto, text, ndjson or csv (rows with a text each)")
      ->type_name("FORMAT")
      ->group("Input");
  options.choices["--from"] = {"auto", "text", "ndjson", "csv"};
  add_value(app, "--text-field", options.reading.fields.text, "Rows' field with the text (text)")
      ->type_name("NAME")
      ->group("Input");
  add_value(app, "--id-field", options.reading.fields.id, "Rows' field with a name (id)")
      ->type_name("NAME")
      ->group("Input");
  app.add_flag("--keep", options.reading.keep, "Put rows' other fields into source.row")
      ->group("Input");
}

/// "16M" in bytes; null when it is no such number.
std::optional<std::size_t> byte_count(std::string_view text) {
  constexpr std::string_view kUnits = "KMG";
  std::size_t shift = 0;
  if (!text.empty()) {
    const std::size_t unit = kUnits.find(text.back());
    shift = unit == std::string_view::npos ? 0 : 10 * (unit + 1);
    text.remove_suffix(shift > 0 ? 1 : 0);
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number >> (63 - shift) != 0) {
    return std::nullopt;
  }
  return number << shift;
}

}  // namespace

CLI::Option* add_value(CLI::App& app, const std::string& names, std::string& value,
                       const std::string& description) {
  return app.add_option(names, value, description)
      ->transform(remove_guard)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_run_options(CLI::App& app, SharedOptions& options) {
  add_patterns(app, "--include", options.input.filter.include,
               "Read files like GLOB of folders and archives (default: *.txt and archives)");
  add_patterns(app, "--exclude", options.input.filter.exclude,
               "Leave out files and folders like GLOB");
  add_row_options(app, options);
  add_value(app, "--max-letter-bytes", options.reading.max_letter_bytes,
            "Cut letters that are longer (7M)")
      ->type_name("SIZE")
      ->group("Input");
  add_value(app, "--out-dir", options.folder.folder,
            "Write one file an input into folder DIR, with a manifest.ndjson")
      ->type_name("DIR")
      ->group("Output");
  app.add_flag("--resume", options.folder.resume,
               "Go on with an --out-dir: pass over what is done and unchanged")
      ->group("Output");
  add_value(app, "-j,--jobs", options.reading.threads,
            "Use N threads (default: one a processor); the output is the same")
      ->type_name("N")
      ->group("Output");
  app.add_flag("--stats", options.stats.stats,
               "Print what was read as JSON, to standard error or --stats=FILE")
      ->group("Messages and help");
  app.add_flag("--progress", options.stats.progress, "Tell how far it is, also without a terminal")
      ->group("Messages and help");
}

void add_shared_options(CLI::App& app, SharedOptions& options) {
  app.add_option("INPUT", options.input.operands,
                 "Files, folders, archives, or - for standard input (the default)")
      ->transform(remove_guard)
      ->type_name("");
  add_value(app, "--files-from", options.input.files_from,
            "Read the files named in FILE, one a line (- for standard input)")
      ->type_name("FILE")
      ->group("Input");
  app.add_flag("-0,--null", options.input.null_separated, "Names in that list end in NUL")
      ->group("Input");
  add_value(app, "--split", options.split, "Cut texts into letters: auto, never or formfeed")
      ->type_name("MODE")
      ->group("Input");
  options.choices["--split"] = {"auto", "never", "formfeed"};
  add_value(app, "--encoding", options.encoding, "Encoding of the input; by default it is detected")
      ->type_name("NAME")
      ->group("Input");
  add_profile_options(app, options);
  add_output_option(app, options);
  add_value(app, "--errors", options.report.errors, "List what could not be read in FILE (NDJSON)")
      ->type_name("FILE")
      ->group("Messages and help");
  app.add_flag("--strict", options.report.strict, "Exit with 1 when a letter has an error")
      ->group("Messages and help");
  app.add_flag("-q,--quiet", options.report.quiet, "Do not name what could not be read")
      ->group("Messages and help");
  add_help_options(app);
}

void add_profile_options(CLI::App& app, SharedOptions& options) {
  options.choices["--language"] = builtin_languages();
  add_value(app, "--language", options.profiles.languages,
            "Languages the letters may be in: " + join_list(builtin_languages()))
      ->type_name("LIST")
      ->group("Input");
  app.add_option("--profile", options.profiles.folders,
                 "Read letters with the profile in folder DIR; may be given more than once")
      ->transform(remove_guard)
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->group("Input");
}

void add_output_option(CLI::App& app, SharedOptions& options) {
  add_value(app, "-o,--output", options.output, "Write to FILE, which appears when it is complete")
      ->type_name("FILE")
      ->group("Output");
}

void add_help_options(CLI::App& app) {
  app.set_help_flag("-h,--help", "Print this help and exit")->group("Messages and help");
  app.set_version_flag("--version", app.get_name() + " (letterkit) " LETTERKIT_VERSION,
                       "Print the version and exit")
      ->group("Messages and help");
  app.get_formatter()->column_width(26);
  app.get_formatter()->label("OPTIONS", "OPTION...");
}

std::optional<ExitStatus> parse_command_line(CLI::App& app, SharedOptions& options, int argc,
                                             const char* const* argv) {
  std::string complaint;
  std::string shell;
  add_value(app, "--completions", shell, "")->group("");  // hidden: packagers need it, once
  try {
    app.parse(guarded_arguments(argc, argv));
    if (!shell.empty()) {
      return print_completions(app, options.choices, shell);
    }
    complaint = conflict(options).value_or("");
    options.folder.settings = settings_of(app);
    if (options.stats.stats == "true") {  // how CLI11 gives a flag without a value
      options.stats.stats = "-";
    }
  } catch (const CLI::Success& success) {  // --help, --version
    app.exit(success);
    return std::cout.flush() ? ExitStatus::all_read : ExitStatus::output_failed;
  } catch (const CLI::ParseError& error) {
    complaint = describe(app, error);
  }
  if (complaint.empty()) {
    return std::nullopt;
  }
  complain(app.get_name(), complaint + "; see " + app.get_name() + " --help");
  return ExitStatus::usage;
}

Result<ParseOptions> parse_options(const SharedOptions& options) {
  ParseOptions parse;
  if (options.split == "never") {
    parse.split = Split::never;
  } else if (options.split == "formfeed") {
    parse.split = Split::formfeed;
  } else if (options.split != "auto") {
    return Error{"usage.split", "no way of splitting; use auto, never or formfeed",
                 "--split " + options.split};
  }
  if (!options.encoding.empty() && !known_encoding(options.encoding)) {
    return Error{"usage.encoding",
                 "no such encoding; use UTF-8, windows-1252, ISO-8859-15, UTF-16LE or another "
                 "that ICU knows",
                 "--encoding " + options.encoding};
  }
  parse.encoding = options.encoding;
  const std::string& limit = options.reading.max_letter_bytes;
  if (!limit.empty()) {
    const auto bytes = byte_count(limit);
    if (!bytes || *bytes < kLeastLetterBytes) {
      return Error{"usage.max-letter-bytes", "no size of 1K or more; give one like 500K or 16M",
                   "--max-letter-bytes " + limit};
    }
    parse.max_letter_bytes = *bytes;
  }
  return parse;
}

Result<Format> input_format(const SharedOptions& options) {
  const std::string& name = options.reading.format;
  if (name == "auto") {
    return Format::detect;
  }
  if (name == "text") {
    return Format::text;
  }
  if (name == "ndjson" || name == "csv") {
    return name == "csv" ? Format::csv : Format::ndjson;
  }
  return Error{"usage.from", "no format; use auto, text, ndjson or csv", "--from " + name};
}

Result<std::size_t> thread_count(const SharedOptions& options) {
  const std::string& text = options.reading.threads;
  const auto count = text.empty() ? 0 : byte_count(text);
  if (!count || *count > kMostThreads) {
    return Error{"usage.jobs", "no number of threads; give one from 1 to 1024", "--jobs " + text};
  }
  return *count == 0 ? available_threads() : *count;
}

}  // namespace letterkit::cli
