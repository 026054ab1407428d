#include "fields/reference.hpp"

#include <algorithm>
#include <array>

#include "fields/citation.hpp"
#include "fields/citation_places.hpp"
#include "fields/paper_id.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// Words this short are abbreviations and must stand in capitals: "TK", not "tk".
constexpr std::size_t kShortTrigger = 2;
constexpr std::size_t kLongestPrefix = 5;  // of an identifier: "stcrt"
constexpr std::size_t kLongestId = 64;

/// The kind that references of an identifier have; empty when it is not one of those cited.
std::string_view kind_of(PaperId::Kind kind) {
  switch (kind) {
    case PaperId::Kind::kst:
    case PaperId::Kind::blg:
    case PaperId::Kind::nds:
      return "kamerstuk";
    case PaperId::Kind::ah:
      return "aanhangsel";
    case PaperId::Kind::h:
      return "handelingen";
    case PaperId::Kind::stcrt:
      return "staatscourant";
    case PaperId::Kind::stb:
      return "staatsblad";
    default:
      return {};
  }
}

/// Of each byte, whether it stands in words; 2: the byte behind it tells.
constexpr std::array<char, 256> kOfWord = [] {
  std::array<char, 256> of_word{};
  for (std::size_t c = 0; c < 256; ++c) {
    const char ascii = static_cast<char>(c);
    of_word[c] = c >= 0x80 || is_ascii_letter(ascii) || is_ascii_digit(ascii) ? 1 : 0;
  }
  of_word[0xC2] = 0;
  of_word[0xE2] = 2;
  return of_word;
}();

bool in_word(std::string_view text, std::size_t at) {
  const char kind = kOfWord[static_cast<unsigned char>(text[at])];
  return kind == 1 || (kind == 2 && text.substr(at + 1, 1) != "\x80");
}

/// Whether the byte at `at` is the first of a word. Marks beyond ASCII are of no word: U+0080 to
/// U+00BF and U+2000 to U+203F.
bool begins_word(std::string_view text, std::size_t at) {
  if (!starts_character(text[at]) || !in_word(text, at)) {
    return false;
  }
  if (at == 0 || static_cast<unsigned char>(text[at - 1]) < 0x80) {
    return at == 0 || !in_word(text, at - 1);
  }
  return (at >= 2 && text[at - 2] == '\xC2') ||
         (at >= 3 && text[at - 2] == '\x80' && text[at - 3] == '\xE2');
}

/// The place behind the word, or what is left of it, at `at`.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && in_word(text, at)) {
    ++at;
  }
  return at;
}

/// An identifier printed whole, with its prefix: "Stcrt-2018-49440", read from the hyphen behind
/// the prefix, which starts at `floor` or later. 0 when there is none.
std::size_t read_identifier(std::string_view text, std::size_t floor, std::size_t dash,
                            std::vector<FoundReference>& found) {
  std::size_t at = dash;
  while (at > floor && dash - at <= kLongestPrefix && is_ascii_letter(text[at - 1])) {
    --at;
  }
  if (at == dash || dash - at > kLongestPrefix || !begins_word(text, at)) {
    return 0;
  }
  std::size_t end = dash;
  const auto in_id = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; };
  while (end < text.size() && end - at <= kLongestId && in_id(text[end])) {
    ++end;
  }
  while (text[end - 1] == '-') {
    --end;
  }
  const auto id = parse_paper_id(text.substr(at, end - at));
  const std::string_view kind = id ? kind_of(id->kind) : std::string_view{};
  if (kind.empty()) {
    return 0;
  }
  found.push_back(
      {at, end, id->ambiguous ? std::nullopt : std::optional(print_paper_id(*id)), kind});
  return end;
}

/// The citation that a word at `at` begins; 0 when it begins none.
std::size_t read_citation(const CitedText& cited, std::size_t at,
                          std::vector<FoundReference>& found) {
  const auto trigger = cited.words.triggers.match(cited.text, at);
  if (!trigger) {
    return 0;
  }
  const std::size_t after = trigger->end;
  const auto word = cited.text.substr(at, after - at);
  if (word.size() <= kShortTrigger && !std::all_of(word.begin(), word.end(), is_ascii_upper)) {
    return 0;
  }
  switch (trigger->value) {
    case ReferenceWords::kamerstuk:
    case ReferenceWords::kamerstuk_weak:
      return read_paper(cited, at, after, trigger->value == ReferenceWords::kamerstuk_weak, found);
    case ReferenceWords::handelingen:
      return read_proceedings(cited, at, after, found);
    case ReferenceWords::aanhangsel:
      return read_appendix(cited, at, after, found);
    case ReferenceWords::staatscourant:
    case ReferenceWords::staatsblad:
      return read_gazette(cited, at, after, trigger->value == ReferenceWords::staatsblad, found);
    default:
      return read_law(cited, at, after, found);
  }
}

}  // namespace

std::vector<FoundReference> find_references(std::string_view text, const ReferenceWords& words,
                                            const DateWords& dates) {
  std::vector<FoundReference> found;
  find_references(text, words, dates, found);
  return found;
}

void find_references(std::string_view text, const ReferenceWords& words, const DateWords& dates,
                     std::vector<FoundReference>& found) {
  // Every citation holds a digit: none begins behind the last one.
  const std::size_t last_digit = find_last_ascii_digit(text);
  if (last_digit == text.size()) {
    return;
  }
  const CitedText cited{text, words, dates};
  CitationPlaces places(text, last_digit + 1, words.triggers, words.firsts);
  std::size_t floor = 0;  // behind the citation read last
  for (std::size_t at = places.next(); at <= last_digit; at = places.next()) {
    const char c = text[at];
    std::size_t end = 0;
    if (c == '-') {
      end = read_identifier(text, floor, at, found);
    } else if (c == '(') {
      const bool digit = at + 1 < text.size() && is_ascii_digit(text[at + 1]);
      end = digit ? read_bracketed_paper(cited, at, found) : 0;
    } else if (begins_word(text, at)) {
      end = read_citation(cited, at, found);
    }
    if (end != 0) {
      floor = end_of_word(text, end);
      places.pass(floor);
    }
  }
}

}  // namespace letterkit
