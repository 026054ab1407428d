#include "support/re2_set.hpp"

#include <algorithm>
#include <string>

#include <re2/re2.h>
#include <re2/set.h>

#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"
#include "support/re2_options.hpp"

namespace letterkit {
namespace {

// On most texts the automaton of patterns bound to the start gives up within a few bytes. Those
// that may go on over anything stand apart, and so do those that are not bound: one automaton for
// all needs states for every pair of ways they go on.
constexpr std::size_t kBound = 0;
constexpr std::size_t kWide = 1;
constexpr std::size_t kFree = 2;

}  // namespace

struct Re2Set::Part {
  explicit Part(re2::RE2::Anchor anchor) : set(engine_options(), anchor) {}

  re2::RE2::Set set;
  std::vector<int> numbers;  // of its patterns
};

Re2Set::Re2Set() {
  for (const auto anchor : {re2::RE2::ANCHOR_START, re2::RE2::ANCHOR_START, re2::RE2::UNANCHORED}) {
    parts_.push_back(std::make_unique<Part>(anchor));
  }
}

Re2Set::~Re2Set() = default;

Status Re2Set::add(std::string_view source, int number) {
  Part& part = *parts_[!starts_at_start(source)      ? kFree
                       : EdgeBytes(source).lingers() ? kWide
                                                     : kBound];
  std::string why;
  if (part.set.Add(with_letters_as_ranges(source), &why) < 0) {
    return Error{"pattern.syntax",
                 "pattern does not compile: " + why + " [" + std::string(source) + "]", ""};
  }
  part.numbers.push_back(number);
  return ok();
}

Status Re2Set::compile() {
  if (!std::ranges::all_of(parts_, [](const auto& part) { return part->set.Compile(); })) {
    return Error{"pattern.memory", "the patterns need too much memory together; make them shorter",
                 ""};
  }
  return ok();
}

void Re2Set::match(std::string_view text, std::vector<int>& hits) const {
  const re2::StringPiece piece(text.data(), text.size());
  thread_local std::vector<int> found;  // the engine empties what it is given
  for (const auto& part : parts_) {
    // Most texts match nothing, and to find that out alone costs the engine no memory.
    if (!part->numbers.empty() && part->set.Match(piece, nullptr) &&
        part->set.Match(piece, &found)) {
      for (const int i : found) {
        hits.push_back(part->numbers[static_cast<std::size_t>(i)]);
      }
    }
  }
}

}  // namespace letterkit
