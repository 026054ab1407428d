// letterprofile coverage: how often each rule of a profile fires on letters; those that never did
// come last.
//
//        41  xx/rules:name-sure
//         0  xx/rules:enclosure
//   2 letters, 39 of 40 rules fired
#include "letterkit/profile_writing.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

#include "cli/input_names.hpp"
#include "cli/read_input.hpp"
#include "cli/report.hpp"
#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

struct Counts {
  std::size_t letters = 0;
  RuleCounts rules;
};

/// Reads all inputs. Error when the list of those that could not be read can't be written.
Status count_inputs(cli::InputNames& names, const Profile& profile, const ParseOptions& parse,
                    const cli::OutputFile& output, cli::Report& report, Counts& counts) {
  const auto count = [&](const std::string& name, std::string_view bytes) {
    counts.letters += count_rules(bytes, name, profile, parse, counts.rules);
    return ok();
  };
  const Status read = cli::read_inputs(names, output, report, count);
  return read ? report.finish() : read;
}

std::string table_of(const ProfileSummary& summary, Counts counts) {
  counts.rules.resize(summary.rules.size());
  std::vector<std::size_t> order(summary.rules.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&counts](std::size_t a, std::size_t b) {
    return counts.rules[a] > counts.rules[b];
  });
  std::string text;
  for (const std::size_t i : order) {
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%8zu  ", counts.rules[i]);
    text += number.data() + summary.rules[i].id + "\n";
  }
  const auto fired =
      std::count_if(counts.rules.begin(), counts.rules.end(), [](std::size_t n) { return n > 0; });
  return text + std::to_string(counts.letters) +
         (counts.letters == 1 ? " letter, " : " letters, ") + std::to_string(fired) + " of " +
         std::to_string(summary.rules.size()) + " rules fired\n";
}

}  // namespace

cli::ExitStatus coverage(const Options& options, cli::OutputFile& output) {
  cli::InputOptions input = options.shared.input;
  if (input.operands.empty()) {
    return misused("coverage: no profile; name a language or a folder, then texts");
  }
  const std::string name = input.operands.front();
  input.operands.erase(input.operands.begin());
  const auto summary = describe_profile(name);
  const auto profile = named_profile(name);
  const auto parse = cli::parse_options(options.shared);
  auto names = cli::InputNames::open(input);
  for (const Error* error : {summary ? nullptr : &summary.error(), parse ? nullptr : &parse.error(),
                             names ? nullptr : &names.error()}) {
    if (error != nullptr) {
      return cli::end_with(kTool, *error, cli::ExitStatus::usage);
    }
  }
  auto report = cli::Report::open(kTool, options.shared.report);
  if (!report) {
    return cli::end_with(kTool, report.error(), cli::ExitStatus::output_failed);
  }
  Counts counts;
  if (Status read = count_inputs(*names, *profile, *parse, output, *report, counts); !read) {
    return cli::end_with(kTool, read.error(), cli::ExitStatus::output_failed);
  }
  if (report->nothing_read()) {
    return report->status();
  }
  return finish(output, table_of(*summary, std::move(counts)), report->status());
}

}  // namespace letterkit::profiles
