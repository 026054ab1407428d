// The Dutch tables of names that the tests of names read with.
#pragma once

#include <string_view>

#include <catch2/catch.hpp>

#include "fields/name_words.hpp"
#include "profile/embedded.hpp"

namespace letterkit {

inline DataFile embedded_file(std::string_view path) {
  for (const auto& file : embedded_files()) {
    if (file.path == path) {
      return {std::string(path), file.text};
    }
  }
  FAIL("no embedded file " << path);
  return {};
}

inline const NameWords& dutch_names() {
  static const NameWords words = [] {
    auto parsed =
        NameWords::parse(embedded_file("nl/titles.txt"), embedded_file("nl/surname_prefixes.txt"),
                         embedded_file("nl/not_names.txt"));
    if (!parsed) {
      FAIL(parsed.error().to_string());
    }
    return *parsed;
  }();
  return words;
}

}  // namespace letterkit
