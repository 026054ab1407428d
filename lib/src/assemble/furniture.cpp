#include "assemble/furniture.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "lines/line_texts.hpp"

namespace letterkit {
namespace {

constexpr float kFurniture = 4;            // evidence, nats
constexpr std::size_t kNearPageBreak = 3;  // lines
// Lines between a page's mark and the text above it.
constexpr std::size_t kMostFootLines = 7;
constexpr std::uint16_t kShortestTorn = 50;  // characters of a line that a page's end tears

bool is_furniture(const LineScore& score) {
  return score.weight[index_of(Label::furniture)] >= kFurniture;
}

/// Whether a line is but a number, as a page's may be.
bool is_number(Features features) {
  return features.fits(features_of(Feature::number_only, Feature::tiny), {});
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

/// Marks the foot of pages that end inside a sentence: all that stands between its halves, but for
/// notes. `found`: the marks of pages.
void find_torn_pages(const Reading& reading, FoundLines& found) {
  const FoundLines marks = found;
  const std::span<const Features> features = reading.features;
  std::size_t below = features.size();  // the first line behind line i that is no page's mark
  for (std::size_t i = features.size(); i-- > 1;) {
    const bool mark = marks[i] != 0 || is_number(features[i]);
    if (!mark) {
      below = i;
      continue;  // nearly always
    }
    const bool goes_on = below < features.size() && features[below].has(Feature::lower);
    const std::size_t above = goes_on ? torn_above(reading, i) : i;
    bool note = false;
    for (std::size_t at = above + 1; at <= i; ++at) {
      const bool apart = reading.line(at).blanks > 0 || reading.line(at).page_break;
      note = (note && !apart) || features[at].has(Feature::note_line);
      found[at] = found[at] || !note;
    }
    below = marks[i] ? below : i;
  }
}

/// Texts of lines seen since the letterhead began: what stands above it is another page's head.
/// Whether lines begin one is found out between lines with one text only, which are few.
class SeenTexts {
 public:
  explicit SeenTexts(const Reading& reading) : reading_(reading), texts_(reading.lines.lines) {}

  /// Whether a line above line i, noted and of its letterhead, has this text.
  bool has(std::size_t i, std::string_view text) {
    const std::size_t above = texts_.find(text);
    return above != LineTexts::kNone && above >= letterhead_at(i);
  }

  /// Whether one has line i's; notes line i.
  bool note(std::size_t i) {
    const std::size_t above = texts_.note(i);
    return above != LineTexts::kNone && above >= letterhead_at(i);
  }

 private:
  /// The last line up to line i, which never goes back, that a letterhead begins on; 0: none.
  std::size_t letterhead_at(std::size_t i) {
    for (; next_ <= i; ++next_) {
      begin_ = reading_.matches(next_, Extract::letterhead_start) ? next_ : begin_;
    }
    return begin_;
  }

  const Reading& reading_;
  LineTexts texts_;
  std::size_t begin_ = 0;
  std::size_t next_ = 0;  // the first line that was not looked at for a letterhead's begin
};

/// Marks numbers alone beside a page's mark or break: they are the page's.
void find_page_numbers(const Reading& reading, FoundLines& found) {
  const std::size_t size = reading.size();
  for (std::size_t i = 0; i < size; ++i) {
    const bool beside =
        is_number(reading.features[i]) && ((i > 0 && is_furniture(*reading.scores[i - 1])) ||
                                           (i + 1 < size && is_furniture(*reading.scores[i + 1])) ||
                                           reading.features[i].has(Feature::before_page_break) ||
                                           (reading.line(i).page_break && i > 0));
    found[i] = found[i] || beside;
  }
}

/// Whether a page's mark or break stands beside line i.
bool is_near_mark(const Reading& reading, const FoundLines& found, std::size_t i) {
  const auto is_mark = [&](std::size_t at) {
    return found[at] && reading.line(at).side == reading.line(i).side;
  };
  for (std::size_t d = 1; d <= kNearPageBreak; ++d) {
    if ((i >= d && is_mark(i - d)) || (i + d < reading.size() && is_mark(i + d))) {
      return true;
    }
  }
  return reading.line(i).page_break;
}

/// Marks what repeats the head of a page.
void find_repeats(const Reading& reading, FoundLines& found) {
  SeenTexts seen(reading);
  std::string both;
  bool value_below = false;
  bool field_above = false;  // the line above is a field that was repeated
  const std::size_t size = reading.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Features features = reading.features[i];
    const bool value = std::exchange(field_above, false);
    // A label over its value repeats a field that stood on one line above.
    bool on_one_line = false;
    if (features.has(Feature::field_bare) && i + 1 < size) {
      both.assign(reading.line(i).text).append(" ").append(reading.line(i + 1).text);
      on_one_line = seen.has(i, both);
    }
    if (found[i] || !features.has(Feature::medium) ||
        (!seen.note(i) && !on_one_line && !value_below)) {
      value_below = false;
      continue;
    }
    value_below = on_one_line;
    field_above = features.has(Feature::field);
    found[i] = field_above || value ||
               (features.has(Feature::is_short) && !features.has(Feature::office) &&
                !features.has(Feature::maybe_name) && is_near_mark(reading, found, i));
  }
}

}  // namespace

FoundLines find_furniture(const Reading& reading) {
  FoundLines found;
  found.reserve(reading.size());
  bool any_mark = false;
  for (const SharedScore& score : reading.scores) {
    const bool mark = is_furniture(*score);
    any_mark |= mark;
    found.push_back(mark ? 1 : 0);
  }
  bool any_number = false;
  Features any;
  for (const Features features : reading.features) {
    any_number |= is_number(features);
    any |= features;
  }
  // A text, or a field broken in two, may stand there again.
  constexpr Features kAgain =
      features_of(Feature::repeats, Feature::same_line, Feature::field_bare);
  const bool any_again = any.has_any(kAgain);
  if (any_mark || any_number) {
    find_torn_pages(reading, found);
  }
  if (any_number) {
    find_page_numbers(reading, found);
  }
  if (any_again) {
    find_repeats(reading, found);
  }
  return found;
}

}  // namespace letterkit
