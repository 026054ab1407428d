#include "eval/evaluation.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/output_file.hpp"
#include "cli/profiles.hpp"
#include "cli/read_input.hpp"
#include "cli/report.hpp"
#include "cli/streams.hpp"
#include "eval/baseline.hpp"
#include "eval/floors.hpp"
#include "eval/measure_set.hpp"
#include "eval/report_json.hpp"
#include "eval/table.hpp"

namespace letterkit::eval {

namespace {

namespace fs = std::filesystem;

/// The files of the set that an operand names. A set is called like its folder, or like its labels
/// when they are not called gold.jsonl.
SetFiles set_of(const std::string& operand, const std::string& texts) {
  std::error_code error;
  fs::path labels = operand;
  if (fs::is_directory(labels, error)) {
    labels /= "gold.jsonl";
  }
  const fs::path folder = labels.has_parent_path() ? labels.parent_path() : fs::path(".");
  std::string name = labels.stem().string();
  if (labels.filename() == "gold.jsonl") {
    name = fs::weakly_canonical(folder, error).filename().string();
  }
  return {operand == "-" ? "labels" : name, labels.string(),
          texts.empty() ? folder.string() : texts};
}

/// A run: what its options ask for, done step by step.
class Evaluation {
 public:
  Evaluation(const Options& options, cli::OutputFile output, cli::Report report)
      : options_(options), output_(std::move(output)), report_(std::move(report)) {
    measure_.only = options.only;
    measure_.misses = options.misses;
    measure_.read_file = [this](const std::string& path) { return read(path); };
  }

  /// Reads what the measuring depends on. Errors are the user's.
  Status prepare() {
    auto profiles = cli::choose_profiles(options_.shared.profiles);
    if (!profiles) {
      return profiles.error();
    }
    measure_.profiles = std::move(*profiles);
    std::error_code error;
    if (!options_.texts.empty() && !fs::is_directory(options_.texts, error)) {
      return usage_error("no such folder; give the folder of the labelled texts",
                         "--texts " + options_.texts);
    }
    return read_option_files();
  }

  /// Measures the sets and prints them. Errors are those of output.
  Status measure_all() {
    if (Status loaded = load_records(); !loaded) {
      return loaded;
    }
    for (const SetFiles& files : sets_) {
      if (Status measured = measure(files); !measured) {
        return measured;
      }
    }
    return report_.nothing_read() ? ok() : finish();
  }

  [[nodiscard]] cli::ExitStatus status() const {
    const cli::ExitStatus status = report_.status();
    return status == cli::ExitStatus::all_read && floor_broken_ ? cli::ExitStatus::some_unread
                                                                : status;
  }

 private:
  Result<std::string> read(const std::string& path) {
    std::string bytes;
    if (Status done = cli::read_input(path, output_, bytes); !done) {
      return done.error();
    }
    return bytes;
  }

  /// Reads the file of an option.
  Result<std::string> read(const char* option, const std::string& path) {
    auto bytes = read(path);
    return bytes ? bytes : usage_error(bytes.error().message, std::string(option) + " " + path);
  }

  Status read_option_files() {
    if (Status named = name_sets(); !named) {
      return named;
    }
    if (!options_.block_letter.empty()) {
      auto letter = read("--block-letter", options_.block_letter);
      if (!letter) {
        return letter.error();
      }
      measure_.block_letter = std::move(*letter);
    }
    if (!options_.baseline.empty()) {
      const auto text = read("--baseline", options_.baseline);
      auto sets = text ? read_report(*text, options_.baseline) : text.error();
      if (!sets) {
        return sets.error();
      }
      baseline_ = std::move(*sets);
    }
    return load_floors();
  }

  Status name_sets() {
    std::set<std::string> names;
    for (const std::string& operand : options_.labels) {
      sets_.push_back(set_of(operand, options_.texts));
      if (!names.insert(sets_.back().name).second) {
        return usage_error("a second set called " + sets_.back().name + "; measure it on its own",
                           operand);
      }
    }
    return ok();
  }

  Status load_floors() {
    std::error_code error;
    const bool is_new = options_.raise_floors && !fs::exists(options_.floors, error);
    if (options_.floors.empty() || is_new) {
      return ok();
    }
    const auto text = read("--floors", options_.floors);
    auto floors = text ? read_floors(*text, options_.floors) : text.error();
    if (!floors) {
      return floors.error();
    }
    floors_ = std::move(*floors);
    return ok();
  }

  Status load_records() {
    if (options_.records.empty()) {
      return ok();
    }
    const auto text = read(options_.records);
    if (!text) {
      sets_.clear();  // nothing to measure against
      return report_.input_failed(options_.records, text.error());
    }
    records_ = read_records(*text, options_.records);
    measure_.records = &records_;
    return tell(records_.errors);
  }

  Status tell(const std::vector<Error>& errors) {
    for (const Error& error : errors) {
      if (Status told = report_.input_failed(error.where, error); !told) {
        return told;
      }
    }
    return ok();
  }

  Status measure(const SetFiles& files) {
    MeasuredSet set = measure_set(files, measure_);
    if (Status told = tell(set.errors); !told) {
      return told;
    }
    if (set.report.letters.empty()) {
      return set.errors.empty()
                 ? report_.input_failed(
                       files.labels, {"input.no-labels", "no labels in it; write one a line", ""})
                 : ok();
    }
    report_.input_read();
    if (!options_.json) {
      print_tables(set);
    }
    check_floors(set.report);
    reports_.push_back(std::move(set.report));
    return ok();
  }

  void print_tables(const MeasuredSet& set) {
    printed_ += printed_.empty() ? "" : "\n";
    printed_ += report_table(set.report);
    for (const std::string& miss : set.misses) {
      printed_ += "\n" + miss;
    }
    if (options_.baseline.empty()) {
      return;
    }
    const auto earlier =
        std::find_if(baseline_.begin(), baseline_.end(),
                     [&set](const auto& report) { return report.name == set.report.name; });
    printed_ += "\n";
    printed_ += earlier == baseline_.end()
                    ? set.report.name + ": not in " + options_.baseline + "\n"
                    : changes_table(changes_between(*earlier, set.report), set.report.name,
                                    options_.baseline);
  }

  void check_floors(const SetReport& set) {
    for (const BrokenFloor& broken : broken_floors(floors_, set)) {
      floor_broken_ = true;
      const std::string found = broken.measured ? three_decimals(*broken.measured) : "not measured";
      cli::complain(kTool, broken.set + ": " + broken.field + ": " + found +
                               ", below its floor of " + three_decimals(broken.floor) + " in " +
                               options_.floors + "; win it back (--misses shows what is lost)");
    }
    if (options_.raise_floors) {
      raise_floors(floors_, set);
    }
  }

  /// Writes everything.
  Status finish() {
    const bool has_json = options_.json || !options_.save.empty();
    const std::string json = has_json ? to_json(reports_).dump() + "\n" : "";
    if (Status written = output_.write(options_.json ? json : printed_); !written) {
      return written;
    }
    if (Status finished = output_.finish(); !finished) {
      return finished;
    }
    if (!options_.save.empty()) {
      if (Status saved = write_file(options_.save, json); !saved) {
        return saved;
      }
    }
    // What is broken is not papered over: the other floors wait as well.
    return options_.raise_floors && !floor_broken_ ? write_file(options_.floors, to_text(floors_))
                                                   : ok();
  }

  static Status write_file(const std::string& path, const std::string& text) {
    auto file = cli::OutputFile::open(path);
    if (!file) {
      return file.error();
    }
    Status written = file->write(text);
    return written ? file->finish() : written;
  }

  const Options& options_;
  cli::OutputFile output_;
  cli::Report report_;
  MeasureOptions measure_;
  std::vector<SetFiles> sets_;
  Records records_;
  std::vector<SetReport> baseline_;
  Floors floors_;
  std::vector<SetReport> reports_;
  std::string printed_;
  bool floor_broken_ = false;
};

}  // namespace

cli::ExitStatus evaluate(const Options& options) {
  cli::prepare_streams();
  auto output = cli::OutputFile::open(options.shared.output);
  if (!output) {
    return cli::end_with(kTool, output.error(), cli::ExitStatus::output_failed);
  }
  auto report = cli::Report::open(kTool, options.shared.report);
  if (!report) {
    return cli::end_with(kTool, report.error(), cli::ExitStatus::output_failed);
  }
  Evaluation evaluation(options, std::move(*output), std::move(*report));
  if (Status prepared = evaluation.prepare(); !prepared) {
    return cli::end_with(kTool, prepared.error(), cli::ExitStatus::usage);
  }
  if (Status measured = evaluation.measure_all(); !measured) {
    return cli::end_with(kTool, measured.error(), cli::ExitStatus::output_failed);
  }
  return evaluation.status();
}

}  // namespace letterkit::eval
