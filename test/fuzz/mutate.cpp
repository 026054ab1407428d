#include "fuzz/mutate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace letterkit::fuzz {
namespace {

using namespace std::literals;

constexpr std::size_t kMaxSize = 64 * 1024;

// What letters are full of, and what breaks readers of text.
constexpr std::array kTokens = {"\n"sv,
                                "\n\n"sv,
                                "\r\n"sv,
                                "\f"sv,
                                " "sv,
                                "        "sv,
                                "\t"sv,
                                "\0"sv,
                                "|"sv,
                                "#"sv,
                                "Nr. 12"sv,
                                "33 279"sv,
                                "Den Haag, 2 maart 2026"sv,
                                "31 februari 2020"sv,
                                "Aan de Voorzitter"sv,
                                "De minister van Defensie,"sv,
                                "namens deze,"sv,
                                "Hoogachtend,"sv,
                                "Betreft"sv,
                                "Bijlage 1"sv,
                                "J. de Vries"sv,
                                "1)"sv,
                                "- 2 -"sv,
                                "\xEF\xBB\xBF"sv,
                                "\xC2\xA0"sv,
                                "\xE2\x80\x99"sv,
                                "\xC3"sv,
                                "\xED\xA0\x80"sv,
                                "\xF4\x90\x80\x80"sv,
                                "\xFF\xFE"sv,
                                "\x80"sv,
                                "e\xCC\x81"sv};

std::size_t below(std::size_t limit, std::mt19937& random) {
  return limit == 0 ? 0 : random() % limit;
}

// A span of the text: short as a rule, now and then of any length.
std::pair<std::size_t, std::size_t> some_span(const std::string& text, std::mt19937& random) {
  const std::size_t start = below(text.size() + 1, random);
  const std::size_t most = below(4, random) == 0 ? text.size() : 80;
  return {start, std::min(below(most + 1, random), text.size() - start)};
}

void flip_byte(std::string& text, std::mt19937& random) {
  if (!text.empty()) {
    text[below(text.size(), random)] = static_cast<char>(random() & 0xFFU);
  }
}

void join_lines(std::string& text, std::mt19937& random) {
  const std::size_t at = text.find('\n', below(text.size() + 1, random));
  if (at != std::string::npos) {
    text[at] = ' ';
  }
}

void repeat_span(std::string& text, std::mt19937& random) {
  const auto [start, length] = some_span(text, random);
  const std::string piece = text.substr(start, length);
  for (std::size_t times = 1 + below(20, random); times > 0 && text.size() < kMaxSize; --times) {
    text.insert(start, piece);
  }
}

void edit(std::string& text, std::span<const std::string> seeds, std::mt19937& random) {
  const auto [start, length] = some_span(text, random);
  switch (below(8, random)) {
    case 0:
      return flip_byte(text, random);
    case 1:
      text.erase(start, length);
      return;
    case 2:
      return repeat_span(text, random);
    case 3:
      text.insert(start, kTokens[below(kTokens.size(), random)]);
      return;
    case 4: {  // move
      const std::string piece = text.substr(start, length);
      text.erase(start, length);
      text.insert(below(text.size() + 1, random), piece);
      return;
    }
    case 5: {  // splice
      const std::string& other = seeds[below(seeds.size(), random)];
      const auto [from, count] = some_span(other, random);
      text.insert(start, other, from, count);
      return;
    }
    case 6:
      return join_lines(text, random);
    default:
      text.resize(text.size() - std::min(text.size(), length));
  }
}

}  // namespace

std::string mutate(std::span<const std::string> seeds, std::mt19937& random) {
  std::string text = seeds[below(seeds.size(), random)];
  for (std::size_t edits = 1 + below(8, random); edits > 0; --edits) {
    edit(text, seeds, random);
  }
  text.resize(std::min(text.size(), kMaxSize));
  return text;
}

}  // namespace letterkit::fuzz
