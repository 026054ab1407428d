// Whether a line is a name, and where in a line a name stands beside a role: the evidence that the
// grammar of names (name_scan.cpp) found is weighed here.
#include <algorithm>

#include "fields/cursor.hpp"
#include "fields/name_pieces.hpp"
#include "fields/person.hpp"
#include "support/byte_set.hpp"
#include "support/thread_memo.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestName = 120;  // bytes; three titles and a double surname need 80
constexpr std::size_t kLongestWords = 5;   // words of a surname
constexpr double kFullName = 0.97;         // initials and surname
constexpr double kOneInitial = 0.93;       // "A. Algra" might be a numbered heading
constexpr double kTitleAndName = 0.8;      // "mr. Algra"
constexpr double kCourtesyAndName = 0.6;   // "Mevrouw Algra"
constexpr double kGivenPrefixName = 0.75;  // "Anna van der Berg"
constexpr double kGivenName = 0.6;         // "Anna Algra"
constexpr double kPrefixName = 0.3;        // "Van Algra"
constexpr double kBareName = 0.3;          // "Algra"
constexpr double kCapitalsWithoutInitials = 0.5;  // factor: headings are set in capitals
constexpr double kExtraWord = 0.85;               // factor for each surname word after the second
constexpr double kLeastOfSpan = 0.25;  // a name beside a role must look like one at least this much

std::string_view trim_end(std::string_view line) {
  const auto last = line.find_last_not_of(" ,;\t");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

/// Signs that no name is printed with.
constexpr ByteSet kNoNameSigns(":?!@/&%\"0123456789");

bool has_lower_case(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_lower(next_code_point(text, at))) {
      return true;
    }
  }
  return false;
}

double base_score(const NameScan& scan) {
  if (scan.initial_count > 0) {
    return scan.initial_count > 1 || !scan.titles.empty() || scan.prefixes > 0 ? kFullName
                                                                               : kOneInitial;
  }
  if (!scan.titles.empty() || scan.mark) {
    return kTitleAndName;
  }
  if (scan.courtesy) {
    return kCourtesyAndName;
  }
  if (scan.given_words > 0) {
    return scan.prefix.empty() ? kGivenName : kGivenPrefixName;
  }
  return scan.prefix.empty() ? kBareName : kPrefixName;
}

double score_of(std::string_view text, const NameScan& scan) {
  const std::size_t words = scan.surname_words + scan.given_words;
  if (scan.surname_words == 0 || words > kLongestWords) {
    return 0.0;
  }
  double score = base_score(scan);
  for (std::size_t i = 2; i < words; ++i) {
    score *= kExtraWord;
  }
  // "Anna ALGRA" is no heading.
  const std::size_t named_from = scan.given_words > 0 ? scan.given.begin : scan.surname.begin;
  if (scan.initial_count == 0 && scan.titles.empty() &&
      !has_lower_case(text.substr(named_from, scan.surname.end - named_from))) {
    score *= kCapitalsWithoutInitials;
  }
  return scan.suffixes.empty() ? score : std::max(score, kTitleAndName);
}

// Initials without a surname, or a capital that only looks like one, never make a name.
bool convincing_start(const NameScan& scan) {
  return scan.initial_count > 0 || !scan.titles.empty() || scan.courtesy || scan.mark;
}

/// False when a scan from piece `i` on finds no title, and no initial before a given name: when it
/// starts with neither, as nearly all words of roles. Titles of nobility stand behind given names.
bool may_convince(std::string_view line, NamePieces& pieces, std::size_t i) {
  constexpr NameUse kTitles = NameUse::title | NameUse::courtesy | NameUse::mark;
  const NamePiece& piece = pieces[i];
  const bool word = piece.shape == PieceShape::capital || piece.shape == PieceShape::lower ||
                    piece.shape == PieceShape::dotted;
  const bool whole = piece.end == line.size() || line[piece.end] == ' ' ||
                     line[piece.end - 1] == '.';  // not cut off a glued word
  return !word || !whole || has_use(pieces.uses(i), kTitles | begins(kTitles));
}

/// Whether some piece is a title of nobility.
bool has_noble(NamePieces& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (has_use(pieces.uses(i), NameUse::noble | NameUse::noble_link)) {
      return true;
    }
  }
  return false;
}

NameSpan span_of(std::string_view line, std::size_t begin, std::size_t end, double score) {
  return {begin, end, line.substr(begin, end - begin), score};
}

bool is_separator(std::string_view line, const NamePiece& piece) {
  return piece.shape == PieceShape::comma ||
         (piece.shape == PieceShape::other && line[piece.begin] == ':');
}

/// False when a line, without what may end it, is no name: most lines of text, by a look.
bool may_be_whole_name(std::string_view line, const NameWords& words) {
  return !line.empty() && line.size() <= kLongestName && !kNoNameSigns.has(line[0]) &&
         words.may_be_name(line) &&
         std::ranges::none_of(line, [](char c) { return kNoNameSigns.has(c); });
}

/// name_score() of a line that may be one, from what was read of it.
double score_of_whole(std::string_view line, NamePieces& pieces, const NameScan& scan,
                      const NameWords& words) {
  if (pieces.has(scan.last) || (!pieces.has(1) && words.is_prefix(line)) || words.is_place(line)) {
    return 0.0;
  }
  return score_of(line, scan);
}

/// What one scan of a line, from its start, finds.
struct LineReading {
  double whole = 0.0;     // name_score(); 0 where not all of the line was read
  std::size_t begin = 0;  // of the name that something follows; empty: there is none
  std::size_t end = 0;
  double score = 0.0;  // of that name
};

LineReading read_name_line(std::string_view line, const NameWords& words) {
  const std::string_view head = line.substr(0, kLongestName);
  NamePieces pieces(head, words);
  const NameScan scan = scan_name(head, pieces, 0, words, NameMode::line);
  if (!pieces.has(scan.last)) {
    return {may_be_whole_name(line, words) ? score_of_whole(line, pieces, scan, words) : 0.0};
  }
  if (scan.surname_words == 0) {
    return {};
  }
  const NamePiece next = pieces[scan.last];
  const bool separated = is_separator(head, next) && pieces.has(scan.last + 1);
  const bool word_follows = next.shape == PieceShape::capital || next.shape == PieceShape::lower ||
                            next.shape == PieceShape::dotted;
  const double score = score_of(head, scan);
  if (score < kLeastOfSpan || !(separated || (word_follows && convincing_start(scan)))) {
    return {};
  }
  return {0.0, pieces[scan.first].begin, pieces[scan.last - 1].end, score};
}

constexpr std::size_t kMostTexts = 1024;  // remembered by a thread of a language, and as many older

/// The same of a line that nothing follows which is no part of a name. Remembered: to scan a name
/// takes two thousand steps, splitting a dump asks for the lines that cutting them does, and one
/// person signs many letters.
const LineReading& known_name_line(std::string_view line, const NameWords& words) {
  return thread_memo<ValueMemo<LineReading, kMostTexts>>(words.id()).at(line, hash_word(line), [&] {
    return read_name_line(line, words);
  });
}

}  // namespace

double name_score(std::string_view line, const NameWords& words) {
  line = trim_end(line);
  return may_be_whole_name(line, words) ? known_name_line(line, words).whole : 0.0;
}

std::optional<NameSpan> trailing_name(std::string_view line, const NameWords& words) {
  const std::string_view whole = line;
  line = trim_end(line);
  if (!words.may_end_in_name(line)) {
    return std::nullopt;
  }
  std::size_t skipped = 0;
  if (line.size() > kLongestName) {
    skipped = line.find(' ', line.size() - kLongestName);
    if (skipped == std::string_view::npos) {
      return std::nullopt;
    }
    line.remove_prefix(skipped);
  }
  NamePieces pieces(line, words);
  const bool noble = has_noble(pieces);
  for (std::size_t i = skipped > 0 ? 0 : 1; i < pieces.size(); ++i) {
    const bool separated = i > 0 && is_separator(line, pieces[i - 1]);
    if (!separated && !noble && !may_convince(line, pieces, i)) {
      continue;
    }
    const NameScan scan = scan_name(line, pieces, i, words, NameMode::line);
    if (scan.last < pieces.size() || !(separated || convincing_start(scan))) {
      continue;
    }
    // Given names need the comma: in "Minister van Justitie Anna Algra" nothing tells them apart.
    if (!separated && scan.given_words > 0 && scan.initials.begin > scan.given.begin) {
      continue;
    }
    const double score = score_of(line, scan);
    if (score >= kLeastOfSpan && !words.is_place(line.substr(pieces[i].begin))) {
      if (skipped == 0 && scan_name(line, pieces, 0, words, NameMode::line).last == pieces.size()) {
        return std::nullopt;  // a name and nothing else
      }
      return span_of(whole, skipped + pieces[i].begin, skipped + pieces[pieces.size() - 1].end,
                     score);
    }
  }
  return std::nullopt;
}

std::optional<NameSpan> leading_name(std::string_view line, const NameWords& words,
                                     std::optional<double>* whole) {
  const bool bare = trim_end(line).size() == std::min(line.size(), kLongestName);
  const LineReading read = bare && line.size() <= kLongestName ? known_name_line(line, words)
                                                               : read_name_line(line, words);
  if (whole != nullptr && bare) {
    *whole = read.whole;
  }
  return read.begin == read.end ? std::nullopt
                                : std::optional(span_of(line, read.begin, read.end, read.score));
}

}  // namespace letterkit
