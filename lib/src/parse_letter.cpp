// From an input's bytes to its letters: the pipeline, stage by stage.
#include "letterkit/parse.hpp"

#include <utility>

#include "assemble/explain.hpp"
#include "assemble/read_letter.hpp"
#include "profile/choose_profile.hpp"

namespace letterkit {
namespace {

/// The letter's lines, scored by the profile's rules and labelled as a whole.
Reading read_text(const LetterText& text, const std::vector<Profile>& profiles) {
  LetterPlace place;
  place.first_line = text.line;
  place.input = &text;
  return read_lines(text.text, place, choose_profile(text.text, profiles).data());
}

}  // namespace

Letter parse_letter(const LetterText& text, const std::vector<Profile>& profiles, Parts parts) {
  // 3. The text to labelled lines. 4. Labelled lines to fields, fields to a record.
  Reading reading = read_text(text, profiles);
  reading.parts = parts;
  Letter letter = assemble(reading);
  give_room(reading);
  letter.source = text.source;
  letter.diagnostics.insert(letter.diagnostics.begin(), text.diagnostics.begin(),
                            text.diagnostics.end());
  return letter;
}

void reuse(Letter& letter) {
  give_room(letter);
}

ExplainedLetter explain_letter(const LetterText& text, const std::vector<Profile>& profiles) {
  const Reading reading = read_text(text, profiles);
  return {text.source, reading.profile.language, explain(reading)};
}

std::vector<Letter> parse_letters(std::string_view bytes, std::string_view name,
                                  const std::vector<Profile>& profiles,
                                  const ParseOptions& options) {
  // In pieces, so that no second copy of a large input stands in memory.
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  std::vector<Letter> letters;
  LetterReader reader(name, profiles, options);
  const auto parse_ready = [&] {
    while (const auto text = reader.next()) {
      letters.push_back(parse_letter(*text, profiles));
    }
  };
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    // 1. Bytes to UTF-8, with the way back to the bytes. 2. The text to letters.
    reader.feed(bytes.substr(at, kPiece));
    parse_ready();
  }
  reader.finish();
  parse_ready();
  return letters;
}

}  // namespace letterkit
