#include "input/detect.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "input/plausible.hpp"
#include "input/transcode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kWideSample = 8 << 10;

// A byte that is no UTF-8 weighs as much as three or four plausible characters: a text that is
// mostly UTF-8 stays it, one that has a valid sequence by accident does not become it.
constexpr unsigned kCostInvalid = 8;

using ByteTable = std::array<Plausible, 256>;

ByteTable make_table(Encoding encoding) {
  ByteTable table{};
  const auto& upper = upper_half(encoding);
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const bool high = byte >= 0x80;
    const char32_t c = high ? upper[byte - 0x80] : static_cast<char32_t>(byte);
    table[byte] = plausible(c == 0 && high ? 0xFFFD : c);
  }
  return table;
}

// In the order of how common they are in archives, which the head start in nats is for.
struct Candidate {
  Encoding encoding;
  unsigned head_start;
  ByteTable table;
};

const std::array<Candidate, 4>& candidates() {
  static const std::array<Candidate, 4> kAll = {
      {
       {Encoding::windows1252, 0, make_table(Encoding::windows1252)},
       {Encoding::iso8859_15, 2, make_table(Encoding::iso8859_15)},
       {Encoding::macintosh, 4, make_table(Encoding::macintosh)},
       {Encoding::ibm850, 4, make_table(Encoding::ibm850)},
       }
  };
  return kAll;
}

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

// The cost of the byte at `at` read by a candidate.
unsigned byte_cost(const ByteTable& table, std::string_view bytes, std::size_t at) {
  const auto kind = [&](std::size_t i) {
    return i < bytes.size() ? table[byte_at(bytes, i)].kind : Kind::space;
  };
  const Plausible& self = table[byte_at(bytes, at)];
  return self.cost + misfit(at > 0 ? kind(at - 1) : Kind::space, self.kind, kind(at + 1));
}

// The cost of a sequence read as UTF-8; its neighbours do not matter, validity says enough.
unsigned utf8_cost(std::string_view bytes, const Utf8Sequence& sequence) {
  if (!sequence.valid) {
    return kCostInvalid;
  }
  const auto lead = byte_at(bytes, 0);
  const auto second = byte_at(bytes, 1) & 0x3FU;
  if (sequence.length == 2) {
    return plausible((lead & 0x1FU) << 6U | second).cost;
  }
  if (sequence.length == 3) {
    return plausible((lead & 0x0FU) << 12U | second << 6U | (byte_at(bytes, 2) & 0x3FU)).cost;
  }
  return plausible(0x1F600).cost;
}

bool has_c1(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0xE0) == 0x80; });
}

// How often each of the four bytes of a unit of UTF-32 is NUL; an odd last byte is left out.
std::array<std::size_t, 4> count_zeros(std::string_view sample) {
  std::array<std::size_t, 4> zeros{};
  std::size_t at = 0;
  for (; at + 4 <= sample.size(); at += 4) {
    for (std::size_t i = 0; i < 4; ++i) {
      zeros[i] += sample[at + i] == '\0';
    }
  }
  if (at + 2 <= sample.size()) {
    zeros[0] += sample[at] == '\0';
    zeros[1] += sample[at + 1] == '\0';
  }
  return zeros;
}

}  // namespace

std::size_t next_high(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t block = 0; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&block, bytes.data() + at, 8);
    if ((block & kHighBits) != 0) {
      break;
    }
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) {
    ++at;
  }
  return at;
}

std::optional<Encoding> detect_wide(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kWideSample);
  const auto zeros = count_zeros(sample);
  // Latin text has almost all of its units under U+0100, quotes and dashes apart; half leaves room
  // for tables of euros. The byte that carries the letter is NUL only by mistake.
  const std::size_t quads = sample.size() / 4;
  const std::size_t half = std::max<std::size_t>(quads / 2, 1);
  const std::size_t few = quads / 100;
  const auto many = [&](int i) { return quads > 1 && zeros[static_cast<std::size_t>(i)] > half; };
  if (zeros[0] <= few && many(1) && many(2) && many(3)) {
    return Encoding::utf32le;
  }
  if (zeros[3] <= few && many(0) && many(1) && many(2)) {
    return Encoding::utf32be;
  }
  const std::size_t units = sample.size() / 2;
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  if (units >= 2 && odd * 2 > units && even <= units / 100) {
    return Encoding::utf16le;
  }
  if (units >= 2 && even * 2 > units && odd <= units / 100) {
    return Encoding::utf16be;
  }
  return std::nullopt;
}

Encoding detect_not_utf8(std::string_view bytes) {
  const auto& all = candidates();
  std::array<std::size_t, 4> costs{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    costs[i] = all[i].head_start;
  }
  std::size_t as_utf8 = 0;
  bool any_utf8 = false;
  std::size_t sequence_end = 0;
  std::size_t seen = 0;
  for (std::size_t at = next_high(bytes, 0); at < bytes.size() && seen < kHighBytes;
       at = next_high(bytes, at + 1), ++seen) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      costs[i] += byte_cost(all[i].table, bytes, at);
    }
    if (at >= sequence_end) {
      const auto sequence = utf8_sequence(bytes.substr(at));
      sequence_end = at + sequence.length;
      // Two bytes or more of a sequence that the end cuts off are as telling as a whole one.
      const bool cut_off = sequence.length > 1 && sequence_end == bytes.size();
      as_utf8 += cut_off ? 0 : utf8_cost(bytes.substr(at), sequence);
      any_utf8 = any_utf8 || sequence.valid || cut_off;
    }
  }
  const auto best = std::min_element(costs.begin(), costs.end());
  if (any_utf8 && as_utf8 < *best) {
    return Encoding::utf8;
  }
  const Encoding encoding = all[static_cast<std::size_t>(best - costs.begin())].encoding;
  // Without bytes 80..9F windows-1252 is ISO-8859-1, and the standard's name is the better one.
  return encoding == Encoding::windows1252 && !has_c1(bytes) ? Encoding::iso8859_1 : encoding;
}

}  // namespace letterkit
