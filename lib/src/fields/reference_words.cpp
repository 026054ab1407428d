// references.txt of a profile into ReferenceWords; the keys are explained in reference.hpp.
//
// In: lines of cells, the first a key, the others words or phrases. Out: the tables, or the first
// error.
//
//   staatscourant | staatscourant | stcrt
#include <array>
#include <utility>

#include "fields/keyed_words.hpp"
#include "fields/reference.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kKeys =
    "kamerstuk, kamerstuk-weak, handelingen, aanhangsel, staatscourant, staatsblad, article, "
    "chamber 1, chamber 2, session, number, numbers, item, page, and, range, of, law, law-ending, "
    "law-part";

/// Where the words of a key go, and with which value.
struct Target {
  PhraseTable* phrases = nullptr;
  WordTable* words = nullptr;
  std::vector<std::string>* texts = nullptr;
  int value = 1;
};

std::optional<Target> target_of(std::string_view key, ReferenceWords& words) {
  const std::array<std::pair<std::string_view, Target>, 20> targets = {
      {
       {"kamerstuk", {&words.triggers, nullptr, nullptr, ReferenceWords::kamerstuk}},
       {"kamerstuk-weak", {&words.triggers, nullptr, nullptr, ReferenceWords::kamerstuk_weak}},
       {"handelingen", {&words.triggers, nullptr, nullptr, ReferenceWords::handelingen}},
       {"aanhangsel", {&words.triggers, nullptr, nullptr, ReferenceWords::aanhangsel}},
       {"staatscourant", {&words.triggers, nullptr, nullptr, ReferenceWords::staatscourant}},
       {"staatsblad", {&words.triggers, nullptr, nullptr, ReferenceWords::staatsblad}},
       {"article", {&words.triggers, nullptr, nullptr, ReferenceWords::article}},
       {"chamber 1", {&words.chambers, nullptr, nullptr, 1}},
       {"chamber 2", {&words.chambers, nullptr, nullptr, 2}},
       {"of", {&words.of, nullptr, nullptr, 1}},
       {"law", {&words.laws, nullptr, nullptr, 1}},
       {"session", {nullptr, &words.sessions, nullptr, 1}},
       {"number", {nullptr, &words.numbers, nullptr, 1}},
       {"numbers", {nullptr, &words.numbers, nullptr, 2}},
       {"item", {nullptr, &words.items, nullptr, 1}},
       {"page", {nullptr, &words.pages, nullptr, 1}},
       {"and", {nullptr, &words.ands, nullptr, 1}},
       {"law-part", {nullptr, &words.law_parts, nullptr, 1}},
       {"range", {nullptr, nullptr, &words.ranges, 1}},
       {"law-ending", {nullptr, nullptr, &words.law_endings, 1}},
       }
  };
  for (const auto& [name, target] : targets) {
    if (name == key) {
      return target;
    }
  }
  return std::nullopt;
}

Status add_phrases(const KeyedLine& line, PhraseTable& table, int value) {
  for (const DataCell& cell : line.words) {
    if (!table.add(cell.text, value)) {
      return line.error(cell, "word",
                        quoted(cell.text) +
                            " is no phrase of words, or already means something else; mend or "
                            "remove it");
    }
  }
  return ok();
}

}  // namespace

Result<ReferenceWords> ReferenceWords::parse(const DataFile& file) {
  ReferenceWords words;
  for (const DataLine& data : data_lines(file.text)) {
    const auto line = keyed_line(file, data, "reference");
    if (!line) {
      return line.error();
    }
    const auto target = target_of(line->key.text, words);
    if (!target) {
      return line->unknown_key(kKeys);
    }
    if (target->texts != nullptr) {
      for (const DataCell& cell : line->words) {
        target->texts->emplace_back(cell.text);
      }
      continue;
    }
    const Status status = target->phrases != nullptr
                              ? add_phrases(*line, *target->phrases, target->value)
                              : line->add_to(*target->words, target->value);
    if (!status) {
      return status.error();
    }
  }
  words.firsts = FirstPairs(words.triggers);
  return words;
}

}  // namespace letterkit
