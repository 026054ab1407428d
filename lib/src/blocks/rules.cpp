#include "blocks/rules.hpp"

#include <algorithm>
#include <optional>

#include "support/automaton_format.hpp"
#include "support/edge_bytes.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
  const auto blank = text.find(' ');
  if (blank == std::string_view::npos) {
    return {text, {}};
  }
  const auto rest = text.find_first_not_of(' ', blank);
  return {text.substr(0, blank), rest == std::string_view::npos ? "" : text.substr(rest)};
}

/// Reads one rules file, line by line.
class Reader {
 public:
  Reader(const DataFile& file, std::string_view language, const Macros& macros)
      : patterns(file.automaton),
        file_(file),
        prefix_(std::string(language) + "/rules:"),
        macros_(macros) {}

  Status read() {
    const std::vector<DataLine> lines = data_lines(file_.text);
    const auto heads = std::ranges::count(lines, std::size_t{0}, &DataLine::indent);
    rules.reserve(static_cast<std::size_t>(heads));  // rules are large to move
    for (const DataLine& line : lines) {
      line_ = &line;
      Status status = line.indent == 0 ? read_head(line) : read_property(line);
      if (!status) {
        return status;
      }
    }
    return ok();
  }

  std::vector<Rule> rules;
  std::vector<Cut> cuts;
  std::vector<Echo> echoes;
  PatternSet patterns;
  std::vector<std::optional<Pattern>> loose;
  std::vector<std::uint16_t> index;

 private:
  [[nodiscard]] Error error(std::string code, std::string message) const {
    return data_error(file_, line_->number, line_->indent + 1, "rule." + std::move(code),
                      std::move(message));
  }

  Status read_head(const DataLine& line) {
    const auto [word, rest] = first_word(line.text);
    if (word == "define") {
      const auto [name, pattern] = first_word(rest);
      if (name.empty() || pattern.empty()) {
        return error("syntax", "a definition lacks a part; write 'define NAME PATTERN'");
      }
      auto expanded = expand(pattern, "(?:");
      if (!expanded) {
        return expanded.error();
      }
      const std::string whole = *std::move(expanded) + ')';
      if (!file_.known) {
        if (const auto compiled = Pattern::compile(whole); !compiled) {
          return error("pattern", compiled.error().message + "; mend it");
        }
      }
      macros_[std::string(name)] = whole;
      return ok();
    }
    if (word == "echo") {
      return read_echo(rest);
    }
    if (!rest.empty()) {
      return error("syntax", "a rule's name is one word; indent what belongs to it");
    }
    rules.emplace_back();
    rules.back().id.append(prefix_).append(word);
    rules.back().line = line.number;
    return ok();
  }

  Status read_echo(std::string_view rest) {
    const auto [name, more] = first_word(rest);
    auto [amount, others] = first_word(more);
    const auto label = label_named(name);
    const auto cost = number_in<float>(amount);
    if (!label || !cost || others.empty()) {
      return error("syntax", "not an echo; write 'echo LABEL COST LABEL LABEL'");
    }
    Echo echo{*label, *cost, {}};
    while (!others.empty()) {
      const auto [other, left] = first_word(others);
      const auto known = label_named(other);
      if (!known) {
        return error("label", "no label '" + std::string(other) + "'; see docs/GLOSSARY.md");
      }
      echo.of.push_back(*known);
      others = left;
    }
    echoes.push_back(std::move(echo));
    return ok();
  }

  Status read_property(const DataLine& line) {
    if (rules.empty()) {
      return error("syntax", "stands before any rule; start with the rule's name, not indented");
    }
    const auto [word, rest] = first_word(line.text);
    Rule& rule = rules.back();
    if (word == "label" || word == "form") {
      return read_weighted(rule, word == "form", rest);
    }
    if (word == "letter") {
      const auto weight = number_in<float>(rest);
      rule.letter = weight.value_or(0);
      return weight ? ok() : Status(error("syntax", "lacks a number; write 'letter 2'"));
    }
    if (word == "when") {
      return read_features(rule, rest);
    }
    if (word == "match" || word == "unless") {
      ++rule.patterns;
      return read_pattern(word == "match" ? rule.match : rule.unless, rest);
    }
    if (word == "cut") {
      return read_cut(rule, rest);
    }
    if (word == "+" || word == "-") {
      if (rule.examples.empty()) {
        rule.examples.reserve(4);  // most rules have two or three
      }
      rule.examples.push_back({rest, word == "+", line.number, line.indent + 1});
      return ok();
    }
    return error("syntax", "unknown word '" + std::string(word) +
                               "'; use label, form, letter, when, match, unless, cut, + or -");
  }

  Status read_weighted(Rule& rule, bool form, std::string_view rest) {
    const auto [name, amount] = first_word(rest);
    const auto weight = number_in<float>(amount);
    if (!weight) {
      return error("syntax", "lacks a number; write 'label closing 4' or 'form circular 4'");
    }
    if (form) {
      rule.form = name;
      rule.form_weight = *weight;
      return ok();
    }
    const auto label = label_named(name);
    if (!label) {
      return error("label", "no label '" + std::string(name) + "'; see docs/GLOSSARY.md for them");
    }
    rule.labels.emplace_back(*label, *weight);
    return ok();
  }

  Status read_features(Rule& rule, std::string_view rest) {
    while (!rest.empty()) {
      auto [word, more] = first_word(rest);
      rest = more;
      const bool unwanted = word.substr(0, 1) == "!";
      const auto feature = feature_named(unwanted ? word.substr(1) : word);
      if (!feature) {
        return error("feature", "no feature '" + std::string(word) +
                                    "'; lib/src/profile/features.hpp lists them");
      }
      (unwanted ? rule.unwanted : rule.wanted).set(*feature);
    }
    return ok();
  }

  /// The pattern with macros put in, behind `text`.
  Result<std::string> expand(std::string_view pattern, std::string text) const {
    while (true) {
      const auto open = pattern.find('{');
      const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
      text += pattern.substr(0, open);
      if (close == std::string_view::npos) {
        text += open == std::string_view::npos ? "" : pattern.substr(open);
        return text;
      }
      const auto name = pattern.substr(open + 1, close - open - 1);
      const bool is_name = !name.empty() && name[0] >= 'a' && name[0] <= 'z';
      const auto macro = macros_.find(name);
      // {2,3} repeats and \p{Greek} is a class.
      if (is_name && macro == macros_.end()) {
        return error("macro", "nothing is defined as {" + std::string(name) +
                                  "}; write 'define NAME PATTERN' above");
      }
      text += is_name ? std::string_view(macro->second) : pattern.substr(open, close - open + 1);
      pattern = pattern.substr(close + 1);
    }
  }

  /// Numbers the next pattern.
  int new_number(bool in_set) {
    const int number = static_cast<int>(loose.size());
    loose.emplace_back();
    if (in_set) {
      index.push_back(static_cast<std::uint16_t>(number));
    }
    return number;
  }

  /// Takes a pattern into the set; gives its number.
  Result<int> add_to_set(std::string_view source) {
    const int number = new_number(true);
    if (patterns.has_automaton()) {
      return number;  // what stands in it need not be put together
    }
    const auto whole = expand(source, "(?i)");
    if (!whole) {
      return whole.error();
    }
    if (Status added = patterns.add(*whole); !added) {
      return error("pattern", added.error().message + "; mend it");
    }
    return number;
  }

  /// Adds to a pattern that is in no set another way to match: one search then tells of both.
  Status add_alternative(Pattern& pattern, const std::string& source) {
    const auto alone = Pattern::of(file_, source);
    auto joint =
        alone ? Pattern::of(file_, "(?:" + pattern.source() + ")|(?:" + source + ")") : alone;
    if (!joint) {
      return error("pattern", joint.error().message + "; mend it");
    }
    pattern = *std::move(joint);
    return ok();
  }

  /// Whether a pattern is looked for in every line, with all others that are: it is given up soon
  /// in most, or its rule may fire on most of a text's bytes. (What a macro stands for is in
  /// brackets.)
  [[nodiscard]] bool is_of_set(std::string_view source, bool exception) const {
    return starts_at_start(source) || (rules.back().wanted.has(Feature::is_long) && !exception);
  }

  Status read_pattern(std::vector<int>& indices, std::string_view source) {
    if (is_of_set(source, &indices == &rules.back().unless)) {
      const auto number = add_to_set(source);
      if (!number) {
        return number.error();
      }
      indices.push_back(*number);
      return ok();
    }
    const auto whole = expand(source, "(?i)");
    if (!whole) {
      return whole.error();
    }
    auto* const joint =
        indices.empty() ? nullptr : &loose[static_cast<std::size_t>(indices.back())];
    if (joint != nullptr && *joint) {
      return add_alternative(**joint, *whole);
    }
    auto pattern = Pattern::of(file_, *whole);
    if (!pattern) {
      return error("pattern", pattern.error().message + "; mend it");
    }
    indices.push_back(new_number(false));
    loose.back() = *std::move(pattern);
    return ok();
  }

  Status read_cut(Rule& rule, std::string_view rest) {
    const auto [where, source] = first_word(rest);
    if (where != "before" && where != "after" && where != "within") {
      return error("syntax",
                   "says not where; write 'cut before PATTERN', 'cut after PATTERN' or 'cut within "
                   "PATTERN'");
    }
    const auto number = add_to_set(source);
    const auto whole = expand(source, "(?i)");
    if (!number || !whole) {
      return number ? whole.error() : number.error();
    }
    const auto pattern = Pattern::of(file_, *whole);
    if (!pattern) {
      return error("pattern", pattern.error().message + "; mend it");
    }
    if (!file_.known && pattern->group_count() < 1) {
      return error("pattern", "lacks a group; put what the line is cut at in ( )");
    }
    rule.cuts.push_back(cuts.size());
    cuts.push_back({where != "after", where == "within", *number, *pattern});
    return ok();
  }

  const DataFile& file_;
  std::string prefix_;
  Macros macros_;
  const DataLine* line_ = nullptr;
};

}  // namespace

Result<Rules> Rules::parse(const DataFile& file, std::string_view language, const Macros& macros) {
  Reader reader(file, language, macros);
  if (Status read = reader.read(); !read) {
    return read.error();
  }
  Rules result;
  result.rules_ = std::move(reader.rules);
  result.cuts_ = std::move(reader.cuts);
  result.echoes_ = std::move(reader.echoes);
  result.patterns_ = std::move(reader.patterns);
  result.loose_ = std::move(reader.loose);
  result.index_ = std::move(reader.index);
  result.id_ = new_owner();
  result.index_rules();
  if (!result.patterns_.has_automaton()) {
    result.find_longest_lines();
  }
  if (Status ready = result.patterns_.compile(); !ready) {
    return Error{"rule.pattern", ready.error().message, file.path};
  }
  return result;
}

void Rules::find_longest_lines() {
  std::vector<std::uint32_t> of_all(loose_.size(), TriedOn::kAnyLength);
  for (const Rule& rule : rules_) {
    std::uint32_t longest = TriedOn::kAnyLength;
    if (rule.wanted.has(Feature::tiny)) {
      longest = kTinyWidth;
    } else if (rule.wanted.has(Feature::is_short)) {
      longest = kShortWidth;
    } else if (rule.wanted.has(Feature::medium) || rule.unwanted.has(Feature::is_long)) {
      longest = kMediumWidth;
    }
    for (const auto* const patterns : {&rule.match, &rule.unless}) {
      for (const int pattern : *patterns) {
        of_all[static_cast<std::size_t>(pattern)] = longest;
      }
    }
  }
  // A longer line's head ends where the line does not.
  for (const Cut& cut : cuts_) {
    if (!cut.anywhere && ends_at_end(cut.pattern.source())) {
      of_all[static_cast<std::size_t>(cut.index)] = kCutBytes;
    }
  }
  longest_lines_.reserve(index_.size());
  for (const std::uint16_t pattern : index_) {
    longest_lines_.push_back(of_all[pattern]);
  }
}

void Rules::index_rules() {
  rule_of_.assign(loose_.size(), LineScore::kNoRule);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    bool unhinted = rules_[i].match.empty();
    for (const int pattern : rules_[i].match) {
      rule_of_[static_cast<std::size_t>(pattern)] = static_cast<std::uint16_t>(i);
      unhinted = unhinted || loose_[static_cast<std::size_t>(pattern)].has_value();
    }
    const Rule& rule = rules_[i];
    const bool only_cuts = rule.labels.empty() && rule.letter == 0 && rule.form.empty();
    if (unhinted && !only_cuts) {
      unhinted_.push_back({rule.wanted, rule.unwanted, static_cast<std::uint16_t>(i)});
    }
  }
}

}  // namespace letterkit
