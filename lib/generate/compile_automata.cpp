// Run at build time: the patterns of the built-in profiles as automata, so that no tool has to
// compile them when it starts. In: a folder; a folder of sample letters. Out: in the first,
// automata (one for each file of rules, one for each pattern that is looked for by itself) and
// automata.cpp, which holds them and defines automaton_files() and compiled_patterns(), declared in
// src/profile/embedded.hpp and src/support/automaton.hpp.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"
#include "group_patterns.hpp"
#include "profile/embedded.hpp"
#include "profile/extracts.hpp"
#include "split/split_words.hpp"
#include "support/automaton.hpp"

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << "compile_automata: " << message << '\n';
  std::exit(1);
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) {
    fail(path + ": cannot be written");
  }
}

template <typename Value>
Value value_of(letterkit::Result<Value> result) {
  if (!result) {
    fail(result.error().where + ": " + result.error().message);
  }
  return std::move(*result);
}

/// Texts of a language: of its own folder, or, when it has none, of the folder of all.
std::vector<std::string> texts_of(const std::filesystem::path& samples, std::string_view language) {
  const auto own = samples / language;
  std::error_code none;  // without samples, nothing stands behind gates
  std::set<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::exists(own) ? own : samples, none)) {
    if (entry.path().extension() == ".txt") {
      paths.insert(entry.path());
    }
  }
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

letterkit::SampleLines lines_of(const std::vector<std::string>& texts) {
  letterkit::SampleLines lines;
  for (const std::string_view text : texts) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      const auto first = line.find_first_not_of(" \r");
      if (first != std::string_view::npos) {
        lines.push_back(line.substr(first, line.find_last_not_of(" \r") + 1 - first));
      }
      at = end + 1;
    }
  }
  return lines;
}

std::vector<letterkit::SetSource> set_of(const letterkit::Rules& rules) {
  const auto& sources = rules.patterns().sources();
  const auto& longest = rules.longest_lines();
  std::vector<letterkit::SetSource> set;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    set.push_back({sources[i], longest[i]});
  }
  return set;
}

/// The generated source, piece by piece.
class Source {
 public:
  explicit Source(std::string folder) : folder_(std::move(folder)) {}

  /// Writes an automaton to a file; gives the expression for its bytes.
  std::string add(std::string_view automaton) {
    const std::string number = std::to_string(count_++);
    const std::string file = folder_ + "automaton" + number + ".bin";
    const std::string name = "letterkit_automaton" + number;
    write_file(file, automaton);
    // A compiler would take minutes over the bytes as numbers.
    symbols_ += "asm(\".section .rodata\\n.balign " +
                std::to_string(letterkit::kAutomatonAlignment) + "\\n.globl " + name +
                "\\n.hidden " + name + "\\n" + name + ":\\n.incbin \\\"" + file +
                "\\\"\\n.previous\\n\");\n" + "extern \"C\" const char " + name + "[];\n";
    return "std::string_view(" + name + ", " + std::to_string(automaton.size()) + ")";
  }

  void add_file(std::string_view path, std::string_view automaton) {
    files_.push_back("{\"" + std::string(path) + "\", " + add(automaton) + "}");
  }

  void add_pattern(const std::string& source, std::string_view automaton) {
    patterns_[source] = "{R\"_pattern_(" + source + ")_pattern_\", " + add(automaton) + "}";
  }

  void write() const {
    write_file(folder_ + "automata.cpp",
               "// Made from the profiles by compile_automata.\n"
               "// NOLINTBEGIN(readability-identifier-naming)\n"
               "#include \"support/automaton.hpp\"\n\n#include <array>\n\n"
               "#include \"profile/embedded.hpp\"\n\n" +
                   symbols_ + "\nnamespace letterkit {\n" +
                   function("EmbeddedFile", "automaton_files", files_) +
                   function("CompiledPattern", "compiled_patterns", rows_of(patterns_)) +
                   "\n}  // namespace letterkit\n// NOLINTEND(readability-identifier-naming)\n");
  }

 private:
  static std::vector<std::string> rows_of(const std::map<std::string, std::string>& by_name) {
    std::vector<std::string> rows;
    for (const auto& [name, row] : by_name) {
      rows.push_back(row);
    }
    return rows;
  }

  static std::string function(const std::string& type, const std::string& name,
                              const std::vector<std::string>& rows) {
    std::string text = "\nstd::span<const " + type + "> " + name +
                       "() {\n  static const std::array<" + type + ", " +
                       std::to_string(rows.size()) + "> kRows{{\n";
    for (const std::string& row : rows) {
      text += "    " + row + ",\n";
    }
    return text + "  }};\n  return kRows;\n}\n";
  }

  std::string folder_;
  std::string symbols_;
  std::vector<std::string> files_;
  std::map<std::string, std::string> patterns_;  // rows by the patterns, in whose order they stand
  std::size_t count_ = 0;
};

/// Larger automata would add up, in the size of the tools.
constexpr std::size_t kLargest = std::size_t{512} << 10U;

}  // namespace

namespace letterkit {

// None yet: they are what is made here.
std::span<const CompiledPattern> compiled_patterns() {
  return {};
}

}  // namespace letterkit

int main(int argc, char** argv) {
  if (argc != 3) {
    fail("takes a folder, and that of sample texts");
  }
  Source source(std::string(argv[1]) + '/');
  std::set<std::string> met;
  std::string_view last_folder;
  std::vector<std::string> texts;
  letterkit::SampleLines lines;
  // Of what is looked for one by one. What is of one language stands together, so that a letter's
  // automata are on few pages.
  const auto add_alone = [&](const letterkit::Pattern& pattern) {
    const std::string automaton =
        met.insert(pattern.source()).second ? letterkit::automaton_of(pattern.source(), lines) : "";
    if (!automaton.empty() && automaton.size() <= kLargest) {
      source.add_pattern(pattern.source(), automaton);
    }
  };
  for (const letterkit::EmbeddedFile& file : letterkit::embedded_files()) {
    const letterkit::DataFile data{std::string(file.path), file.text, true};
    const std::string_view folder = file.path.substr(0, file.path.find('/'));
    if (std::exchange(last_folder, folder) != folder) {
      texts = texts_of(argv[2], folder);
      lines = lines_of(texts);
    }
    if (file.path.ends_with("/extract.txt")) {
      const auto extracts = value_of(letterkit::Extracts::parse(data));
      for (const auto& patterns : extracts.patterns()) {
        for (const letterkit::Pattern& pattern : patterns) {
          add_alone(pattern);
        }
      }
    } else if (file.path.ends_with("/split.txt")) {
      const auto words = value_of(letterkit::SplitWords::parse(data));
      for (const auto& patterns : {words.address_like, words.page_mark_like}) {
        for (const auto& pattern : {patterns.bound, patterns.loose}) {
          if (pattern) {
            add_alone(*pattern);
          }
        }
      }
    } else if (file.path.ends_with("/rules.txt")) {
      const auto rules = value_of(letterkit::Rules::parse(data, "", {}));
      for (const auto& pattern : rules.loose()) {
        if (pattern) {
          add_alone(*pattern);
        }
      }
      for (const letterkit::Cut& cut : rules.cuts()) {
        if (cut.anywhere) {  // looked for where the set is not: behind what of a line is matched
          add_alone(cut.pattern);
        }
      }
      const std::string automata = letterkit::automata_of(set_of(rules), lines);
      if (automata.empty()) {
        fail(std::string(file.path) + ": a pattern cannot be made to an automaton");
      }
      source.add_file(file.path, automata);
    }
  }
  source.write();
  return 0;
}
