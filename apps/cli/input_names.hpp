// Which inputs a run reads, in order. In: operands and a list of names. Out: one name after the
// other: files as they are given, folders as the texts in and below them, sorted by path. The
// names are found as they are asked for, so a list may come from a pipe and a tree may be large.
//
//   letters/   ->   letters/1996/a.txt, letters/1996/b.txt, letters/c.txt
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/name_filter.hpp"
#include "cli/read_ahead.hpp"

namespace letterkit::cli {

/// Where the names come from.
struct InputOptions {
  std::vector<std::string> operands;  ///< none, and no list: standard input
  std::string files_from;             ///< a list of names, "-" for standard input; empty: none
  bool null_separated = false;        ///< the list's names end in NUL instead of a line end
  NameFilter filter;                  ///< what is read of folders and archives
};

/// A name to read, or why there is nothing to read under it.
struct InputName {
  std::string name;
  std::optional<Error> error;
};

class InputNames {
 public:
  /// Error "usage.files-from" when the list cannot be opened.
  static Result<InputNames> open(const InputOptions& options);

  /// The next name, or null after the last.
  std::optional<InputName> next();

  /// Whether a member of an archive is to be read.
  [[nodiscard]] bool accepts_member(const std::string& path) const {
    return options_.filter.accepts_member(path);
  }

 private:
  explicit InputNames(const InputOptions& options) : options_(options) {}

  std::optional<InputName> next_given();
  std::optional<InputName> next_listed();
  [[nodiscard]] bool is_wanted(const std::filesystem::directory_entry& entry,
                               bool& is_folder) const;
  std::optional<InputName> next_in_folder();
  std::optional<InputName> enter_folder(const std::filesystem::path& folder);
  void read_ahead(bool entered);

  /// A folder being walked. The names in it are kept in one string, for there may be millions.
  /// Folders' names end in '/', so that sorting by name sorts by path.
  struct Folder {
    std::filesystem::path path;
    std::string names;                // each ended by NUL
    std::vector<std::size_t> starts;  // of those not yet given, the next one last
  };

  InputOptions options_;
  std::size_t next_operand_ = 0;
  std::optional<std::ifstream> list_;
  bool list_ended_ = false;
  std::vector<Folder> folders_;
  std::string walked_;                // the folder that was given
  std::size_t found_ = 0;             // files found in it
  std::unique_ptr<ReadAhead> ahead_;  // of folders; null: none was entered
};

}  // namespace letterkit::cli
