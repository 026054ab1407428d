#include "assemble/read_letter.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assemble/furniture.hpp"
#include "assemble/steps.hpp"
#include "fields/field_label.hpp"
#include "lines/columns.hpp"
#include "lines/split_lines.hpp"
#include "profile/cut_lines.hpp"
#include "profile/known_line.hpp"
#include "profile/recognise.hpp"
#include "profile/unwrap_lines.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

/// `own`: the features that the lines have by themselves.
void score_lines(Reading& reading, const std::vector<Features>& own) {
  reading.features = take_room<Features>();
  reading.features.assign(own.begin(), own.end());
  recognise_places(reading.lines, reading.profile, reading.features);
  reading.scores = take_room<SharedScore>();
  const std::size_t size = reading.size();
  reading.scores.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    reading.scores[i] = score_line(reading.line(i), reading.features[i], reading.profile);
  }
}

/// Scores again those lines whose features changed when others were taken out.
void score_changed(Reading& reading, std::vector<Features>& own) {
  recognise_places(reading.lines, reading.profile, own);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (own[i] != reading.features[i]) {
      reading.scores[i] = score_line(reading.line(i), own[i], reading.profile);
    }
  }
  reading.features.swap(own);
}

/// Takes furniture out of the lines, what is known of them and their own features. Whether there
/// was any.
bool drop_furniture(Reading& reading, std::vector<Features>& own) {
  const auto found = find_furniture(reading);
  const auto count = static_cast<std::size_t>(std::count(found.begin(), found.end(), 1));
  if (count == 0) {
    return false;
  }
  const bool all = count == found.size();  // nothing else: it stays
  reading.furniture.reserve(count);
  std::size_t kept = 0;
  bool page_break = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Line& line = reading.lines.lines[i];
    if (found[i] != 0) {
      reading.furniture.push_back(line);
      reading.furniture.back().furniture = true;
      if (!all) {
        reading.furniture_scores.push_back(std::move(reading.scores[i]));
      }
      page_break = true;
    } else {
      line.page_break = line.page_break || page_break;
      line.blanks += page_break ? 1U : 0U;
      page_break = false;
      if (kept < i) {
        reading.lines.lines[kept] = line;
        reading.features[kept] = reading.features[i];
        reading.scores[kept] = std::move(reading.scores[i]);
        own[kept] = own[i];
      }
      ++kept;
    }
  }
  if (kept == 0) {
    return false;
  }
  reading.lines.lines.resize(kept);
  reading.features.resize(kept);
  reading.scores.resize(kept);
  own.resize(kept);
  return true;
}

/// Visits the lists that most letters have.
template <typename Visit>
void each_list(Letter& letter, const Visit& visit) {
  visit(letter.header.dossiers);
  visit(letter.addressee.lines);
  visit(letter.paragraphs);
  visit(letter.signatories);
  visit(letter.references);
}

}  // namespace

Reading read_lines(std::string_view text, const LetterPlace& place, const ProfileData& profile) {
  Reading reading{profile, place, split_lines(text, Gaps::as_printed), {}, {}, {}, {}, {}, {}};
  separate_columns(reading.lines, [&profile](std::string_view cell) {
    const auto field = find_field(cell, profile.fields);
    return field && field->value.empty();
  });
  unwrap_lines(reading.lines, profile);
  cut_lines(reading.lines, profile);
  std::vector<Features> own = take_room<Features>();
  const std::size_t size = reading.size();
  own.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    own[i] = recognise_line(reading.lines, reading.line(i), profile);
  }
  score_lines(reading, own);
  if (drop_furniture(reading, own)) {
    score_changed(reading, own);
  }
  give_room(own);
  std::vector<bool> apart(reading.size());
  for (std::size_t i = 0; i < apart.size(); ++i) {
    apart[i] = reading.line(i).blanks > 0;
  }
  reading.labels = label_lines(reading.scores, apart, profile.grammar);
  reading.spans = LabelSpans(reading.labels);
  return reading;
}

Letter assemble(const Reading& reading) {
  Letter letter;
  each_list(letter, []<typename T>(std::vector<T>& list) { list = take_room<T>(); });
  letter.language = reading.profile.language;
  read_fields(reading, letter);
  read_addressee(reading, letter);
  read_date(reading, letter);
  read_paper_head(reading, letter);
  read_body(reading, letter);
  read_signature(reading, letter);
  read_attachments(reading, letter);
  if (reading.wants(Part::references)) {
    read_references(reading, letter);
  }
  judge(reading, letter);
  return letter;
}

void give_room(Letter& letter) {
  each_list(letter, [](auto& list) { letterkit::give_room(list); });
}

void give_room(Reading& reading) {
  give_room(reading.lines.lines);
  give_room(reading.lines.known);
  give_room(reading.features);
  give_room(reading.scores);
}

}  // namespace letterkit
