// letterprofile check: all that is wrong with profiles.
//
//   xx/rules.txt:12:1: rule 'closing' has no example; add '+ TEXT', a line it fires on
//   xx: 11 files, 40 rules, 1 problem
#include "letterkit/profile_writing.hpp"

#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// The last line about a profile: how much was checked.
std::string summary_line(const std::string& name, std::size_t problems) {
  std::string line = name + ": ";
  if (const auto summary = describe_profile(name)) {
    line += counted(summary->files.size(), "file") + ", " + counted(summary->rules.size(), "rule") +
            ", ";
    if (summary->to_fill_in > 0) {
      line +=
          counted(summary->to_fill_in, "row") + " to fill in (" + std::string(kToFillIn) + "), ";
    }
  }
  return line + counted(problems, "problem") + "\n";
}

}  // namespace

cli::ExitStatus check(const Options& options) {
  const std::vector<std::string>& named = options.shared.input.operands;
  std::string text;
  auto status = cli::ExitStatus::all_read;
  for (const std::string& name : named.empty() ? builtin_languages() : named) {
    const auto problems = check_profile(name);
    if (!problems) {
      return cli::end_with(kTool, problems.error(), cli::ExitStatus::usage);
    }
    for (const Error& problem : *problems) {
      text += problem.to_string() + "\n";
      status = cli::ExitStatus::some_unread;
    }
    text += summary_line(name, problems->size());
  }
  return finish(options, text, status);
}

}  // namespace letterkit::profiles
