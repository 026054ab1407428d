#include "eval/measure.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace letterkit::eval {

namespace {

/// For each wanted value the found value that meets it, -1 where none does.
std::vector<std::ptrdiff_t> match(const Values& want, const Values& have, Matching matching) {
  std::multimap<std::string, std::size_t> free;  // equal keys stay in the order they were found
  for (std::size_t i = 0; i < have.size(); ++i) {
    free.emplace(key_of(have[i].text, matching), i);
  }
  std::vector<std::ptrdiff_t> met(want.size(), -1);
  for (std::size_t i = 0; i < want.size(); ++i) {
    const std::string key = key_of(want[i].text, matching);
    const auto found = free.lower_bound(key);
    if (found != free.end() && found->first == key) {
      met[i] = static_cast<std::ptrdiff_t>(found->second);
      free.erase(found);
    }
  }
  return met;
}

std::size_t count_met(const std::vector<std::ptrdiff_t>& met) {
  return static_cast<std::size_t>(
      std::count_if(met.begin(), met.end(), [](std::ptrdiff_t i) { return i >= 0; }));
}

double share(std::size_t part, std::size_t whole, double of_nothing) {
  return whole == 0 ? of_nothing : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

FieldOutcome compare(Field field, Values want, Values have) {
  FieldOutcome outcome;
  outcome.field = field;
  const auto met = match(want, have, Matching::soft);
  outcome.soft = count_met(met);
  outcome.strict = count_met(match(want, have, Matching::strict));
  outcome.want_met.resize(want.size());
  outcome.have_right.resize(have.size());
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (met[i] >= 0) {
      outcome.want_met[i] = true;
      outcome.have_right[static_cast<std::size_t>(met[i])] = true;
    }
  }
  outcome.want = std::move(want);
  outcome.have = std::move(have);
  return outcome;
}

bool LetterOutcome::all_right(Matching matching) const {
  return std::all_of(fields.begin(), fields.end(), [matching](const FieldOutcome& outcome) {
    return outcome.all_right(matching);
  });
}

LetterOutcome compare_letter(const Flat& labels, const Flat* record,
                             const std::vector<Field>& only) {
  LetterOutcome letter;
  letter.has_record = record != nullptr;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    const bool measured = only.empty() || std::find(only.begin(), only.end(), field) != only.end();
    if (measured && labels[field]) {
      Values have = record == nullptr ? Values{} : (*record)[field].value_or(Values{});
      letter.fields.push_back(compare(field, *labels[field], std::move(have)));
    }
  }
  return letter;
}

void Tally::add(const FieldOutcome& outcome) {
  ++letters;
  gold += outcome.want.size();
  found += outcome.have.size();
  strict += outcome.strict;
  soft += outcome.soft;
  empty_right += outcome.want.empty() && outcome.have.empty() ? 1 : 0;
}

Rates rates(std::size_t right, std::size_t gold, std::size_t found) {
  Rates rates;
  rates.precision = share(right, found, gold == 0 ? 1.0 : 0.0);
  rates.recall = share(right, gold, found == 0 ? 1.0 : 0.0);
  const double sum = rates.precision + rates.recall;
  rates.f1 = sum > 0 ? 2 * rates.precision * rates.recall / sum : 0.0;
  return rates;
}

Rates rates(const Tally& tally, Matching matching) {
  return rates(tally.right(matching), tally.gold, tally.found);
}

std::optional<Tally> SetReport::tally(Field field) const {
  Tally tally;
  for (const LetterOutcome& letter : letters) {
    for (const FieldOutcome& outcome : letter.fields) {
      if (outcome.field == field) {
        tally.add(outcome);
      }
    }
  }
  return tally.letters > 0 ? std::optional<Tally>(tally) : std::nullopt;
}

Tally SetReport::pooled() const {
  Tally tally;
  for (const LetterOutcome& letter : letters) {
    for (const FieldOutcome& outcome : letter.fields) {
      tally.add(outcome);
    }
  }
  return tally;
}

Rates SetReport::macro(Matching matching) const {
  Rates mean;
  double fields = 0;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (const auto tally = this->tally(static_cast<Field>(i))) {
      const Rates of_field = rates(*tally, matching);
      mean.precision += of_field.precision;
      mean.recall += of_field.recall;
      mean.f1 += of_field.f1;
      ++fields;
    }
  }
  if (fields > 0) {
    mean.precision /= fields;
    mean.recall /= fields;
    mean.f1 /= fields;
  }
  return mean;
}

std::size_t SetReport::records_right(Matching matching) const {
  return static_cast<std::size_t>(std::count_if(
      letters.begin(), letters.end(),
      [matching](const LetterOutcome& letter) { return letter.all_right(matching); }));
}

double SetReport::record_share(Matching matching) const {
  return share(records_right(matching), letters.size(), 0.0);
}

std::size_t SetReport::missing() const {
  return static_cast<std::size_t>(
      std::count_if(letters.begin(), letters.end(),
                    [](const LetterOutcome& letter) { return !letter.has_record; }));
}

}  // namespace letterkit::eval
