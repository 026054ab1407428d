// Under which name an input's output stands in the output folder. In: names of inputs, whatever is
// in them. Out: relative paths that lead nowhere else, each given once; the same in every run over
// the same inputs.
//
//   letters/a.txt   ->   letters/a.txt.ndjson
//   z.tar!../../b   ->   z.tar!%2E%2E/%2E%2E/b.ndjson
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace letterkit::cli {

class OutNames {
 public:
  explicit OutNames(std::string_view suffix);

  /// The path for an input. A second input of the same name, or of one that comes to the same path,
  /// gets one with ~2 in it.
  std::string name_for(std::string_view input);

 private:
  bool take(const std::string& path);

  std::string suffix_;
  std::unordered_set<std::uint64_t> taken_;  // hashes of the paths given
};

/// `input` as a relative path without suffix: no absolute path, no step up, nothing hidden, no
/// control characters, no part that is too long for a file system.
std::string safe_path(std::string_view input);

}  // namespace letterkit::cli
