#include "cli/run.hpp"

#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "cli/input_names.hpp"
#include "cli/letter_sink.hpp"
#include "cli/memory.hpp"
#include "cli/output_file.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "cli/work_printer.hpp"
#include "cli/work_reader.hpp"
#include "cli/work_writer.hpp"

namespace letterkit::cli {
namespace {

void warn_of_waiting(const InputOptions& input, const Report& report) {
  if (input.operands.empty() && input.files_from.empty() && ::isatty(STDIN_FILENO) == 1) {
    report.note("reading a letter from the terminal; end it with Ctrl-D");
  }
}

/// Bytes of all inputs, when each is a file that can be asked.
std::optional<std::uint64_t> total_bytes(const InputOptions& input) {
  std::uint64_t total = 0;
  for (const std::string& name : input.operands) {
    struct stat status = {};
    if (::stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
      return std::nullopt;
    }
    total += static_cast<std::uint64_t>(status.st_size);
  }
  return input.files_from.empty() && total > 0 ? std::optional(total) : std::nullopt;
}

/// What a command line asks for, checked.
struct Plan {
  ReadOptions read;
  PrintOptions print;
  std::size_t threads = 1;
  std::vector<Profile> profiles;
};

Result<Plan> make_plan(const SharedOptions& options) {
  auto parse = parse_options(options);
  if (!parse) {
    return parse.error();
  }
  auto format = input_format(options);
  if (!format) {
    return format.error();
  }
  auto threads = thread_count(options);
  if (!threads) {
    return threads.error();
  }
  auto profiles = choose_profiles(options.profiles);
  if (!profiles) {
    return profiles.error();
  }
  Plan plan;
  plan.read = {*format, options.reading.fields, *parse, !options.folder.folder.empty()};
  plan.print = {options.reading.fields, options.reading.keep, *parse};
  plan.threads = *threads;
  plan.profiles = std::move(*profiles);
  return plan;
}

/// Where a run's letters go.
struct Target {
  std::unique_ptr<OutputFile> output;
  std::unique_ptr<OutFolder> folder;
  std::unique_ptr<LetterSink> sink;
};

Result<Target> open_target(const SharedOptions& options, const LetterPrinter& printer,
                           const OpenSink& open_sink) {
  Target target;
  if (open_sink) {
    auto sink = open_sink();
    if (!sink) {
      return sink.error();
    }
    target.sink = std::move(*sink);
    return target;
  }
  if (!options.folder.folder.empty()) {
    auto folder = OutFolder::open(options.folder, printer.suffix());
    if (!folder) {
      return folder.error();
    }
    target.folder = std::move(*folder);
    target.sink = folder_sink(*target.folder, printer, options.folder.settings);
    return target;
  }
  auto output = OutputFile::open(options.output);
  if (!output) {
    return output.error();
  }
  target.output = std::make_unique<OutputFile>(std::move(*output));
  target.sink = std::make_unique<StreamSink>(*target.output, printer);
  return target;
}

InputStream::Refuse refuse_output(const OutputFile* output, const std::string& name) {
  return [output, name](const struct stat& input) -> std::optional<Error> {
    if (output == nullptr || !output->is_same_file(input)) {
      return std::nullopt;
    }
    if (output->is_stdout()) {
      return Error{"input.is-output", "is the output as well; write to another file", ""};
    }
    return Error{"usage.output", "is an input as well; choose another file", "-o " + name};
  };
}

Status write_stats(const std::string& path, const Tally& tally) {
  const std::string text = to_json(tally);
  if (path == "-") {
    static_cast<void>(::write(STDERR_FILENO, text.data(), text.size()) < 0);
    return ok();
  }
  auto file = OutputFile::open(path);
  if (!file) {
    return file.error();
  }
  Status written = file->write(text);
  return written ? file->finish() : written;
}

/// Converts all inputs and completes the output, unless there is nothing to put in it.
Status convert_all(const SharedOptions& options, const Plan& plan, InputNames names,
                   const LetterPrinter& printer, Target& target, Report& report) {
  const bool shows =
      !options.report.quiet &&
      (options.stats.progress || (::isatty(STDERR_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 0));
  Progress progress(shows, options.stats.progress, total_bytes(options.input));
  WorkWriter writer(*target.sink, report, progress);
  WorkReader reader(
      InputStream(std::move(names), refuse_output(target.output.get(), options.output)),
      plan.profiles, plan.read,
      [&target](InputId& id) { return target.folder && target.folder->look_at(id); });
  const Pipeline pipeline = {
      [&reader](Batch& batch) { return reader.next(batch); },
      [&](Batch batch) {
        return print_batch(std::move(batch), plan.profiles, plan.print, printer);
      },
      [&writer](PrintedBatch batch) { return writer.write(std::move(batch)); }};
  Status done = run_pipeline(pipeline, plan.threads);
  progress.finish(writer.tally());
  // A file that stands there from before is worth more than an empty one.
  if (done && !(report.nothing_read() && !target.folder)) {
    done = target.sink->finish();
  }
  if (done && !options.stats.stats.empty()) {
    done = write_stats(options.stats.stats, writer.tally());
  }
  return done;
}

}  // namespace

ExitStatus run(std::string_view tool, const SharedOptions& options, const LetterPrinter& printer,
               const OpenSink& open_sink) {
  prepare_streams();
  prepare_memory();
  auto plan = make_plan(options);
  if (!plan) {
    return end_with(tool, plan.error(), ExitStatus::usage);
  }
  InputOptions input = options.input;
  input.filter.rows = plan->read.format == Format::ndjson || plan->read.format == Format::csv;
  auto names = InputNames::open(input);
  if (!names) {
    return end_with(tool, names.error(), ExitStatus::usage);
  }
  auto target = open_target(options, printer, open_sink);
  if (!target) {
    return end_with(tool, target.error(), ExitStatus::output_failed);
  }
  auto report = Report::open(tool, options.report);
  if (!report) {
    return end_with(tool, report.error(), ExitStatus::output_failed);
  }
  warn_of_waiting(options.input, *report);
  if (Status done = convert_all(options, *plan, std::move(*names), printer, *target, *report);
      !done) {
    const bool usage = done.error().code.starts_with("usage.");
    return end_with(tool, done.error(), usage ? ExitStatus::usage : ExitStatus::output_failed);
  }
  if (Status listed = report->finish(); !listed) {
    return end_with(tool, listed.error(), ExitStatus::output_failed);
  }
  return report->status();
}

}  // namespace letterkit::cli
