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
#include <mutex>
#include <numeric>

#include "cli/letter_printer.hpp"
#include "cli/report.hpp"
#include "cli/run.hpp"
#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

/// Prints nothing of a letter, and at the end how often each rule fired on all of them.
class CoveragePrinter : public cli::LetterPrinter {
 public:
  CoveragePrinter(const Profile& profile, const ProfileSummary& summary)
      : profile_(profile), summary_(summary) {}

  [[nodiscard]] Parts parts() const override { return {}; }

  void print(const Letter& /*letter*/, std::string& /*out*/) const override {}

  void print_text(LetterText& text, const Letter& /*letter*/, std::string& /*out*/) const override {
    RuleCounts counts;
    count_rules(text, profile_, counts);
    const std::lock_guard lock(mutex_);
    ++letters_;
    counts_.resize(counts.size());
    std::transform(counts.begin(), counts.end(), counts_.begin(), counts_.begin(), std::plus<>());
  }

  void end(bool /*any*/, std::string& out) const override {
    RuleCounts counts = counts_;
    counts.resize(summary_.rules.size());
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    for (const std::size_t i : order) {
      std::array<char, 32> number{};
      std::snprintf(number.data(), number.size(), "%8zu  ", counts[i]);
      out.append(number.data()).append(summary_.rules[i].id).append("\n");
    }
    const auto fired =
        std::count_if(counts.begin(), counts.end(), [](std::size_t n) { return n > 0; });
    out.append(std::to_string(letters_)).append(letters_ == 1 ? " letter, " : " letters, ");
    out.append(std::to_string(fired)).append(" of ").append(std::to_string(counts.size()));
    out.append(" rules fired\n");
  }

  [[nodiscard]] std::string_view suffix() const override { return ".txt"; }

 private:
  const Profile& profile_;
  const ProfileSummary& summary_;
  mutable std::mutex mutex_;  // letters are printed by many threads
  mutable RuleCounts counts_;
  mutable std::size_t letters_ = 0;
};

}  // namespace

cli::ExitStatus coverage(const Options& options) {
  cli::SharedOptions shared = options.shared;
  if (shared.input.operands.empty()) {
    return misused("coverage: no profile; name a language or a folder, then texts");
  }
  const std::string name = shared.input.operands.front();
  shared.input.operands.erase(shared.input.operands.begin());
  const auto summary = describe_profile(name);
  if (!summary) {
    return cli::end_with(kTool, summary.error(), cli::ExitStatus::usage);
  }
  const auto profile = named_profile(name);
  const auto languages = builtin_languages();
  const bool builtin = std::find(languages.begin(), languages.end(), name) != languages.end();
  (builtin ? shared.profiles.languages : shared.profiles.folders.emplace_back()) = name;
  return cli::run(kTool, shared, CoveragePrinter(*profile, *summary));
}

}  // namespace letterkit::profiles
