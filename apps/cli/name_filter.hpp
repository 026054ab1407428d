// Which files of a folder, and which members of an archive, are read.
//
//   --include '*.txt' --exclude 'drafts/*'   takes 1996/a.txt, not drafts/b.txt
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letterkit::cli {

/// Shell patterns (* ? [a-z]); one with a slash is held against the path below the folder, another
/// against the last part of it. A star stands for slashes as well.
struct NameFilter {
  std::vector<std::string> include;  ///< none: what is_letters_name() takes
  std::vector<std::string> exclude;  ///< wins over `include`
  bool rows = false;                 ///< see is_letters_name()

  /// Whether a file found in a folder is read.
  [[nodiscard]] bool accepts_file(const std::string& path) const;

  /// Whether a folder is looked into.
  [[nodiscard]] bool accepts_folder(const std::string& path) const;

  /// Whether a member of an archive is read. Without `include` all are, whatever their names.
  [[nodiscard]] bool accepts_member(const std::string& path) const;
};

/// Whether a file of this name is taken for letters: texts (.txt .text), compressed ones (.txt.gz
/// .bz2 .xz .zst) and archives (.zip .tar .tar.gz .tgz ...). With `rows` rows as well (.ndjson
/// .jsonl .csv): they may hold anything, so they have to be asked for. Hidden files never are.
bool is_letters_name(std::string_view path, bool rows);

}  // namespace letterkit::cli
