#include "input/plausible.hpp"

#include <algorithm>
#include <string_view>

namespace letterkit {
namespace {

struct Group {
  Plausible plausible;
  std::u16string_view characters;
};

// Costs follow the letter counts of the four languages, rounded: a share of 1/5 is 2 nats, of 1/150
// is 5. The signs have theirs from office texts (article, paragraph, amount, quotation).
// clang-format off
constexpr Group kGroups[] = {
    // Every page of French has its acute, every page of German its umlauts, Dutch its diaeresis.
    {{Kind::lower, 1}, u"é"},
    {{Kind::lower, 2}, u"èëäöüß"},
    {{Kind::word, 2}, u"à"},
    {{Kind::lower, 3}, u"êïçô"},
    // The other accents of French, of Dutch stress ("vóór") and of Spanish and Portuguese names.
    {{Kind::lower, 4}, u"ûóùâ"},
    {{Kind::lower, 5}, u"îáíúñœ"},
    // Capitals that start sentences, and those that stand in words of capitals only.
    {{Kind::upper, 4}, u"ÉÀÄÖÜÈ"},
    {{Kind::upper, 6}, u"ÇÊËÎÏÔÛÂÓÁÍÚÑŒ"},
    // Names from the Nordic countries, Portugal, Turkey and central Europe.
    {{Kind::lower, 7}, u"ãåæøõìòýÿšž"},
    {{Kind::upper, 8}, u"ÅÆØÃÕÌÒÙÝŠŽŸ"},
    {{Kind::lower, 9}, u"ðþıﬁﬂ"},
    {{Kind::upper, 9}, u"ÐÞ"},
    // What word processors put in by themselves.
    {{Kind::apostrophe, 1}, u"’"},
    {{Kind::opening, 3}, u"“«"},
    {{Kind::closing, 3}, u"”»"},
    {{Kind::opening, 4}, u"„"},
    {{Kind::opening, 5}, u"‘"},
    {{Kind::opening, 8}, u"‚‹"},
    {{Kind::closing, 8}, u"›"},
    {{Kind::dash, 2}, u"–"},
    {{Kind::dash, 4}, u"—"},
    {{Kind::ellipsis, 4}, u"…"},
    {{Kind::no_break, 3}, u"\u00A0"},
    {{Kind::bullet, 4}, u"•·"},
    // Amounts, laws, measures. The guilder's florin sign is in Dutch letters before 2002.
    {{Kind::currency, 3}, u"€"},
    {{Kind::currency, 6}, u"ƒ£"},
    {{Kind::currency, 8}, u"¥¤¢"},
    {{Kind::section, 4}, u"§"},
    {{Kind::section, 8}, u"¶"},
    {{Kind::ordinal, 4}, u"°"},
    {{Kind::ordinal, 6}, u"ºª²³¹"},
    {{Kind::fraction, 5}, u"½"},
    {{Kind::fraction, 6}, u"¼¾"},
    {{Kind::symbol, 6}, u"©®™±×"},
    {{Kind::symbol, 7}, u"†‡‰¿¡\u00AD"},
    // Accents by themselves are what typewriters had, not what letters hold.
    {{Kind::symbol, 9}, u"´¨¸¬¦¯µ÷ˆ˜˙˚˛˝ˇ˘‗⁄"},
    {{Kind::symbol, 9}, u"−≤≥≠≈∞∂∑∏π∫Ω√∆◊"},
};
// clang-format on

constexpr std::uint8_t kCostOther = 10;
constexpr std::uint8_t kCostNone = 20;
// What a neighbour of the wrong kind costs: rare, wrong, hardly ever.
constexpr unsigned kRare = 2;
constexpr unsigned kWrong = 5;
constexpr unsigned kNever = 8;

constexpr bool is_letter_kind(Kind k) {
  return k == Kind::lower || k == Kind::upper || k == Kind::word;
}

constexpr bool is_word(Kind k) {
  return is_letter_kind(k) || k == Kind::digit;
}

constexpr bool is_blank(Kind k) {
  return k == Kind::space || k == Kind::no_break;
}

Plausible ascii(char32_t c) {
  if (c <= ' ' || c == 0x7F) {
    return {Kind::space, 0};
  }
  if (c >= '0' && c <= '9') {
    return {Kind::digit, 0};
  }
  if (c >= 'a' && c <= 'z') {
    return {Kind::lower, 0};
  }
  return {c >= 'A' && c <= 'Z' ? Kind::upper : Kind::punctuation, 0};
}

unsigned lower_misfit(Kind before, Kind after) {
  if (after == Kind::upper) {
    return kNever;
  }
  if (is_letter_kind(before)) {
    return after == Kind::digit ? kWrong : 0;
  }
  if (before == Kind::digit) {
    return kWrong;
  }
  // A word's first letter, or a word of one letter.
  return is_letter_kind(after) ? 1 : kWrong;
}

// A word of its own ("face à"), or the last letter of one ("déjà", "là").
unsigned word_misfit(Kind before, Kind after) {
  if (!is_word(before) && !is_word(after)) {
    return 0;
  }
  return lower_misfit(before, after) + (is_letter_kind(after) ? kRare : 0);
}

unsigned upper_misfit(Kind before, Kind after) {
  if (before == Kind::lower) {
    return kNever;
  }
  if (before == Kind::upper) {
    return after == Kind::lower ? kWrong : 0;
  }
  if (before == Kind::digit) {
    return kWrong;
  }
  return is_letter_kind(after) || after == Kind::apostrophe ? 0
         : after == Kind::punctuation                       ? kRare
                                                            : kWrong;
}

// German closes with what English opens with, and Danish guillemets point inwards, so a quote the
// other way round is just rare. In the middle of a word there is none.
unsigned quote_misfit(Kind before, Kind after, bool opens) {
  if (is_word(before) && is_word(after)) {
    return kNever;
  }
  const bool outside_before = is_blank(before) || before == Kind::punctuation;
  const bool outside_after = is_blank(after) || after == Kind::punctuation;
  if (opens) {
    return is_word(before) ? kRare : outside_before ? 0 : 1;
  }
  return is_word(after) ? kRare : outside_after ? 0 : 1;
}

unsigned apostrophe_misfit(Kind before, Kind after) {
  if (is_letter_kind(before)) {
    return 0;
  }
  if (is_word(after)) {
    return 1;  // 's-Gravenhage, '90
  }
  return before == Kind::digit || before == Kind::punctuation ? 1 : kWrong;
}

unsigned dash_misfit(Kind before, Kind after) {
  if (is_blank(before) && is_blank(after)) {
    return 0;
  }
  if (before == Kind::digit && after == Kind::digit) {
    return 0;
  }
  // Not in a word, nor one of two that are glued to a word: "v\x97\x97r" is Dutch in macintosh.
  const bool glued = before == Kind::lower && (after == Kind::lower || after == Kind::dash);
  if (glued || (before == Kind::dash && after == Kind::lower)) {
    return kNever;
  }
  return is_letter_kind(before) && is_letter_kind(after) ? kWrong : 1;
}

unsigned currency_misfit(Kind before, Kind after) {
  if (is_letter_kind(before) || is_letter_kind(after)) {
    return kNever;
  }
  const bool amount = before == Kind::digit || after == Kind::digit;
  return amount ? 0 : is_blank(after) || after == Kind::punctuation ? 1 : kWrong;
}

// Signs that stand at the edge of a word or number, not in it; none starts one.
unsigned sign_misfit(Kind before, Kind after) {
  if (is_letter_kind(after)) {
    return is_letter_kind(before) ? kNever : kWrong;
  }
  return is_letter_kind(before) ? kRare : 0;
}

unsigned section_misfit(Kind before, Kind after) {
  return is_letter_kind(before) ? kNever : is_letter_kind(after) ? kWrong : 0;
}

unsigned ellipsis_misfit(Kind before, Kind after) {
  if (is_blank(before)) {
    return is_word(after) ? kWrong : kRare;
  }
  return is_word(after) ? kRare : 0;
}

unsigned ordinal_misfit(Kind before, Kind after) {
  if (is_letter_kind(after)) {
    return is_letter_kind(before) ? kNever : kRare;  // 20 degrees C
  }
  return is_word(before) ? 0 : kWrong;
}

}  // namespace

Plausible plausible(char32_t c) {
  if (c < 0x80) {
    return ascii(c);
  }
  if (c < 0xA0 || c == 0xFFFD) {
    return {Kind::none, kCostNone};
  }
  if (c >= 0x2500 && c < 0x25A0) {
    return {Kind::drawing, kCostOther};
  }
  for (const auto& group : kGroups) {
    if (c <= 0xFFFF &&
        group.characters.find(static_cast<char16_t>(c)) != std::u16string_view::npos) {
      return group.plausible;
    }
  }
  return {Kind::symbol, kCostOther};
}

unsigned misfit(Kind before, Kind kind, Kind after) {
  switch (kind) {
    case Kind::lower:
      return lower_misfit(before, after);
    case Kind::word:
      return word_misfit(before, after);
    case Kind::upper:
      return upper_misfit(before, after);
    case Kind::opening:
    case Kind::closing:
      return quote_misfit(before, after, kind == Kind::opening);
    case Kind::apostrophe:
      return apostrophe_misfit(before, after);
    case Kind::dash:
      return dash_misfit(before, after);
    case Kind::currency:
      return currency_misfit(before, after);
    case Kind::ordinal:
      return ordinal_misfit(before, after);
    case Kind::section:
      return section_misfit(before, after);
    case Kind::fraction:
    case Kind::bullet:
    case Kind::symbol:
    case Kind::drawing:
      return sign_misfit(before, after);
    case Kind::ellipsis:
      return ellipsis_misfit(before, after);
    default:
      return 0;
  }
}

}  // namespace letterkit
