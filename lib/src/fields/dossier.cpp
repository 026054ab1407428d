#include "fields/dossier.hpp"

#include <algorithm>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"
#include "fields/paper_scan.hpp"

namespace letterkit {
namespace {

// A title on one line is shorter; whole paragraphs are not read (bytes).
constexpr std::size_t kLongestTitle = 600;

constexpr std::string_view kKeys =
    "number, reprint, session, chamber 1, chamber 2, chamber both, kind";

std::size_t offset_in(std::string_view line, std::string_view part) {
  return part.empty() ? line.size() : static_cast<std::size_t>(part.data() - line.data());
}

ByteSpan span_in(std::string_view line, std::string_view part) {
  const std::size_t start = offset_in(line, part);
  return {start, start + part.size()};
}

bool starts_with_capital(std::string_view text) {
  std::size_t at = 0;
  for (const std::string_view mark :
       {"\"", "'", "\u201C", "\u201E", "\u2018", "\u2019", "\u00AB", "("}) {
    if (text.substr(0, mark.size()) == mark) {
      at = mark.size();
      break;
    }
  }
  return at < text.size() && is_upper(next_code_point(text, at));
}

/// Whether the text ends as a sentence does, not with an abbreviation ("c.a.", "enz.").
bool ends_as_sentence(std::string_view text) {
  if (text.back() != '.') {
    return false;
  }
  text.remove_suffix(1);
  const auto word = text.substr(text.rfind(' ') + 1);
  return word.size() > 3 && word.find('.') == std::string_view::npos;
}

/// A currency or unit rather than a title: "EUR", "FTE".
bool is_unit(std::string_view text) {
  return text.size() <= 3 && std::all_of(text.begin(), text.end(), is_ascii_upper);
}

bool looks_like_title(std::string_view text) {
  return text.size() <= kLongestTitle && starts_with_capital(text) && !ends_as_sentence(text) &&
         !is_unit(text);
}

/// Reads a suffix and a title at the cursor into `dossier`. False when what stands there is
/// neither.
bool read_suffix_and_title(std::string_view line, Cursor at, DossierLine& dossier) {
  const std::size_t begin = at.at();
  dossier.suffix = take_dossier_suffix(at);
  const std::string_view printed = trim_blanks(line.substr(begin, at.at() - begin));
  dossier.suffix_span = span_in(line, printed);
  const bool separated = at.skip_blanks();
  dossier.title = trim_blanks(at.rest());
  dossier.title_span = span_in(line, dossier.title);
  return dossier.title.empty() || (separated && looks_like_title(dossier.title));
}

}  // namespace

Result<PaperWords> PaperWords::parse(const DataFile& file) {
  PaperWords words;
  for (const DataLine& data : data_lines(file.text)) {
    const auto line = keyed_line(file, data, "paper");
    if (!line) {
      return line.error();
    }
    const std::string_view key = line->key.text;
    WordTable* table = key == "number"                 ? &words.numbers
                       : key == "reprint"              ? &words.reprints
                       : key == "session"              ? &words.sessions
                       : key == "kind"                 ? &words.kinds
                       : key.substr(0, 7) == "chamber" ? &words.chambers
                                                       : nullptr;
    const int value = key == "chamber 1"      ? 1
                      : key == "chamber 2"    ? 2
                      : key == "chamber both" ? 3
                                              : 0;
    if (table == nullptr || (table == &words.chambers && value == 0)) {
      return line->unknown_key(kKeys);
    }
    if (const Status status = line->add_to(*table, value); !status) {
      return status.error();
    }
    if (table == &words.chambers) {
      for (const DataCell& cell : line->words) {
        words.chamber_heads.add(cell.text);
      }
    }
  }
  return words;
}

namespace {

/// Whether a dossier may stand at the cursor: five digits, two before a blank, or letters. Most
/// lines that start with digits start with a year, a postcode or an amount.
bool may_be_dossier(Cursor at) {
  const char first = at.peek();
  if (!is_ascii_digit(first)) {
    return first == 'C' || first == 'L' || first == 'X';
  }
  const std::size_t digits = at.digits().size();
  return digits == 5 || (digits == 2 && blank_at(at.rest(), 0) > 0);
}

/// parse_dossier_line(), with the cursor behind the blanks that the line starts with.
std::optional<DossierLine> read_dossier_line(std::string_view line, Cursor at) {
  const std::size_t begin = at.at();
  DossierLine dossier;
  if (const auto number = take_dossier_digits(at)) {
    dossier.number = *number;
    dossier.number_span = {begin, at.at()};
    return read_suffix_and_title(line, at, dossier) ? std::optional(dossier) : std::nullopt;
  }
  const auto number = take_letter_dossier(at);
  if (!number) {
    return std::nullopt;
  }
  dossier.number = *number;
  dossier.number_span = {begin, at.at()};
  dossier.title = trim_blanks(at.rest());
  dossier.title_span = span_in(line, dossier.title);
  dossier.suffix_span = {line.size(), line.size()};
  const bool blank = blank_at(line, at.at()) > 0;
  return dossier.title.empty() || (blank && looks_like_title(dossier.title))
             ? std::optional(dossier)
             : std::nullopt;
}

}  // namespace

std::optional<DossierLine> parse_dossier_line(std::string_view line) {
  Cursor at(line);
  at.skip_blanks();
  return may_be_dossier(at) ? read_dossier_line(line, at) : std::nullopt;
}

std::optional<DossierLine> continues_dossier(std::string_view previous, std::string_view line,
                                             const PaperWords& words) {
  auto dossier = parse_dossier_line(previous);
  if (!dossier || dossier->suffix || !dossier->title.empty() ||
      !is_ascii_digit(dossier->number[0])) {
    return std::nullopt;
  }
  // A suffix needs what precedes it on a line; a blank stands in for the line end.
  const std::string_view text = trim_blanks(line);
  const std::string joined = ' ' + std::string(text.substr(0, 16));
  Cursor at(joined);
  dossier->suffix = take_dossier_suffix(at);
  if (!dossier->suffix) {
    return std::nullopt;
  }
  const std::size_t size = at.at() - 1;
  const std::string_view title = trim_blanks(text.substr(size));
  if (title.empty() ? dossier->suffix->size() < 2
                    : !looks_like_title(title) || words.kinds.contains(Cursor(title).word())) {
    return std::nullopt;
  }
  dossier->suffix_span = span_in(line, text.substr(0, size));
  dossier->title = title;
  dossier->title_span = span_in(line, title);
  return dossier;
}

}  // namespace letterkit
