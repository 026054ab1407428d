#include "fields/paper_id.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/paper_scan.hpp"

namespace letterkit {
namespace {

using Kind = PaperId::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 13> kPrefixes = {
    {{"kst", Kind::kst},
     {"blg", Kind::blg},
     {"ah", Kind::ah},
     {"kv", Kind::kv},
     {"h", Kind::h},
     {"nds", Kind::nds},
     {"stcrt", Kind::stcrt},
     {"stb", Kind::stb},
     {"trb", Kind::trb},
     {"gmb", Kind::gmb},
     {"wsb", Kind::wsb},
     {"prb", Kind::prb},
     {"bgr", Kind::bgr}}
};
constexpr std::array<std::string_view, 3> kChambers = {"tk", "ek", "vv"};
constexpr std::size_t kMostParts = 9;
constexpr std::size_t kLongestId = 64;
constexpr int kLastChapter = 39;

bool is_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_capitals(std::string_view text, std::size_t most) {
  return !text.empty() && text.size() <= most &&
         std::all_of(text.begin(), text.end(), is_ascii_upper);
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (is_ascii_upper(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

/// The parts of an identifier between its hyphens, read from front or back.
class Parts {
 public:
  explicit Parts(std::string_view text) {
    while (last_ < kMostParts) {
      const auto hyphen = text.find('-');
      parts_[last_++] = text.substr(0, hyphen);
      if (hyphen == std::string_view::npos) {
        return;
      }
      text.remove_prefix(hyphen + 1);
    }
    last_ = 0;  // too many: no identifier
  }

  [[nodiscard]] std::size_t size() const { return last_ - first_; }

  [[nodiscard]] std::string_view front() const { return size() > 0 ? parts_[first_] : ""; }

  [[nodiscard]] std::string_view back() const { return size() > 0 ? parts_[last_ - 1] : ""; }

  std::string_view pop_front() {
    const auto part = front();
    first_ += size() > 0 ? 1 : 0;
    return part;
  }

  void pop_back() { last_ -= size() > 0 ? 1 : 0; }

 private:
  std::array<std::string_view, kMostParts> parts_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

std::optional<Kind> kind_of(std::string_view prefix) {
  for (const auto& [name, kind] : kPrefixes) {
    if (equals_ignoring_case(prefix, name)) {
      return kind;
    }
  }
  return std::nullopt;
}

/// "20202021": a year and the next.
bool is_session(std::string_view text) {
  if (!is_digits(text, 8, 8)) {
    return false;
  }
  const auto year = [](std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
      value = value * 10 + (c - '0');
    }
    return value;
  };
  return year(text.substr(4)) == year(text.substr(0, 4)) + 1;
}

bool is_chapter(std::string_view text) {
  if (text.size() > 1 && (text.back() == 'A' || text.back() == 'B')) {
    text.remove_suffix(1);
  }
  const int value = text.size() <= 7 ? roman_value(text) : 0;
  return value >= 1 && value <= kLastChapter;
}

bool is_suffix(std::string_view text) {
  const bool kingdom = text.size() > 1 && text[0] == 'R' && is_digits(text.substr(1), 1, 4);
  return kingdom || is_digits(text, 1, 3) || is_capitals(text, 1) || is_chapter(text);
}

/// "40", "188b", "F", "AO".
bool is_number(std::string_view text) {
  if (text.size() > 1 && is_ascii_lower(text.back())) {
    text.remove_suffix(1);
    return is_digits(text, 1, 5);
  }
  return is_digits(text, 1, 5) || is_capitals(text, 4);
}

/// Takes "-b1", "-h1" and "-n1" off the end; each may stand once.
void take_versions(Parts& parts, PaperId& id) {
  while (parts.size() > 1) {
    const std::string_view part = parts.back();
    int* version = part.empty()     ? nullptr
                   : part[0] == 'b' ? &id.annex
                   : part[0] == 'h' ? &id.reprint
                   : part[0] == 'n' ? &id.correction
                                    : nullptr;
    if (version == nullptr || *version != 0 || !is_digits(part.substr(1), 1, 6) || part[1] == '0') {
      return;
    }
    for (const char c : part.substr(1)) {
      *version = *version * 10 + (c - '0');
    }
    parts.pop_back();
  }
}

bool is_dossier(std::string_view text, bool in_session) {
  return (in_session ? is_digits(text, 1, 5) : is_digits(text, 4, 5) && text[0] != '0') ||
         (text.size() <= 9 && roman_value(text) > 0);
}

/// What follows "kst-", or all of a paper printed without it (`prefixed` false).
bool read_kst(Parts parts, bool prefixed, PaperId& id) {
  take_versions(parts, id);
  if (prefixed && is_session(parts.front())) {
    id.session = parts.pop_front();
  }
  if (parts.size() < 2 || parts.size() > 3 || !is_dossier(parts.front(), !id.session.empty())) {
    return false;
  }
  id.dossier = parts.pop_front();
  if (parts.size() == 2) {
    if (!is_suffix(parts.front())) {
      return false;
    }
    id.suffix = parts.pop_front();
  }
  id.number = parts.pop_front();
  const bool odd = id.number.size() > 1 && (id.number[0] == '0' || is_chapter(id.number));
  id.ambiguous = id.suffix.empty() && (!prefixed || odd);
  return is_number(id.number) && (id.ambiguous || id.number[0] != '0') &&
         (prefixed || is_ascii_digit(id.dossier[0]));
}

/// What follows "ah-", "kv-", "h-", "nds-": older ones are a number alone.
bool read_chamber_paper(Parts parts, PaperId& id) {
  take_versions(parts, id);
  if (parts.size() == 1) {
    id.number = parts.front();
    return is_digits(id.number, 1, 9);
  }
  for (const std::string_view chamber : kChambers) {
    if (equals_ignoring_case(parts.front(), chamber)) {
      id.chamber = chamber;
    }
  }
  parts.pop_front();
  if (is_session(parts.front())) {
    id.session = parts.pop_front();
  }
  id.number = parts.pop_front();
  const std::string_view number = id.number;
  if (id.kind == Kind::h && parts.size() > 0 && parts.size() <= 2) {
    id.item = parts.pop_front();
    if (parts.size() > 0) {
      id.item.append("-").append(parts.pop_front());
    }
  }
  const bool dated = number.size() >= 6 && is_digits(number.substr(0, 4), 4, 4) &&
                     (number[4] == 'Z' || number[4] == 'D') && is_digits(number.substr(5), 1, 6);
  const bool kvr = number.substr(0, 3) == "KVR" && is_digits(number.substr(3), 1, 6);
  const bool item = std::all_of(id.item.begin(), id.item.end(),
                                [](char c) { return is_ascii_digit(c) || c == '-'; }) &&
                    (id.item.empty() || (id.item.front() != '-' && id.item.back() != '-'));
  const bool shape = id.session.empty() ? dated : kvr || is_digits(number, 1, 6);
  return !id.chamber.empty() && parts.size() == 0 && shape && item;
}

/// What follows "stcrt-", "stb-" and the other series by year.
bool read_year_paper(Parts parts, PaperId& id) {
  take_versions(parts, id);
  id.year = parts.pop_front();
  id.number = parts.pop_front();
  if (id.kind == Kind::stcrt && parts.size() == 2 && parts.front().substr(0, 1) == "p" &&
      is_digits(parts.front().substr(1), 1, 4) && parts.back().substr(0, 2) == "SC" &&
      is_digits(parts.back().substr(2), 1, 6)) {
    id.item = parts.pop_front();
    id.item.append("-").append(parts.pop_front());
  }
  return parts.size() == 0 && is_digits(id.year, 4, 4) &&
         (id.year[0] == '1' || id.year[0] == '2') && is_digits(id.number, 1, 7) &&
         id.number[0] != '0';
}

bool read_parts(Parts parts, PaperId& id) {
  switch (id.kind) {
    case Kind::kst:
      return read_kst(parts, true, id);
    case Kind::blg:
      take_versions(parts, id);
      id.number = parts.pop_front();
      return parts.size() == 0 && is_digits(id.number, 1, 9);
    case Kind::ah:
    case Kind::kv:
    case Kind::h:
    case Kind::nds:
      return read_chamber_paper(parts, id);
    default:
      return read_year_paper(parts, id);
  }
}

std::optional<std::string> checked(const PaperId& id) {
  std::string text = print_paper_id(id);
  return parse_paper_id(text) ? std::optional(std::move(text)) : std::nullopt;
}

}  // namespace

std::optional<PaperId> parse_paper_id(std::string_view text) {
  if (text.size() > kLongestId) {
    return std::nullopt;
  }
  Parts parts(text);
  const auto kind = kind_of(parts.pop_front());
  if (!kind) {
    return std::nullopt;
  }
  PaperId id;
  id.kind = *kind;
  return read_parts(parts, id) ? std::optional(std::move(id)) : std::nullopt;
}

std::optional<PaperId> parse_printed_id(std::string_view text) {
  if (auto id = parse_paper_id(text)) {
    return id;
  }
  PaperId id;
  return text.size() <= kLongestId && read_kst(Parts(text), false, id)
             ? std::optional(std::move(id))
             : std::nullopt;
}

std::string print_paper_id(const PaperId& id) {
  std::string text;
  text.reserve(kLongestId);
  text = kPrefixes[static_cast<std::size_t>(id.kind)].first;
  for (const std::string* part :
       {&id.chamber, &id.session, &id.year, &id.dossier, &id.suffix, &id.number, &id.item}) {
    if (!part->empty()) {
      text.append(1, '-').append(*part);
    }
  }
  for (const auto& [letter, version] : {
           std::pair('b', id.annex), {'h', id.reprint   },
             {'n', id.correction}
  }) {
    if (version != 0) {
      text.append(1, '-').append(1, letter).append(std::to_string(version));
    }
  }
  return text;
}

std::optional<std::string> make_kst_id(std::string_view dossier,
                                       std::optional<std::string_view> suffix,
                                       std::string_view number) {
  std::string part;
  if (suffix) {
    part = *suffix;
    std::erase_if(part, [](char c) { return c == '(' || c == ')' || c == ' '; });
  }
  // "kst-21501-02" may be read so, "kst-21501-0" and "kst-21501-A-02" may not.
  const bool numbered = is_number(number) && (number[0] != '0' || (!suffix && number.size() > 1));
  if (!numbered || (suffix && !is_suffix(part)) || !is_dossier(dossier, false)) {
    return std::nullopt;
  }
  std::string id = "kst-";  // most fit in without an allocation
  id.append(dossier);
  if (suffix) {
    id.append(1, '-').append(part);
  }
  return id.append(1, '-').append(number);
}

std::optional<std::string> make_session_id(Kind kind, std::string_view chamber,
                                           std::string_view years, std::string_view number,
                                           std::string_view item) {
  PaperId id;
  id.kind = kind;
  id.chamber = chamber;
  id.session = years;
  std::erase(id.session, '-');
  id.number = number;
  id.item = item;
  return !chamber.empty() && is_digits(number, 1, 6) ? checked(id) : std::nullopt;
}

std::optional<std::string> make_year_id(Kind kind, std::string_view year, std::string_view number) {
  PaperId id;
  id.kind = kind;
  id.year = year;
  id.number = number;
  return is_digits(number, 1, 7) ? checked(id) : std::nullopt;
}

}  // namespace letterkit
