// A fingerprint of an input's bytes, for --resume's manifest: XXH64 with seed 0 (the specification
// is part of the xxHash project). Fast, not cryptographic: it tells changes, not forgeries.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace letterkit::cli {

class Hash64 {
 public:
  void add(std::string_view bytes);

  [[nodiscard]] std::uint64_t value() const;

 private:
  void add_stripe(const char* stripe);

  std::array<std::uint64_t, 4> lanes_ = {0x60EA27EEADC0B5D6U, 0xC2B2AE3D27D4EB4FU, 0U,
                                         0x61C8864E7A143579U};
  std::array<char, 32> tail_{};
  std::size_t tail_size_ = 0;
  std::uint64_t size_ = 0;
};

/// "xxh64:ef46db3751d8e999"
std::string hash_text(std::uint64_t hash);

}  // namespace letterkit::cli
