// letterlines: each line of a letter with its label, the score, the rules that spoke and the label
// that came second. For people who want to know why a letter was read as it was.
#include "letterkit/explain.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <unistd.h>

#include "cli/letter_printer.hpp"
#include "cli/lines_json.hpp"
#include "cli/options.hpp"
#include "cli/profiles.hpp"
#include "cli/report.hpp"
#include "cli/run.hpp"
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

/// Prints the lines of letters.
class LinesPrinter : public cli::LetterPrinter {
 public:
  LinesPrinter(const LineOptions& options, const std::vector<Profile>& profiles)
      : options_(options), profiles_(profiles), color_(wants_color(options)) {}

  [[nodiscard]] Parts parts() const override { return {}; }

  void print(const Letter& /*letter*/, std::string& /*out*/) const override {}

  void print_text(LetterText& text, const Letter& /*letter*/, std::string& out) const override {
    const ExplainedLetter letter = explain_letter(text, profiles_);
    if (options_.json) {
      cli::append_lines_json(letter, out);
      return;
    }
    out.append("# ").append(letter.source.name).append(", letter ");
    out.append(std::to_string(letter.source.index)).append(", ");
    out.append(letter.language).append("\n");
    for (const ExplainedLine& line : letter.lines) {
      print_line(line, options_, color_, out);
    }
  }

  [[nodiscard]] std::string_view suffix() const override {
    return options_.json ? ".ndjson" : ".txt";
  }

 private:
  static bool wants_color(const LineOptions& options) {
    const bool terminal = options.shared.output == "-" && options.shared.folder.folder.empty() &&
                          ::isatty(STDOUT_FILENO) == 1;
    return options.color == "always" || (options.color == "auto" && terminal);
  }

  const LineOptions& options_;
  const std::vector<Profile>& profiles_;
  bool color_;
};

ExitStatus run(const LineOptions& options) {
  const auto profiles = cli::choose_profiles(options.shared.profiles);
  if (!profiles) {
    return cli::end_with(kTool, profiles.error(), ExitStatus::usage);
  }
  return cli::run(kTool, options.shared, LinesPrinter(options, *profiles));
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
      "letter.txt\n  letterlines --json letters/ | jq .source\n"
      "Exit status: 0 all read, 1 some inputs unread, 2 usage, 3 output failed, 4 nothing read.");
  cli::add_run_options(app, options.shared);
  cli::add_shared_options(app, options.shared);
  options.shared.choices["--color"] = {"auto", "always", "never"};
  app.remove_option(app.get_option("--keep"));  // no records to keep other fields in
  if (const auto status = cli::parse_command_line(app, options.shared, argc, argv)) {
    return cli::to_int(*status);
  }
  return cli::to_int(run(options));
}
