// The texts of a run, one after the other: every name is opened, archives and compressed files give
// their members, archives in archives too. In: names (input_names.hpp). Out: members with a name
// and a source of bytes, or why there is none.
//
//   a.txt letters.zip   ->   a.txt, letters.zip!1996/b.txt, letters.zip!c.tar!d.txt
#pragma once

#include "letterkit/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "cli/archive.hpp"
#include "cli/byte_source.hpp"
#include "cli/input_names.hpp"

namespace letterkit::cli {

/// A text to read, or an error in its place.
struct Member {
  std::string name;                ///< "letters.zip!1996/b.txt"
  PeekedSource* source = nullptr;  ///< valid until the next call of next(); null with an error
  std::optional<Error> error;
  /// Of the file that it is or that it is in: nanoseconds since 1970; null for a pipe.
  std::optional<std::int64_t> modified;
  std::optional<std::uint64_t> file_size;  ///< bytes of that file
  bool unsafe_name = false;                ///< would lead out of a folder that it were unpacked in
  bool repeated_name = false;              ///< another member of the archive has the same
};

/// Archives in archives are opened this deep.
inline constexpr std::size_t kDeepest = 4;

class InputStream {
 public:
  /// @param refuse gives an error for a file that must not be read (the output's)
  using Refuse = std::function<std::optional<Error>(const struct stat&)>;

  InputStream(InputNames names, Refuse refuse)
      : names_(std::move(names)), refuse_(std::move(refuse)) {}

  /// The next text, or null after the last.
  std::optional<Member> next();

  /// Bytes taken from files so far.
  [[nodiscard]] std::uint64_t raw_bytes() const {
    return done_bytes_ + (file_ ? file_->raw_bytes() : 0);
  }

 private:
  struct Level {
    std::string name;
    std::unique_ptr<ByteSource> bytes;  // of the member that the archive is; null: the file itself
    std::unique_ptr<PeekedSource> peeked;
    std::unique_ptr<Archive> archive;
    bool is_text = false;                   // no archive: a compressed file
    std::unordered_set<std::size_t> names;  // hashes of those given
  };

  std::optional<Member> open_file(const InputName& input);
  std::optional<Member> next_member();
  std::optional<Member> look_into(std::string name, std::unique_ptr<ByteSource> bytes,
                                  PeekedSource* peeked);
  Member empty_text(const std::string& name);
  Member failed(std::string name, Error error) const;
  bool is_wanted(const std::string& name) const;
  void close();

  InputNames names_;
  Refuse refuse_;
  std::unique_ptr<FileSource> file_;
  std::unique_ptr<PeekedSource> file_head_;
  std::unique_ptr<ByteSource> member_;
  std::unique_ptr<PeekedSource> member_head_;
  std::vector<Level> levels_;  // archives being read, the innermost last
  std::string wanted_;         // the only member to read; empty: all
  bool any_wanted_ = false;
  std::uint64_t done_bytes_ = 0;
};

}  // namespace letterkit::cli
