// The checks of a profile's files one by one, for people who write profiles.
//
// In: a file. Out: everything in it that does not parse, and the file without that, so that what is
// left can be checked further.
//
//   grammar.txt:7:1: no label 'fish'; see docs/GLOSSARY.md for them
#pragma once

#include "letterkit/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile_files.hpp"
#include "support/data_file.hpp"

namespace letterkit {

/// A file's text, less what was found wrong in it.
struct CheckedFile {
  std::string path;
  std::string text;
  std::vector<Error> problems;

  /// To be read as a file that may be wrong, whose patterns are compiled at once.
  [[nodiscard]] DataFile file() const { return {path, text}; }

  void add(std::size_t line, std::size_t column, std::string code, std::string message) {
    problems.push_back(data_error(file(), line, column, std::move(code), std::move(message)));
  }
};

/// A file that a profile may have.
struct TableKind {
  std::string_view name;
  Status (*parse)(const DataFile&, const ProfileFiles& beside);
  bool needed = false;  ///< no letter is read without it
};

/// All there are.
std::span<const TableKind> table_kinds();

/// Parses a profile's file of that kind again and again, each time without the line that was wrong.
CheckedFile check_table(const TableKind& kind, const ProfileFiles& files);

}  // namespace letterkit
