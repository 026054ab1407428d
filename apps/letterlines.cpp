// letterlines: each line of a letter with its label, the score, the rules that spoke and the label
// that came second. For people who want to know why a letter was read as it was.
#include "letterkit/explain.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <unistd.h>

#include "cli/input_names.hpp"
#include "cli/lines_json.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/profiles.hpp"
#include "cli/read_input.hpp"
#include "cli/report.hpp"
#include "cli/streams.hpp"
#include "cli/utf8.hpp"

namespace {

using namespace letterkit;
using cli::ExitStatus;

constexpr std::string_view kTool = "letterlines";

struct LineOptions {
  cli::SharedOptions shared;
  std::string color = "auto";
  bool features = false;
  bool json = false;
  std::size_t rules = 3;
};

/// Terminal colours by group of labels: head, body, end.
std::string_view color_of(std::string_view label) {
  static constexpr std::array<std::string_view, 11> kHead = {
      "dossier", "dossier_title", "number",  "title",      "addressee", "date_line",
      "field",   "field_value",   "subject", "salutation", "masthead"};
  static constexpr std::array<std::string_view, 4> kEnd = {"closing", "behalf", "role", "name"};
  for (const std::string_view head : kHead) {
    if (label == head) {
      return "\x1b[36m";
    }
  }
  for (const std::string_view end : kEnd) {
    if (label == end) {
      return "\x1b[33m";
    }
  }
  return label == "furniture" ? "\x1b[2m" : "";
}

std::string shorten(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) {
    return text;
  }
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end) + "...";
}

void print_line(const ExplainedLine& line, const LineOptions& options, bool color,
                std::string& out) {
  std::array<char, 96> head{};
  if (line.furniture) {
    std::snprintf(head.data(), head.size(), "%5zu %-13s %24s  ", line.number, "furniture", "");
  } else {
    std::snprintf(head.data(), head.size(), "%5zu %-13.13s %5.1f %+6.1f %-11.11s  ", line.number,
                  std::string(line.label).c_str(), line.score, line.margin,
                  std::string(line.runner_up).c_str());
  }
  const std::string_view start = color ? color_of(line.label) : "";
  out.append(start).append(head.data()).append(start.empty() ? "" : "\x1b[0m");
  out.append(cli::on_one_line(shorten(line.text, 100))).append("\n");
  std::size_t printed = 0;
  for (const FiredRule& rule : line.rules) {
    if (rule.label != line.label || printed == options.rules) {
      continue;
    }
    ++printed;
    std::array<char, 160> row{};
    std::snprintf(row.data(), row.size(), "%45s %+5.1f %.*s\n", "", rule.weight,
                  static_cast<int>(rule.id.size()), rule.id.data());
    out.append(color ? "\x1b[2m" : "").append(row.data()).append(color ? "\x1b[0m" : "");
  }
  if (options.features && !line.features.empty()) {
    out.append(46, ' ');
    for (const std::string_view feature : line.features) {
      out.append(feature).append(" ");
    }
    out.append("\n");
  }
}

void print_letter(const ExplainedLetter& letter, const LineOptions& options, bool color,
                  std::string& out) {
  if (options.json) {
    cli::append_lines_json(letter, out);
    return;
  }
  out.append("# ").append(letter.source.name).append(", letter ");
  out.append(std::to_string(letter.source.index)).append(", ").append(letter.language).append("\n");
  for (const ExplainedLine& line : letter.lines) {
    print_line(line, options, color, out);
  }
}

ExitStatus print_all(const LineOptions& options, const std::vector<Profile>& profiles,
                     const ParseOptions& parse, cli::InputNames& names, cli::OutputFile& output,
                     cli::Report& report) {
  const bool color = options.color == "always" || (options.color == "auto" && output.is_stdout() &&
                                                   ::isatty(STDOUT_FILENO) == 1);
  const auto print_letters = [&](const std::string& name, std::string_view bytes) {
    for (const auto& letter : explain_letters(bytes, name, profiles, parse)) {
      std::string out;
      print_letter(letter, options, color, out);
      if (Status written = output.write(out); !written) {
        return written;
      }
    }
    return ok();
  };
  Status done = cli::read_inputs(names, output, report, print_letters);
  if (done && !report.nothing_read()) {
    done = output.finish();
  }
  if (done) {
    done = report.finish();
  }
  return done ? report.status() : cli::end_with(kTool, done.error(), ExitStatus::output_failed);
}

ExitStatus run(const LineOptions& options) {
  cli::prepare_streams();
  auto parse = cli::parse_options(options.shared);
  auto profiles = cli::choose_profiles(options.shared.profiles);
  auto names = cli::InputNames::open(options.shared.input);
  for (const Error* error :
       {parse ? nullptr : &parse.error(), profiles ? nullptr : &profiles.error(),
        names ? nullptr : &names.error()}) {
    if (error != nullptr) {
      return cli::end_with(kTool, *error, ExitStatus::usage);
    }
  }
  auto output = cli::OutputFile::open(options.shared.output);
  if (!output) {
    return cli::end_with(kTool, output.error(), ExitStatus::output_failed);
  }
  auto report = cli::Report::open(kTool, options.shared.report);
  if (!report) {
    return cli::end_with(kTool, report.error(), ExitStatus::output_failed);
  }
  return print_all(options, *profiles, *parse, *names, *output, *report);
}

}  // namespace

int main(int argc, char** argv) {
  LineOptions options;
  CLI::App app(
      "Prints each line of letters with its label, its score and margin in nats, the "
      "runner-up and the rules that spoke for the label.",
      std::string(kTool));
  app.add_option("--color", options.color, "Colour labels: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group("Output");
  app.add_option("--rules", options.rules, "Print so many rules a line (3)")
      ->type_name("N")
      ->group("Output");
  app.add_flag("--features", options.features, "Print each line's features")->group("Output");
  app.add_flag("--json", options.json, "Print a JSON object a letter, with every rule that fired")
      ->group("Output");
  app.footer(
      "Examples:\n  letterlines letter.txt | less -R\n  letterlines --features --rules 9 "
      "letter.txt\n"
      "Exit status: 0 all read, 1 some inputs unread, 2 usage, 3 output failed, 4 nothing read.");
  cli::add_shared_options(app, options.shared);
  options.shared.choices["--color"] = {"auto", "always", "never"};
  app.remove_option(app.get_option("--strict"));  // there are no diagnostics to be strict about
  if (const auto status = cli::parse_command_line(app, options.shared, argc, argv)) {
    return cli::to_int(*status);
  }
  return cli::to_int(run(options));
}
