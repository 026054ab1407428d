#include "fields/office.hpp"

#include <algorithm>
#include <utility>

#include "fields/cursor.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

constexpr int kWordsBeforeNoun = 5;

/// Passes the apostrophe of an elided article: "l'inspecteur".
void skip_elision(Cursor& at) {
  if (!at.take('\'')) {
    at.take("\u2019");
  }
}

/// A word with its inner periods and hyphens ("a.i", "directeur-generaal"), the cursor behind it
/// and a last period.
std::string_view take_office_word(Cursor& at) {
  const std::string_view text = at.rest();
  Cursor inside(text);
  std::size_t end = 0;
  while (!inside.word().empty()) {
    end = inside.at();
    if (!inside.take('.') && !inside.take('-')) {
      break;
    }
  }
  at.move_to(at.at() + end);
  at.take('.');
  return text.substr(0, end);
}

/// The same of a word of which so much is known.
std::string_view take_office_word(Cursor& at, const OfficeWords::OpeningWord& known) {
  if (known.size == 0) {
    return take_office_word(at);
  }
  const std::string_view word = at.rest().substr(0, known.size);
  at.move_to(at.at() + known.size);
  return word;
}

/// The noun at the cursor, and the cursor behind it. `word`: what take_office_word() takes there;
/// `opening`: what it may be.
std::optional<int> take_noun(Cursor& at, std::string_view text, std::string_view word, int opening,
                             const OfficeWords& words) {
  if ((opening & (OfficeWords::opens_noun | OfficeWords::opens_compound)) == 0) {
    return std::nullopt;
  }
  const bool listed = (opening & OfficeWords::opens_noun) != 0;
  const auto phrase = listed ? words.nouns.match(text, at.at()) : std::nullopt;
  const int compound = (opening & OfficeWords::opens_compound) != 0 ? words.noun(word) : -1;
  if (phrase && (compound < 0 || phrase->end >= at.at() + word.size())) {
    at.move_to(phrase->end);
    return phrase->value;
  }
  if (compound >= 0) {
    at.move_to(at.at() + word.size());
    return compound;
  }
  return std::nullopt;
}

/// Passes one word that may stand before an office's noun; whether there was one. `word`: what
/// take_office_word() takes there, `behind` it; `opening`: what it may be.
bool take_opening(Cursor& at, std::string_view text, std::string_view word, Cursor behind,
                  int opening, const OfficeWords& words, bool& acting) {
  const auto before =
      (opening & OfficeWords::opens_before) != 0 ? words.before.match(text, at.at()) : std::nullopt;
  if (before) {
    at.move_to(before->end);
    at.take('.');
    at.skip_blanks();
    return true;
  }
  const bool deputy = (opening & OfficeWords::opens_acting) != 0 && words.acting.contains(word);
  if (!deputy && !((opening & OfficeWords::opens_article) != 0 && words.articles.contains(word))) {
    return false;
  }
  acting = acting || deputy;
  at = behind;
  skip_elision(at);
  at.skip_blanks();
  return true;
}

/// The first one that had its name in a year, of those that a form is read as; else the last one.
const Ministry* in_year(const std::vector<Ministry>& ministries, int first, int year) {
  const Ministry* name = &ministries[static_cast<std::size_t>(first)];
  while (name->next >= 0 && !(year >= name->from && year <= name->to)) {
    name = &ministries[static_cast<std::size_t>(name->next)];
  }
  return name;
}

/// The ministry that stands at the cursor, "of" words before it passed: its index; -1: none.
int take_ministry(Cursor& at, std::string_view text, const OfficeWords& words) {
  Cursor next = at;
  next.skip_blanks();
  bool of = false;
  for (int i = 0; i < 3; ++i) {
    Cursor ahead = next;
    const std::string_view word = ahead.word();
    if (word.empty() || !(words.of.contains(word) || words.articles.contains(word))) {
      break;
    }
    of = of || words.of.contains(word);
    next = ahead;
    skip_elision(next);
    next.skip_blanks();
  }
  const auto found = of ? words.ministry_names.match(text, next.at()) : std::nullopt;
  if (!found) {
    return -1;
  }
  at.move_to(found->end);
  return found->value;
}

/// `ministry`: as take_ministry() gives it.
Office make_office(const OfficeWords& words, int kind, int ministry, bool acting, int year) {
  Office office;
  office.kind = kind < 0 ? "other" : words.kinds[static_cast<std::size_t>(kind)];
  if (ministry >= 0) {
    office.ministry = in_year(words.ministries, ministry, year)->name;
  }
  office.acting = acting;
  return office;
}

bool has_acting_word(std::string_view text, const OfficeWords& words) {
  Cursor at(text);
  while (!at.done()) {
    if (words.acting.contains(take_office_word(at))) {
      return true;
    }
    if (!at.skip_blanks()) {
      std::size_t next = at.at();
      if (!at.done()) {
        next_code_point(text, next);
        at.move_to(next);
      }
    }
  }
  return false;
}

/// What the words that a text starts with are to an office.
struct Opening {
  std::optional<OfficeStart> office;  ///< its noun stands behind them
  bool all = false;                   ///< there is nothing else, and at least one of them
};

/// Reads the words before an office's noun, from the cursor on. `with_noun`: and the noun, which a
/// word may be that may stand before one, too.
Opening read_opening(Cursor at, std::string_view text, const OfficeWords& words, bool with_noun) {
  OfficeStart start;
  const bool any = !at.done();
  for (int i = 0; !at.done(); ++i) {
    const auto opening = words.opening(text, at.at());
    if (opening.what == OfficeWords::opens_nothing) {
      return {};
    }
    start.noun_start = at.at();
    Cursor behind = at;
    const std::string_view word = take_office_word(behind, opening);
    if (with_noun && i <= kWordsBeforeNoun) {
      if (const auto kind = take_noun(at, text, word, opening.what, words)) {
        start.kind = *kind;
        start.noun_end = at.at();
        return {start, false};
      }
    }
    if (!take_opening(at, text, word, behind, opening.what, words, start.acting)) {
      return {};
    }
  }
  return {std::nullopt, any};
}

}  // namespace

std::optional<OfficeStart> starts_as_office(std::string_view text, const OfficeWords& words) {
  Cursor at(text);
  at.skip_blanks();
  return read_opening(at, text, words, true).office;
}

bool is_office_opening(std::string_view text, const OfficeWords& words) {
  return read_opening(Cursor(text), text, words, false).all;
}

bool opens_office(std::string_view text, const OfficeWords& words) {
  const Opening opening = read_opening(Cursor(text), text, words, true);
  return opening.office || opening.all;
}

namespace {

/// What a role's text, or a title's of one office, says, whatever the year.
struct RoleReading {
  int kind = -1;        // index into OfficeWords::kinds; -1: it does not start as an office
  int ministry = -1;    // index of the first that its ministry's name is read as; -1: none
  bool acting = false;  // a word says so, wherever it stands
};

RoleReading read_new_office(std::string_view role, const OfficeWords& words) {
  const auto start = starts_as_office(role, words);
  RoleReading reading;
  reading.acting = (start && start->acting) || has_acting_word(role, words);
  if (!start) {
    return reading;
  }
  reading.kind = start->kind;
  // "De Minister-President, Minister van Algemene Zaken": the ministry may follow a second noun.
  for (Cursor at(role, start->noun_end); !at.done() && reading.ministry < 0;) {
    reading.ministry = take_ministry(at, role, words);
    at.skip_blanks();
    if (reading.ministry < 0 && take_office_word(at).empty() && !at.done()) {
      std::size_t next = at.at();
      next_code_point(role, next);
      at.move_to(next);
    }
  }
  return reading;
}

// Remembered by a thread of a language.
constexpr std::size_t kMostRoles = 1024;
constexpr std::size_t kMostTitles = 256;

RoleReading read_office(std::string_view role, const OfficeWords& words) {
  const auto read = [&] { return read_new_office(role, words); };
  if (role.size() > kLongestKnown) {
    return read();
  }
  auto& memo = thread_memo<TextMemo<RoleReading, kMostRoles>>(words.id());
  return memo.at(role, hash_word(role), read)->value;
}

}  // namespace

int office_kind(std::string_view text, const OfficeWords& words) {
  if (text.size() <= kLongestKnown) {
    return read_office(text, words).kind;
  }
  const auto start = starts_as_office(text, words);  // the rest of a role that grows is not read
  return start ? start->kind : -1;
}

Office parse_office(std::string_view role, const OfficeWords& words, int year) {
  const RoleReading reading = read_office(role, words);
  return make_office(words, reading.kind, reading.ministry, reading.acting, year);
}

namespace {

/// Reads the offices of a title from left to right.
class TitleOffices {
 public:
  TitleOffices(std::string_view title, const OfficeWords& words)
      : at_(title), title_(title), words_(words) {}

  std::vector<RoleReading> read() {
    while (!at_.done()) {
      at_.skip_blanks();
      Cursor behind = at_;
      const std::string_view word = take_office_word(behind);
      if (const auto kind = take_noun(at_, title_, word, OfficeWords::opens_any, words_)) {
        add_noun(*kind);
      } else if (!add_ministry()) {
        pass_word(word, behind);
      }
    }
    add_waiting(-1);
    return std::move(offices_);
  }

 private:
  void add_noun(int kind) {
    if (!open_) {
      waiting_.clear();
    }
    // "Voorzitter van de commissie": a body is where the office is held. "Minister-President,
    // Minister van": two offices of one person.
    const bool body = of_ && words_.bodies[static_cast<std::size_t>(kind)];
    if (waiting_.empty() || (!body && (of_ || other_))) {
      waiting_.push_back(kind);
      last_ = kind;
    }
    open_ = true;
    of_ = false;
    other_ = false;
  }

  bool add_ministry() {
    const int ministry = last_ >= 0 && open_ ? take_ministry(at_, title_, words_) : -1;
    if (ministry < 0) {
      return false;
    }
    if (waiting_.empty()) {
      waiting_.push_back(last_);
    }
    add_waiting(ministry);
    return true;
  }

  void add_waiting(int ministry) {
    for (const int kind : waiting_) {
      offices_.push_back({kind, ministry, false});
    }
    waiting_.clear();
  }

  /// `word`: what take_office_word() takes, `behind` it.
  void pass_word(std::string_view word, Cursor behind) {
    const auto before = words_.before.match(title_, at_.at());
    if (before && of_) {
      at_.move_to(before->end);  // "van de vaste commissie"
      return;
    }
    at_ = behind;
    const bool article = words_.articles.contains(word);
    const bool of = words_.of.contains(word);
    const bool link = words_.ands.contains(word);
    of_ = of_ || of;
    other_ = other_ || link || (!of_ && article);
    open_ = open_ && (word.empty() || article || link || of);
    if (word.empty() && !at_.done()) {
      std::size_t next = at_.at();
      next_code_point(title_, next);
      at_.move_to(next);
    }
  }

  Cursor at_;
  std::string_view title_;
  const OfficeWords& words_;
  std::vector<RoleReading> offices_;
  std::vector<int> waiting_;  // nouns whose ministry is still to come
  int last_ = -1;             // the noun that further ministries belong to
  bool open_ = false;         // a ministry may follow here
  bool of_ = false;           // a word since the last noun says "of"
  bool other_ = false;        // ... or "and", or an article says that another person follows
};

}  // namespace

std::vector<Office> find_offices(std::string_view title, const OfficeWords& words, int year) {
  std::vector<Office> offices;
  const auto add = [&](const std::vector<RoleReading>& readings) {
    offices.reserve(readings.size());
    for (const RoleReading& reading : readings) {
      offices.push_back(make_office(words, reading.kind, reading.ministry, reading.acting, year));
    }
  };
  const auto read = [&] { return TitleOffices(title, words).read(); };
  if (title.size() > kLongestKnown) {
    add(read());
  } else {
    auto& memo = thread_memo<TextMemo<std::vector<RoleReading>, kMostTitles>>(words.id());
    add(memo.at(title, hash_word(title), read)->value);
  }
  return offices;
}

}  // namespace letterkit
