// What goes through a run: an input's start, its letters, its end. Reading makes batches of it in
// one thread, printing turns each batch's letters into text in any thread, writing takes the
// batches in order.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/letter_text.hpp"
#include "letterkit/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/tally.hpp"

namespace letterkit::cli {

/// An input as a run knows it.
struct InputId {
  std::string name;    ///< bytes, as given
  std::string output;  ///< its file in the output folder; empty when there is none
  /// Of the file that it is or that it is in: nanoseconds since 1970, bytes; null for a pipe.
  std::optional<std::int64_t> modified;
  std::optional<std::uint64_t> file_size;
};

struct InputStart {
  InputId id;
};

struct InputEnd {
  InputId id;
  std::optional<Error> error;  ///< why it could not be read to its end
  bool skipped = false;        ///< done by an earlier run, which --resume goes on with
  bool opened = false;         ///< whether an InputStart came before
  std::uint64_t bytes = 0;     ///< read of it
  std::uint64_t hash = 0;      ///< of those bytes
};

/// A row that is a letter once it is taken apart, which is left to the printing threads.
struct Row {
  std::shared_ptr<const std::string> input;  ///< its name
  std::string bytes;
  std::size_t number = 0;  ///< 1-based line on which it starts
  bool is_json = false;
  std::shared_ptr<const std::vector<std::string>> columns;  ///< of CSV
  std::optional<Error> error;                               ///< instead of the bytes
};

using WorkItem = std::variant<InputStart, LetterText, Row, InputEnd>;

struct Batch {
  std::vector<WorkItem> items;
  std::size_t bytes = 0;        ///< of text in them
  std::uint64_t raw_bytes = 0;  ///< taken from files up to here
  bool last = false;            ///< nothing comes behind it
};

/// Printed letters of one input that follow each other.
struct Printed {
  std::string text;
  std::size_t letters = 0;
  std::vector<Error> failures;  ///< of rows; `where` is the input's name
  Tally tally;
  std::optional<Letter> only;  ///< the letter itself, when the printer wants it and it is one
};

using PrintedItem = std::variant<InputStart, Printed, InputEnd>;

struct PrintedBatch {
  std::vector<PrintedItem> items;
  std::uint64_t raw_bytes = 0;
};

}  // namespace letterkit::cli
