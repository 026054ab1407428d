#include "support/pattern_set.hpp"

#include <algorithm>

#include <re2/re2.h>
#include <re2/set.h>

#include "support/first_bytes.hpp"
#include "support/letter_classes.hpp"
#include "support/re2_options.hpp"

namespace letterkit {
namespace {

/// Whether a pattern that is bound to the start may go on over anything: "^[^.]*, hereby",
/// "^\\S+@". A guess by how it begins; it costs or saves time and nothing else.
bool opens_wide(std::string_view source) {
  for (const std::string_view start : {"(?i)", "^"}) {
    source.remove_prefix(source.starts_with(start) ? start.size() : 0);
  }
  for (int element = 0; element < 2 && !source.empty(); ++element) {
    while (source.starts_with('(')) {
      const bool flags = source.starts_with("(?");
      source.remove_prefix(flags ? std::min(source.find(':'), source.size() - 1) + 1 : 1);
    }
    std::size_t size = 0;
    if (source.starts_with('.')) {
      size = 1;
    } else if (source.starts_with("\\p{")) {
      size = source.find('}') + 1;
    } else if (source.starts_with("\\pL")) {
      size = 3;
    } else if (source.starts_with("\\S")) {
      size = 2;
    } else if (source.starts_with('[')) {
      size = source.find(']', source.starts_with("[^") ? 3 : 2) + 1;
    }
    if (size == 0) {
      return false;
    }
    source.remove_prefix(std::min(size, source.size()));
    if (source.starts_with('*') || source.starts_with('+') || source.starts_with('{')) {
      return true;
    }
  }
  return false;
}

}  // namespace

// On most texts the automaton of patterns bound to the start gives up within a few bytes. Those
// that may go on over anything stand apart, and so do those that are not bound: one automaton for
// all needs states for every pair of ways they go on.
struct PatternSet::Engine {
  struct Part {
    explicit Part(re2::RE2::Anchor anchor) : set(engine_options(), anchor) {}

    re2::RE2::Set set;
    std::vector<int> index;  // of its patterns among all
  };

  Part bound{re2::RE2::ANCHOR_START};
  Part wide{re2::RE2::ANCHOR_START};
  Part free{re2::RE2::UNANCHORED};

  void match(std::string_view text, std::vector<int>& hits) const {
    const re2::StringPiece piece(text.data(), text.size());
    thread_local std::vector<int> found;  // the engine empties what it is given
    for (const Part* part : {&bound, &wide, &free}) {
      // Most texts match nothing, and to find that out alone costs the engine no memory.
      if (!part->index.empty() && part->set.Match(piece, nullptr) &&
          part->set.Match(piece, &found)) {
        for (const int i : found) {
          hits.push_back(part->index[static_cast<std::size_t>(i)]);
        }
      }
    }
  }
};

PatternSet::PatternSet(std::string_view automaton) : automaton_(Automaton::load(automaton)) {}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

Status PatternSet::add(std::string_view source) {
  if (automaton_) {
    return ok();
  }
  if (!engine_) {
    engine_ = std::make_unique<Engine>();
  }
  const auto number = static_cast<int>(sources_.size());
  sources_.push_back(with_letter_ranges(source));
  std::string why;
  Engine::Part& part = !starts_at_start(source) ? engine_->free
                       : opens_wide(source)     ? engine_->wide
                                                : engine_->bound;
  if (part.set.Add(sources_.back(), &why) < 0) {
    return Error{"pattern.syntax",
                 "pattern does not compile: " + why + " [" + std::string(source) + "]", ""};
  }
  part.index.push_back(number);
  return ok();
}

Status PatternSet::compile() {
  if (engine_ && !(engine_->bound.set.Compile() && engine_->wide.set.Compile() &&
                   engine_->free.set.Compile())) {
    return Error{"pattern.memory", "the patterns need too much memory together; make them shorter",
                 ""};
  }
  return ok();
}

void PatternSet::match(std::string_view text, std::vector<int>& hits) const {
  hits.clear();
  if (automaton_) {
    automaton_->match(text, hits);
  } else if (engine_) {
    engine_->match(text, hits);
  }
  std::sort(hits.begin(), hits.end());
}

}  // namespace letterkit
