// Rules, grammar and the best labelling over both.
#include "blocks/rules.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "blocks/grammar.hpp"
#include "blocks/label_lines.hpp"
#include "support/automaton_format.hpp"

using namespace letterkit;

namespace {

Rules rules_of(const std::string& text) {
  auto rules = Rules::parse({"rules.txt", text}, "xx", {});
  if (!rules) {
    FAIL(rules.error().to_string());
  }
  return std::move(*rules);
}

float weight(const LineScore& score, Label label) {
  return score.weight[index_of(label)];
}

TEST_CASE("a rule fires when its conditions hold and a pattern matches") {
  const Rules rules = rules_of(
      "define greeting dear (?:sir|madam)\n"
      "opening\n  label salutation 5\n  label body -1\n  when short !first\n  match ^{greeting},$\n"
      "  unless dog\n");
  Features line;
  line.set(Feature::is_short);
  const LineScore score = *rules.score("Dear Madam,", line);
  CHECK(weight(score, Label::salutation) == 5);
  CHECK(weight(score, Label::body) == -1);
  CHECK(rules.all()[0].id == "xx/rules:opening");
  CHECK(rules.score("Dear Madam, the dog", line)->candidates == 0);
  line.set(Feature::first);
  CHECK(rules.score("Dear Madam,", line)->candidates == 0);
}

TEST_CASE("conditions bind a rule's patterns to lines of some length") {
  const Rules rules = rules_of(
      "some\n  label closing 5\n  match ^a\n  unless ^ab\n  when short\n"
      "more\n  label closing 5\n  match ^b\n  match b$\n  when tiny medium\n"
      "not-long\n  label body 1\n  when !long\n  match ^c\n"
      "all\n  label body 1\n  when long\n  match ^d\n"
      "glued\n  when short\n  cut after ^(dear)\n  cut before x(yours)$\n  cut within x(yours)$\n");
  CHECK(rules.longest_lines() == std::vector<std::uint32_t>{70, 70, 12, 120, TriedOn::kAnyLength,
                                                            TriedOn::kAnyLength, Rules::kCutBytes,
                                                            TriedOn::kAnyLength});
}

TEST_CASE("patterns are looked for in every line when they soon end, or speak of long lines") {
  const Rules rules = rules_of(
      "bound\n  label body 1\n  match ^a\n"
      "loose\n  label body 1\n  when short\n  match b\n"
      "long\n  label body 1\n  when long\n  match c\n  unless d\n");
  REQUIRE(rules.loose().size() == 4);
  CHECK_FALSE(rules.loose()[0]);
  CHECK(rules.loose()[1]);
  CHECK_FALSE(rules.loose()[2]);
  CHECK(rules.loose()[3]);
  std::vector<std::uint16_t> hits;
  rules.match("abcd", hits);
  CHECK(hits == std::vector<std::uint16_t>{0, 2});
  Features line;
  line.set(Feature::is_long);
  CHECK(weight(*rules.score("a long line: c", line), Label::body) == 2);
  CHECK(weight(*rules.score("a long line: cd", line), Label::body) == 1);
}

TEST_CASE("lines that hit alike differ in what they hold") {
  const Rules rules = rules_of(
      "start\n  label heading 3\n  match ^the\n  unless harbour\n"
      "held\n  label body 2\n  match quay\n  match pier\n  unless \\d\n");

  struct Row {
    const char* text;
    float heading;
    float body;
  };

  const std::vector<Row> rows = {
      {"the dike",           3, 0},
      {"the pier",           3, 2},
      {"the harbour",        0, 0},
      {"the harbour's quay", 0, 2},
      {"the quay of 1931",   3, 0},
      {"a quay",             0, 2},
      {"the dike",           3, 0},
  };
  for (int time = 0; time < 2; ++time) {  // the second time all is known
    for (const Row& row : rows) {
      CAPTURE(row.text, time);
      const LineScore score = *rules.score(row.text, Features());
      CHECK(weight(score, Label::heading) == row.heading);
      CHECK(weight(score, Label::body) == row.body);
    }
  }
  // Other rules have scores of their own, also when they are made anew in the same place.
  for (const float amount : {1.0F, 4.0F}) {
    const Rules other =
        rules_of("start\n  label heading " + std::to_string(amount) + "\n  match ^the\n");
    CHECK(weight(*other.score("the dike", Features()), Label::heading) == amount);
  }
}

TEST_CASE("an echo follows the best of its labels") {
  const Rules rules = rules_of(
      "echo enclosure 0.5 body heading\nany\n  label body 1\nshout\n  label heading 3\n"
      "  when upper\n");
  Features line;
  CHECK(weight(*rules.score("text", line), Label::enclosure) == 0.5F);
  line.set(Feature::upper);
  CHECK(weight(*rules.score("TEXT", line), Label::enclosure) == 2.5F);
}

TEST_CASE("errors in rules name the place and what is wrong") {
  struct Row {
    const char* text;
    const char* where;
    const char* code;
  };

  const std::vector<Row> rows = {
      {"a\n  label nothing 3\n",    "rules.txt:2:3", "rule.label"  },
      {"a\n  label body much\n",    "rules.txt:2:3", "rule.syntax" },
      {"a\n  when sideways\n",      "rules.txt:2:3", "rule.feature"},
      {"a\n  match (\n",            "rules.txt:2:3", "rule.pattern"},
      {"a\n  match {unknown}\n",    "rules.txt:2:3", "rule.macro"  },
      {"  label body 3\n",          "rules.txt:1:3", "rule.syntax" },
      {"a\n  cut before nothing\n", "rules.txt:2:3", "rule.pattern"},
      {"echo enclosure body\n",     "rules.txt:1:1", "rule.syntax" },
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto rules = Rules::parse({"rules.txt", row.text}, "xx", {});
    REQUIRE_FALSE(rules);
    CHECK(rules.error().where == row.where);
    CHECK(rules.error().code == row.code);
  }
}

TEST_CASE("grammar rows give costs for lines that are adjacent or apart") {
  const auto grammar =
      Grammar::parse({"g.txt", "start role > name end | 1 | 2\nrole > name | 3\n"});
  REQUIRE(grammar);
  const auto role = index_of(Label::role);
  const auto name = index_of(Label::name);
  CHECK(grammar->cost(Grammar::kEdge, name, false) == 1);
  CHECK(grammar->cost(Grammar::kEdge, name, true) == 2);
  CHECK(grammar->cost(role, name, true) == 3);
  CHECK(grammar->cost(name, role, true) == Grammar::kForbidden);
  const auto bad = Grammar::parse({"g.txt", "role > fish | 1\n"});
  REQUIRE_FALSE(bad);
  CHECK(bad.error().where == "g.txt:1:1");
}

TEST_CASE("the best labelling is that of the whole letter") {
  // Line 2 looks more like a role, but nothing but body may follow body here.
  const auto grammar = Grammar::parse(
      {"g.txt", "start > body role | 0\nbody > body | 0\nrole > name | 0\nbody name > end | 0\n"});
  REQUIRE(grammar);
  std::vector<LineScore> scores(2);
  const auto add = [&scores](std::size_t line, Label label, float amount) {
    scores[line].weight[index_of(label)] = amount;
    scores[line].candidates |= 1U << index_of(label);
  };
  add(0, Label::body, 1);
  add(0, Label::role, 0);
  add(1, Label::body, 1);
  add(1, Label::name, 1.5F);
  const auto labels =
      label_lines({std::make_shared<LineScore>(scores[0]), std::make_shared<LineScore>(scores[1])},
                  {true, false}, *grammar);
  CHECK(labels[0].label == Label::body);
  CHECK(labels[1].label == Label::body);
  CHECK(labels[1].runner_up == Label::name);
  CHECK(labels[1].margin == Approx(0.5));
}

/// The most that a labelling with `label` on line i is worth, found label by label.
double best_with(const std::vector<SharedScore>& scores, const std::vector<bool>& apart,
                 const Grammar& grammar, std::size_t i, std::size_t label) {
  std::vector<double> best;  // by label of the line above
  for (std::size_t at = 0; at <= scores.size(); ++at) {
    const bool end = at == scores.size();
    std::vector<double> next(Grammar::kEdge + 1, -1e9);
    for (std::size_t to = 0; to <= Grammar::kEdge; ++to) {
      const bool may_be = end ? to == Grammar::kEdge
                              : to < kLabelCount && (at != i || to == label) &&
                                    (scores[at]->candidates >> to & 1U) != 0;
      for (std::size_t from = 0; may_be && from <= Grammar::kEdge; ++from) {
        const bool start = at == 0;
        if (start ? from == Grammar::kEdge : from < kLabelCount) {
          const double cost = grammar.cost(from, to, start || end || apart[at]);
          next[to] = std::max(next[to], (start ? 0 : best[from]) - cost);
        }
      }
      next[to] += end || to == Grammar::kEdge ? 0 : scores[at]->weight[to];
    }
    best = next;
  }
  return best[Grammar::kEdge];
}

TEST_CASE("margins are those over the best labelling with another label") {
  std::mt19937 random(20261128);
  const auto number = [&random](std::uint32_t below) {
    return static_cast<std::uint32_t>(random() % below);
  };
  std::string rows;
  for (int row = 0; row < 300; ++row) {
    rows.append(number(20) == 0 ? "start" : kLabelNames[number(kLabelCount)]).append(" > ");
    rows.append(number(20) == 0 ? "end" : kLabelNames[number(kLabelCount)]);
    rows.append(" | 0.").append(std::to_string(number(100))).append(" | 1\n");
  }
  const auto grammar = Grammar::parse({"g.txt", rows});
  REQUIRE(grammar);
  for (int letter = 0; letter < 24; ++letter) {
    std::vector<SharedScore> scores;
    std::vector<bool> apart;
    // The last ones are longer than what is labelled by one stretch.
    const std::size_t size = letter < 20 ? 1 + number(6) : 255 + 129 * (letter - 20);
    for (std::size_t i = 0; i < size; ++i) {
      LineScore score;
      for (std::uint32_t n = 0; n < 1 + number(9); ++n) {
        const std::uint32_t label = number(kLabelCount);
        score.candidates |= 1U << label;
        score.weight[label] = static_cast<float>(number(1000)) / 128 - 2;
      }
      scores.push_back(std::make_shared<LineScore>(score));
      apart.push_back(number(2) == 0);
    }
    const auto labels = label_lines(scores, apart, *grammar);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::size_t chosen = index_of(labels[i].label);
      const double best = best_with(scores, apart, *grammar, i, chosen);
      double second = best - Grammar::kForbidden;
      for (std::size_t other = 0; other < kLabelCount; ++other) {
        if (other != chosen && (scores[i]->candidates >> other & 1U) != 0) {
          second = std::max(second, best_with(scores, apart, *grammar, i, other));
        }
      }
      CHECK(labels[i].margin == Approx(best - second));
      CHECK(labels[i].margin >= 0);
    }
  }
}

TEST_CASE("a cut says where it cuts a line") {
  const Rules rules = rules_of(
      "glued\n  cut after ^(dear \\pL+,)\nsigned\n  cut before .*(yours)$\n"
      "within\n  cut within [.] (yours)\n");
  CHECK(rules.cuts()[0].place_in("Dear Anna, the pier is closed.") == 10);
  CHECK(rules.cuts()[0].place_in("Dear Anna,") == 0);
  CHECK(rules.cuts()[1].place_in("The pier is closed. Yours") == 20);
  const std::string filled(2 * Rules::kMatchedBytes, 'x');
  CHECK(rules.cuts()[1].place_in(filled + ". Yours") == 0);
  CHECK(rules.cuts()[2].place_in(filled + ". Yours") == filled.size() + 2);
  CHECK(rules.cuts()[2].place_in(filled) == 0);
  CHECK(rules.matches(rules.all()[0], "Dear Anna, the pier is closed."));
  CHECK_FALSE(rules.matches(rules.all()[1], "Dear Anna, the pier is closed."));
}

}  // namespace
