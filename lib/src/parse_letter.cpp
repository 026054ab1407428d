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

/// Reads an input's letters and hands each one's text to `use`.
template <class Use>
void read_letters(std::string_view bytes, std::string_view name,
                  const std::vector<Profile>& profiles, const ParseOptions& options, Use use) {
  // In pieces, so that no second copy of a large input stands in memory.
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  LetterReader reader(name, profiles, options);
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    // 1. Bytes to UTF-8, with the way back to the bytes. 2. The text to letters.
    reader.feed(bytes.substr(at, kPiece));
    while (const auto text = reader.next()) {
      use(*text);
    }
  }
  reader.finish();
  while (const auto text = reader.next()) {
    use(*text);
  }
}

}  // namespace

Letter parse_letter(const LetterText& text, const std::vector<Profile>& profiles) {
  // 3. The text to labelled lines. 4. Labelled lines to fields, fields to a record.
  Letter letter = assemble(read_text(text, profiles));
  letter.source = text.source;
  letter.diagnostics.insert(letter.diagnostics.begin(), text.diagnostics.begin(),
                            text.diagnostics.end());
  return letter;
}

std::vector<Letter> parse_letters(std::string_view bytes, std::string_view name,
                                  const std::vector<Profile>& profiles,
                                  const ParseOptions& options) {
  std::vector<Letter> letters;
  read_letters(bytes, name, profiles, options,
               [&](const LetterText& text) { letters.push_back(parse_letter(text, profiles)); });
  return letters;
}

std::vector<ExplainedLetter> explain_letters(std::string_view bytes, std::string_view name,
                                             const std::vector<Profile>& profiles,
                                             const ParseOptions& options) {
  std::vector<ExplainedLetter> letters;
  read_letters(bytes, name, profiles, options, [&](const LetterText& text) {
    const Reading reading = read_text(text, profiles);
    letters.push_back({text.source, reading.profile.language, explain(reading)});
  });
  return letters;
}

}  // namespace letterkit
