#include "cli/row_cutter.hpp"

#include <algorithm>
#include <utility>

#include "cli/csv_row.hpp"

namespace letterkit::cli {
namespace {

// The row's own bytes are followed by as many that may be read, though not used (simdjson).
constexpr std::size_t kPadding = 64;

}  // namespace

void RowCutter::feed(std::string_view bytes) {
  bytes_.erase(0, std::exchange(at_, 0));
  bytes_ += bytes;
}

bool RowCutter::find_end(std::size_t& end, std::size_t& after) {
  const std::string_view rest = std::string_view(bytes_).substr(at_);
  std::size_t at = std::string_view::npos;
  if (quotes_) {
    at = csv_row_end(rest, scanned_, quoted_);
  } else {
    at = rest.find('\n', scanned_);
    scanned_ = rest.size();
  }
  if (at == std::string_view::npos && (!finished_ || rest.empty())) {
    return false;
  }
  end = at == std::string_view::npos ? rest.size() : at;
  after = std::min(end + 1, rest.size());
  return true;
}

/// Drops what there is of a row that is too long. Gives its place, the first time.
std::optional<RowCutter::Piece> RowCutter::pass_over() {
  const std::size_t line = line_;
  // The last byte stays: it may be what a quote follows.
  count_lines(std::string_view(bytes_).substr(at_, bytes_.size() - 1 - at_));
  bytes_.erase(0, bytes_.size() - 1);
  at_ = 0;
  scanned_ = 1;
  return std::exchange(passing_over_, true) ? std::nullopt : std::optional(Piece{"", line, true});
}

void RowCutter::count_lines(std::string_view passed) {
  line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
}

std::optional<RowCutter::Piece> RowCutter::next() {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (at_start_ && (bytes_.size() >= kMark.size() || finished_)) {
    at_start_ = false;
    at_ = bytes_.starts_with(kMark) ? kMark.size() : 0;
  }
  while (!at_start_) {
    std::size_t end = 0;
    std::size_t after = 0;
    if (!find_end(end, after)) {
      return bytes_.size() - at_ > limit_ ? pass_over() : std::nullopt;
    }
    std::string_view row = std::string_view(bytes_).substr(at_, end);
    const std::size_t line = line_;
    count_lines(std::string_view(bytes_).substr(at_, after));
    at_ += after;
    scanned_ = 0;
    quoted_ = false;
    if (std::exchange(passing_over_, false)) {
      continue;
    }
    if (row.size() > limit_) {
      return Piece{"", line, true};
    }
    row = row.ends_with('\r') ? row.substr(0, row.size() - 1) : row;
    if (row.find_first_not_of(" \t") == std::string_view::npos) {
      continue;
    }
    Piece piece{"", line, false};
    piece.bytes.reserve(row.size() + kPadding);
    piece.bytes = row;
    return piece;
  }
  return std::nullopt;
}

}  // namespace letterkit::cli
