#include "eval/baseline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace letterkit::eval {

namespace {

using Kind = ValueChange::Kind;
using LetterKey = std::pair<std::string, std::size_t>;

/// Texts of the values whose flag is `flag`.
std::vector<std::string> texts_where(const Values& values, const std::vector<bool>& flags,
                                     bool flag) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (flags[i] == flag) {
      texts.push_back(values[i].text);
    }
  }
  return texts;
}

/// What of `texts` is left when each of `others` takes away one with its key.
std::vector<std::string> without(const std::vector<std::string>& texts,
                                 const std::vector<std::string>& others) {
  std::map<std::string, std::size_t> taken;
  for (const std::string& other : others) {
    ++taken[key_of(other, Matching::soft)];
  }
  std::vector<std::string> left;
  for (const std::string& text : texts) {
    const auto found = taken.find(key_of(text, Matching::soft));
    if (found == taken.end() || found->second == 0) {
      left.push_back(text);
    } else {
      --found->second;
    }
  }
  return left;
}

/// Lists one letter's changes.
class LetterComparison {
 public:
  LetterComparison(const LetterOutcome& before, const LetterOutcome& after,
                   std::vector<ValueChange>& changes)
      : before_(before), after_(after), changes_(changes) {}

  void run() {
    for (const FieldOutcome& now : after_.fields) {
      const auto then =
          std::find_if(before_.fields.begin(), before_.fields.end(),
                       [&now](const FieldOutcome& outcome) { return outcome.field == now.field; });
      if (then != before_.fields.end()) {
        compare_field(*then, now);
      }
    }
  }

 private:
  void compare_field(const FieldOutcome& then, const FieldOutcome& now) {
    const auto met_then = texts_where(then.want, then.want_met, true);
    const auto met_now = texts_where(now.want, now.want_met, true);
    const auto wrong_then = texts_where(then.have, then.have_right, false);
    const auto wrong_now = texts_where(now.have, now.have_right, false);
    add(Kind::gained, now.field, without(met_now, met_then));
    add(Kind::lost, now.field, without(met_then, met_now));
    add(Kind::wrong_gone, now.field, without(wrong_then, wrong_now));
    add(Kind::wrong_new, now.field, without(wrong_now, wrong_then));
  }

  void add(Kind kind, Field field, std::vector<std::string> texts) {
    for (std::string& text : texts) {
      changes_.push_back({kind, after_.file, after_.letter, field, std::move(text)});
    }
  }

  const LetterOutcome& before_;
  const LetterOutcome& after_;
  std::vector<ValueChange>& changes_;
};

std::size_t count(const std::vector<ValueChange>& values, Field field, Kind kind) {
  return static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [field, kind](const ValueChange& change) {
        return change.field == field && change.kind == kind;
      }));
}

std::vector<FieldChange> field_changes(const SetReport& before, const SetReport& after,
                                       const std::vector<ValueChange>& values) {
  std::vector<FieldChange> fields;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    const auto then = before.tally(field);
    const auto now = after.tally(field);
    if (then && now) {
      fields.push_back({field, rates(*then, Matching::soft), rates(*now, Matching::soft),
                        count(values, field, Kind::gained), count(values, field, Kind::lost),
                        count(values, field, Kind::wrong_gone),
                        count(values, field, Kind::wrong_new)});
    }
  }
  return fields;
}

}  // namespace

Changes changes_between(const SetReport& before, const SetReport& after) {
  Changes changes;
  std::map<LetterKey, const LetterOutcome*> earlier;
  for (const LetterOutcome& letter : before.letters) {
    earlier[{letter.file, letter.letter}] = &letter;
  }
  std::size_t shared = 0;
  for (const LetterOutcome& letter : after.letters) {
    const auto then = earlier.find({letter.file, letter.letter});
    if (then == earlier.end()) {
      ++changes.letters_new;
      continue;
    }
    ++shared;
    LetterComparison(*then->second, letter, changes.values).run();
    const bool right = letter.all_right(Matching::soft);
    if (right != then->second->all_right(Matching::soft)) {
      changes.records.push_back({letter.file, letter.letter, right});
    }
  }
  changes.letters_gone = earlier.size() - std::min(shared, earlier.size());
  changes.fields = field_changes(before, after, changes.values);
  changes.records_before = before.record_share(Matching::soft);
  changes.records_after = after.record_share(Matching::soft);
  return changes;
}

}  // namespace letterkit::eval
