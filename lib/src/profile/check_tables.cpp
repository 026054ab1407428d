#include "profile/check_tables.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "profile/profile_data.hpp"

namespace letterkit {
namespace {

template <class T>
Status status_of(const Result<T>& table) {
  return table ? ok() : Status(table.error());
}

constexpr std::array<TableKind, 16> kKinds = {
    {{"confidence.txt", [](const DataFile& file,
                           const ProfileFiles&) { return status_of(Confidences::parse(file)); }},
     {"dates.txt",
      [](const DataFile& file, const ProfileFiles& files) {
        return status_of(DateWords::parse(file, files.calendar()));
      }},
     {"extract.txt",
      [](const DataFile& file, const ProfileFiles&) { return status_of(Extracts::parse(file)); }},
     {"fields.txt", [](const DataFile& file,
                       const ProfileFiles&) { return status_of(FieldLabels::parse(file)); }},
     {"grammar.txt",
      [](const DataFile& file, const ProfileFiles&) { return status_of(Grammar::parse(file)); },
      true},
     {"language.txt", [](const DataFile& file,
                         const ProfileFiles&) { return status_of(LanguageWords::parse(file)); }},
     {"letter.txt", [](const DataFile& file,
                       const ProfileFiles&) { return status_of(LetterParts::parse(file)); }},
     {"ministries.txt",
      [](const DataFile& file, const ProfileFiles&) {
        return status_of(OfficeWords::parse({}, file));
      }},
     {"not_names.txt",
      [](const DataFile& file, const ProfileFiles&) {
        return status_of(NameWords::parse({}, {}, file));
      }},
     {"offices.txt", [](const DataFile& file,
                        const ProfileFiles&) { return status_of(OfficeWords::parse(file, {})); }},
     {"papers.txt",
      [](const DataFile& file, const ProfileFiles&) { return status_of(PaperWords::parse(file)); }},
     {"references.txt", [](const DataFile& file,
                           const ProfileFiles&) { return status_of(ReferenceWords::parse(file)); }},
     {"rules.txt",
      [](const DataFile& file, const ProfileFiles&) {
        return status_of(Rules::parse(file, "", {}));
      },
      true},
     {"split.txt",
      [](const DataFile& file, const ProfileFiles&) { return status_of(SplitWords::parse(file)); }},
     {"surname_prefixes.txt",
      [](const DataFile& file, const ProfileFiles&) {
        return status_of(NameWords::parse({}, file, {}));
      }},
     {"titles.txt", [](const DataFile& file, const ProfileFiles&) {
        return status_of(NameWords::parse(file, {}, {}));
      }}}
};

/// The line that an error names, 1-based; 0 when it is not of that file, or of it as a whole.
std::size_t line_of(const Error& error, const std::string& path) {
  return error.where.starts_with(path + ":") ? place_in(error).first : 0;
}

/// Where a line of a text starts and ends, bytes.
std::pair<std::size_t, std::size_t> bounds_of(std::string_view text, std::size_t line) {
  std::size_t begin = 0;
  for (; line > 1 && begin != std::string_view::npos; --line) {
    begin = text.find('\n', begin);
    begin += begin == std::string_view::npos ? 0 : 1;
  }
  begin = std::min(begin, text.size());
  return {begin, std::min(text.find('\n', begin), text.size())};
}

/// Takes bad lines out of a text, leaving the numbers of the others as they are.
class Mender {
 public:
  explicit Mender(std::string& text) : text_(text) {}

  /// Takes a line out, but for a rule's name: what is indented below still belongs to it. False
  /// when there is nothing left to take.
  bool take_out(std::size_t line) {
    const auto [begin, end] = bounds_of(text_, line);
    const std::string_view row = std::string_view(text_).substr(begin, end - begin);
    const std::size_t word = std::min(row.find(' '), row.size());
    const bool is_definition = row.substr(0, word) == "define";
    if (is_definition) {
      const std::string_view name = row.substr(std::min(word + 1, row.size()));
      undefined_.emplace(name.substr(0, name.find(' ')));
    }
    const bool is_name = word > 0 && word < row.size() && keeps_names && !is_definition &&
                         row.substr(0, word) != "echo";
    const std::size_t from = is_name ? begin + word : begin;
    const bool took = std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                                  text_.begin() + static_cast<std::ptrdiff_t>(end),
                                  [](char c) { return c != ' '; });
    text_.replace(from, end - from, end - from, ' ');
    return took;
  }

  /// Whether an error follows from a definition that was taken out.
  [[nodiscard]] bool follows(const Error& error) const {
    return error.code == "rule.macro" &&
           std::any_of(undefined_.begin(), undefined_.end(), [&error](const std::string& name) {
             return error.message.find("{" + name + "}") != std::string::npos;
           });
  }

  bool keeps_names = false;  ///< the text is one of rules

 private:
  std::string& text_;
  std::set<std::string, std::less<>> undefined_;
};

}  // namespace

std::span<const TableKind> table_kinds() {
  return kKinds;
}

CheckedFile check_table(const TableKind& kind, const ProfileFiles& files) {
  const DataFile file = files.file(kind.name);
  CheckedFile checked{file.path, std::string(file.text), {}};
  Mender mender(checked.text);
  mender.keeps_names = kind.name == "rules.txt";
  while (true) {
    const Status parsed = kind.parse(checked.file(), files);
    if (parsed) {
      return checked;
    }
    const std::size_t line = line_of(parsed.error(), checked.path);
    const bool told = !checked.problems.empty() &&
                      checked.problems.back().to_string() == parsed.error().to_string();
    if (!told && !mender.follows(parsed.error())) {
      checked.problems.push_back(parsed.error());
    }
    if (line == 0 || !mender.take_out(line)) {
      return checked;  // wrong as a whole
    }
  }
}

}  // namespace letterkit
