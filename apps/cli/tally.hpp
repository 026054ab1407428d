// What --stats counts. In: letters and inputs. Out: one JSON object.
//
//   {"inputs":3,"letters":7,"bytes":23876,"failures":0,"encodings":{"UTF-8":7},...}
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace letterkit::cli {

struct Tally {
  std::uint64_t inputs = 0;  ///< that were read, in part or whole
  std::uint64_t letters = 0;
  std::uint64_t bytes = 0;     ///< of inputs, unpacked
  std::uint64_t failures = 0;  ///< inputs and rows that could not be read
  std::uint64_t skipped = 0;   ///< inputs that --resume found done
  std::uint64_t without_date = 0;
  std::uint64_t without_signatory = 0;
  std::map<std::string, std::uint64_t> encodings;
  std::map<std::string, std::uint64_t> forms;
  std::map<std::string, std::uint64_t> languages;
  bool has_error = false;  ///< a letter has a diagnostic of severity error

  void add(const Letter& letter);
  void add(const Tally& other);
};

/// The object on one line, with its line end. Keys of the maps are sorted.
std::string to_json(const Tally& tally);

}  // namespace letterkit::cli
