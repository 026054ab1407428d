#include "profile/known_line.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "fields/person.hpp"
#include "profile/profile_data.hpp"
#include "support/met_before.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestSigned = 200;  // bytes of a line that holds a role and a name
constexpr double kSureName = 0.8;
constexpr std::size_t kOftenAgain = 40;   // bytes of lines that come again more often than not
constexpr std::size_t kMostTexts = 4096;  // remembered by a thread of a language, and as many older

/// What a thread knows of lines in one language.
struct LineMemo {
  TextMemo<KnownLine, kMostTexts> lines;
  MetBefore met;
};

/// Where the profile's cuts cut the text, at the first place; and which does, counted from 1.
struct CutPlace {
  std::size_t at = 0;  ///< 0: nowhere
  std::uint16_t cut = 0;
};

CutPlace profile_cut(std::string_view text, const ProfileData& profile,
                     std::span<const std::uint16_t> hits) {
  // What occurs behind the bytes that were matched is not among the hits.
  const bool beyond = text.size() > Rules::kMatchedBytes;
  const HitBits& of_cuts = profile.cut_hits.get();
  if (!beyond && (hits.empty() || std::ranges::none_of(hits, [&](std::uint16_t hit) {
                    return may_hold(of_cuts, hit);
                  }))) {
    return {};
  }
  HitBits near;
  for (const std::uint16_t hit : hits) {
    add_hit(hit, near);
  }
  CutPlace first;
  std::uint16_t number = 0;
  for (const Cut& cut : profile.rules().cuts()) {
    ++number;
    const auto index = static_cast<std::uint16_t>(cut.index);
    const bool may_occur =
        (cut.anywhere && beyond) ||
        (may_hold(near, index) && std::binary_search(hits.begin(), hits.end(), index));
    const std::size_t at = may_occur ? cut.place_in(text) : 0;
    if (at > 0 && (first.at == 0 || at < first.at)) {
      first = {at, number};
    }
  }
  return first;
}

/// Where a name that shares the line with an office begins or ends; 0 when there is none. `known`:
/// keeps what is found out on the way.
std::size_t name_cut(std::string_view text, const ProfileData& profile, KnownLine& known) {
  if (text.size() > kLongestSigned) {
    return 0;
  }
  const auto office = starts_as_office(text, profile.offices);
  known.office = office.has_value();
  if (office) {
    const auto name = trailing_name(text, profile.names);
    return name && name->score >= kSureName && name->begin > office->noun_end ? name->begin : 0;
  }
  const auto start = profile.names->start_of(text);
  if (start != NameWords::Start::maybe_name) {
    if (start == NameWords::Start::no_name) {
      known.name_score = 0.0;
    }
    return 0;
  }
  const auto name = leading_name(text, profile.names, &known.name_score);
  if (!name || name->score < kSureName) {
    return 0;
  }
  const std::size_t rest = text.find_first_not_of(", ", name->end);
  return rest != std::string_view::npos && starts_as_office(text.substr(rest), profile.offices)
             ? rest
             : 0;
}

void read_line(std::string_view text, const ProfileData& profile, KnownLine& known) {
  thread_local std::vector<std::uint16_t> hits;  // keeps its room
  profile.rules().match(text, hits);
  known.hits = HitList(hits);
  const CutPlace found = profile_cut(text, profile, hits);
  known.cut_at = found.at == 0 ? name_cut(text, profile, known) : found.at;
  known.cut = found.cut;
}

/// Room for what is known of a line that is not remembered: that of one of the thread's earlier
/// letters, if nobody has it any more.
const std::shared_ptr<KnownLine>& spare_line() {
  thread_local std::array<std::shared_ptr<KnownLine>, 128> lines;
  thread_local std::size_t next = 0;
  std::shared_ptr<KnownLine>& line = lines[next++ % lines.size()];
  if (line.use_count() == 1) {
    std::destroy_at(line.get());  // to assign one would make another, and take it apart
    std::construct_at(line.get());
  } else {
    line = std::make_shared<KnownLine>();
  }
  return line;
}

}  // namespace

void know_line(Line& line, Lines& lines, const ProfileData& profile) {
  line.hash = 0;
  if (line.text.size() <= kLongestKnown) {
    line.hash = hash_word(line.text);
    auto& memo = thread_memo<LineMemo>(profile.id());
    const auto* known = memo.lines.find(line.text, line.hash);
    if (known == nullptr && (line.text.size() <= kOftenAgain || memo.met.again(line.hash))) {
      known = &memo.lines.add(line.text, line.hash, [&] {
        KnownLine made;
        read_line(line.text, profile, made);
        return made;
      });
    }
    if (known != nullptr) {
      line.known = &(*known)->value;
      lines.known.emplace_back(*known, line.known);
      return;
    }
  }
  lines.known.push_back(spare_line());
  line.known = lines.known.back().get();
  read_line(line.text, profile, *line.known);
}

bool line_matches(const Line& line, Extract extract, const ProfileData& profile) {
  static_assert(static_cast<unsigned>(Extract::count) <= 32);
  const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(extract);
  KnownLine& known = *line.known;
  if ((known.asked & bit) == 0) {
    known.asked |= bit;
    known.extracts |= profile.extracts->matches(extract, line.text) ? bit : 0;
  }
  return (known.extracts & bit) != 0;
}

SharedScore score_line(const Line& line, Features features, const ProfileData& profile) {
  for (auto& [known, score] : line.known->scores) {
    if (score == nullptr) {
      known = features;
      score = profile.rules().score(line.text, line.known->hits.all(), features);
    }
    if (known == features) {
      return score;
    }
  }
  return profile.rules().score(line.text, line.known->hits.all(), features);
}

}  // namespace letterkit
