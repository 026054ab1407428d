#include "assemble/read_letter.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "assemble/steps.hpp"
#include "fields/field_label.hpp"
#include "lines/columns.hpp"
#include "lines/split_lines.hpp"
#include "profile/cut_lines.hpp"
#include "profile/known_line.hpp"
#include "profile/recognise.hpp"
#include "profile/unwrap_lines.hpp"

namespace letterkit {
namespace {

constexpr float kFurniture = 4;            // evidence, nats
constexpr std::size_t kNearPageBreak = 3;  // lines
// Lines between a page's mark and the text above it.
constexpr std::size_t kMostFootLines = 7;
constexpr std::uint16_t kShortestTorn = 50;  // characters of a line that a page's end tears

/// `own`: the features that the lines have by themselves.
void score_lines(Reading& reading, const std::vector<Features>& own) {
  reading.features = own;
  recognise_places(reading.lines, reading.profile, reading.features);
  reading.scores.clear();
  reading.scores.reserve(reading.size());
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Line& line = reading.line(i);
    reading.scores.push_back(
        score_line(line.text, reading.lines.hits_of(line), reading.features[i], reading.profile));
  }
}

bool is_furniture(const LineScore& score) {
  return score.weight[index_of(Label::furniture)] >= kFurniture;
}

/// Whether line i belongs to a note at the page's foot.
bool is_of_note(const Reading& reading, std::size_t i) {
  while (i > 0 && reading.line(i).blanks == 0 && !reading.features[i].has(Feature::note_line)) {
    --i;
  }
  return reading.features[i].has(Feature::note_line);
}

/// The last line above a page's mark when it breaks off inside a sentence there; none: `mark`.
std::size_t torn_above(const Reading& reading, std::size_t mark) {
  std::size_t at = mark;
  for (std::size_t d = 1; d <= kMostFootLines && d <= mark; ++d) {
    const bool apart = reading.line(at).blanks > 0 || reading.line(at).page_break;
    const Features above = reading.features[mark - d];
    if (apart) {
      const bool ended = above.has(Feature::ends_sentence) || above.has(Feature::ends_colon);
      if (!ended) {
        const bool text =
            above.has(Feature::lower) || reading.line(mark - d).width >= kShortestTorn;
        return text ? mark - d : mark;
      }
      if (!is_of_note(reading, mark - d)) {
        break;
      }
    }
    at = mark - d;
  }
  return mark;
}

/// The line behind a page's mark, and others of the page, that goes on in small letters; none:
/// `mark`.
std::size_t torn_below(const Reading& reading, std::size_t mark, const std::vector<bool>& found) {
  std::size_t at = mark + 1;
  while (at < reading.size() && found[at]) {
    ++at;
  }
  return at < reading.size() && reading.features[at].has(Feature::lower) ? at : mark;
}

/// Marks the foot of pages that end inside a sentence: all that stands between its halves, but for
/// notes. `found`: the marks of pages.
void find_torn_pages(const Reading& reading, std::vector<bool>& found) {
  const std::vector<bool> marks = found;
  for (std::size_t i = 1; i + 1 < reading.size(); ++i) {
    const Features features = reading.features[i];
    if (!marks[i] && !(features.has(Feature::number_only) && features.has(Feature::tiny))) {
      continue;
    }
    const std::size_t above = torn_above(reading, i);
    const std::size_t below = torn_below(reading, i, marks);
    if (above == i || below == i) {
      continue;
    }
    bool note = false;
    for (std::size_t at = above + 1; at < below; ++at) {
      const bool apart = reading.line(at).blanks > 0 || reading.line(at).page_break;
      note = (note && !apart) || reading.features[at].has(Feature::note_line);
      found[at] = found[at] || !note;
    }
  }
}

/// Marks what repeats the head of a page: labelled fields that stood above, with their values, and
/// lines beside a page mark that stood on another page.
std::vector<bool> find_furniture(const Reading& reading) {
  std::vector<bool> found(reading.size());
  for (std::size_t i = 0; i < reading.size(); ++i) {
    found[i] = is_furniture(*reading.scores[i]);
  }
  find_torn_pages(reading, found);
  const auto same_column = [&](std::size_t a, std::size_t b) {
    return reading.line(a).side == reading.line(b).side;
  };
  const auto near_mark = [&](std::size_t i) {
    for (std::size_t d = 1; d <= kNearPageBreak; ++d) {
      const bool above = i >= d && found[i - d] && same_column(i - d, i);
      if (above || (i + d < reading.size() && found[i + d] && same_column(i + d, i))) {
        return true;
      }
    }
    return reading.line(i).page_break;
  };
  // A number alone beside a page mark or break is the page's.
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const bool number =
        reading.features[i].has(Feature::number_only) && reading.features[i].has(Feature::tiny);
    const bool beside = (i > 0 && is_furniture(*reading.scores[i - 1])) ||
                        (i + 1 < reading.size() && is_furniture(*reading.scores[i + 1])) ||
                        reading.features[i].has(Feature::before_page_break) ||
                        (reading.line(i).page_break && i > 0);
    found[i] = found[i] || (number && beside);
  }
  // Texts seen since the letterhead began: what stands above it is another page's head.
  std::unordered_set<std::string_view> seen;
  std::vector<bool> repeated_field(reading.size());
  bool value_below = false;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const std::string_view text = reading.line(i).text;
    if (reading.profile.extracts.matches(Extract::letterhead_start, text)) {
      seen.clear();
    }
    const Features features = reading.features[i];
    // A label over its value repeats a field that stood on one line above.
    const bool on_one_line =
        features.has(Feature::field_bare) && i + 1 < reading.size() &&
        seen.contains(std::string(text) + " " + std::string(reading.line(i + 1).text));
    if (found[i] || !features.has(Feature::medium) ||
        (seen.insert(text).second && !on_one_line && !value_below)) {
      value_below = false;
      continue;
    }
    value_below = on_one_line;
    const bool value = i > 0 && repeated_field[i - 1];
    repeated_field[i] = features.has(Feature::field);
    found[i] = repeated_field[i] || value ||
               (features.has(Feature::is_short) && !features.has(Feature::office) &&
                !features.has(Feature::maybe_name) && near_mark(i));
  }
  return found;
}

/// Takes furniture out of the lines and their own features. Whether there was any.
bool drop_furniture(Reading& reading, std::vector<Features>& own) {
  const auto found = find_furniture(reading);
  std::vector<Line> kept;
  std::vector<Features> kept_own;
  bool page_break = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Line line = reading.line(i);
    if (found[i]) {
      line.furniture = true;
      page_break = true;
      reading.furniture.push_back(line);
      continue;
    }
    line.page_break = line.page_break || page_break;
    line.blanks += page_break ? 1U : 0U;
    page_break = false;
    kept.push_back(line);
    kept_own.push_back(own[i]);
  }
  if (reading.furniture.empty() || kept.empty()) {
    return false;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) {
      reading.furniture_scores.push_back(std::move(reading.scores[i]));
    }
  }
  reading.lines.lines = std::move(kept);
  own = std::move(kept_own);
  return true;
}

}  // namespace

Reading read_lines(std::string_view text, const LetterPlace& place, const ProfileData& profile) {
  Reading reading{profile, place, split_lines(text), {}, {}, {}, {}, {}};
  separate_columns(reading.lines, [&profile](std::string_view cell) {
    const auto field = find_field(cell, profile.fields);
    return field && field->value.empty();
  });
  unwrap_lines(reading.lines, profile);
  cut_lines(reading.lines, profile);
  std::vector<Features> own;
  own.reserve(reading.size());
  for (const Line& line : reading.lines.lines) {
    own.push_back(recognise_line(reading.lines, line, profile));
  }
  score_lines(reading, own);
  if (drop_furniture(reading, own)) {
    score_lines(reading, own);
  }
  std::vector<bool> apart;
  for (const Line& line : reading.lines.lines) {
    apart.push_back(line.blanks > 0);
  }
  reading.labels = label_lines(reading.scores, apart, profile.grammar);
  return reading;
}

Letter assemble(const Reading& reading) {
  Letter letter;
  letter.language = reading.profile.language;
  read_fields(reading, letter);
  read_addressee(reading, letter);
  read_date(reading, letter);
  read_paper_head(reading, letter);
  read_body(reading, letter);
  read_signature(reading, letter);
  read_attachments(reading, letter);
  read_references(reading, letter);
  judge(reading, letter);
  return letter;
}

}  // namespace letterkit
