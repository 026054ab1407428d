// Cuts rows out of bytes that come in pieces. In: bytes of an NDJSON or CSV file. Out: rows without
// their line ends, with the line they start on. A row that is longer than a limit is passed over,
// so that memory stays bounded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace letterkit::cli {

class RowCutter {
 public:
  /// @param quotes whether line ends inside quotes belong to the row (CSV)
  RowCutter(bool quotes, std::size_t limit) : quotes_(quotes), limit_(limit) {}

  void feed(std::string_view bytes);

  void finish() { finished_ = true; }

  struct Piece {
    std::string bytes;
    std::size_t line = 0;   ///< 1-based
    bool too_long = false;  ///< no bytes then
  };

  /// The next row that is not blank; null: feed more, or there are none left.
  std::optional<Piece> next();

 private:
  std::optional<Piece> pass_over();
  void count_lines(std::string_view passed);
  /// Where the row at `at_` ends and the next one starts, when that is known.
  bool find_end(std::size_t& end, std::size_t& after);

  bool quotes_;
  std::size_t limit_;
  bool finished_ = false;
  std::string bytes_;
  std::size_t at_ = 0;
  std::size_t scanned_ = 0;  // of the row at `at_`
  bool quoted_ = false;
  bool at_start_ = true;  // of the file: a byte order mark may come
  std::size_t line_ = 1;
  bool passing_over_ = false;
};

}  // namespace letterkit::cli
