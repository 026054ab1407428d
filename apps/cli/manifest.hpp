// The list of what an output folder holds: manifest.ndjson, a line an input, in the order of the
// inputs. It is also the journal that --resume goes on from: a line is appended when its output is
// safe on disk. In memory it takes some 16 bytes an input, however long the names are.
//
//   {"input":"a.txt","output":"a.txt.ndjson","size":3001,...,"records":1,"status":"done",...}
#pragma once

#include "letterkit/result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit::cli {

struct ManifestEntry {
  std::string input;
  std::string output;                    ///< relative to the folder; the key
  std::optional<std::uint64_t> size;     ///< of the file that the input is or is in
  std::optional<std::int64_t> modified;  ///< of that file, nanoseconds since 1970
  std::uint64_t bytes = 0;               ///< of the input
  std::string hash;                      ///< of the input, "xxh64:..."; empty when it was not read
  std::uint64_t records = 0;
  std::string settings;  ///< a hash of the options that shape the output
  std::string error;     ///< why the input failed; empty: done
};

class Manifest {
 public:
  /// Opens the folder's manifest, empties it unless `resume`. Errors have code "output.failed".
  static Result<std::unique_ptr<Manifest>> open(const std::string& folder, bool resume);

  ~Manifest();
  Manifest(const Manifest&) = delete;
  Manifest& operator=(const Manifest&) = delete;

  /// What an earlier run wrote about an output; the last word when there are several. May be called
  /// by another thread than the rest.
  std::optional<ManifestEntry> find_old(std::string_view output) const;

  /// The next input's entry, kept in memory until sync().
  void append(const ManifestEntry& entry);

  /// The next input has the entry that find_old() gives for its output.
  void keep(std::string_view output);

  /// What was appended is safe on disk afterwards.
  Status sync();

  /// Replaces the journal by the entries of this run's inputs, in their order.
  Status finish();

 private:
  struct Place {
    std::uint64_t hash;    // of the output's name
    std::uint64_t offset;  // of the line
  };

  explicit Manifest(std::string path) : path_(std::move(path)) {}

  Status read_old();
  std::optional<std::string> line_at(std::uint64_t offset) const;
  std::optional<std::uint64_t> find_place(std::string_view output) const;
  Error failure(int error_number) const;

  std::string path_;
  int descriptor_ = -1;
  std::vector<Place> old_;            // sorted by hash, later lines of a name first
  std::vector<std::uint64_t> order_;  // offsets of this run's lines
  std::string unwritten_;
  std::uint64_t size_ = 0;
  bool in_order_ = true;  // the journal is what finish() would write
};

}  // namespace letterkit::cli
