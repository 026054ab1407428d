#include "support/pattern.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include <re2/re2.h>
#include <re2/set.h>

#include "support/letter_classes.hpp"

namespace letterkit {
namespace {

// Enough for the largest expanded pattern of a profile; RE2 refuses to compile beyond it.
constexpr int kMaxMemory = 256 << 20;
constexpr std::size_t kMaxGroups = 32;

re2::RE2::Options engine_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

bool run(const re2::RE2& engine, std::string_view text, std::size_t from, re2::RE2::Anchor anchor,
         std::span<std::string_view> groups) {
  const re2::StringPiece piece(text.data(), text.size());
  if (from > text.size()) {
    return false;
  }
  if (groups.empty()) {
    return engine.Match(piece, from, text.size(), anchor, nullptr, 0);
  }
  re2::StringPiece found[kMaxGroups];
  const auto wanted = std::min(groups.size(), kMaxGroups);
  const auto known =
      std::min(wanted, static_cast<std::size_t>(engine.NumberOfCapturingGroups()) + 1);
  if (!engine.Match(piece, from, text.size(), anchor, found, static_cast<int>(known))) {
    return false;
  }
  for (std::size_t i = 0; i < wanted; ++i) {
    groups[i] = i < known && found[i].data() != nullptr
                    ? std::string_view(found[i].data(), found[i].size())
                    : std::string_view();
  }
  return true;
}

}  // namespace

struct Pattern::Engine {
  std::string source;
  std::once_flag compiled;
  std::optional<re2::RE2> re2;
  std::atomic<const re2::RE2*> ready = nullptr;  // once compiled: cheaper to ask than the flag
};

Pattern::Pattern(std::string_view source) : engine_(std::make_shared<Engine>()) {
  engine_->source = source;
}

const re2::RE2& Pattern::engine() const {
  if (const re2::RE2* ready = engine_->ready.load(std::memory_order_acquire)) {
    return *ready;
  }
  std::call_once(engine_->compiled, [this] {
    engine_->ready.store(
        &engine_->re2.emplace(with_letter_ranges(engine_->source), engine_options()),
        std::memory_order_release);
  });
  return *engine_->re2;
}

Pattern Pattern::known(std::string_view source) {
  return Pattern(source);
}

Result<Pattern> Pattern::compile(std::string_view source) {
  Pattern pattern(source);
  const re2::RE2& engine = pattern.engine();
  if (!engine.ok()) {
    return Error{"pattern.syntax",
                 "pattern does not compile: " + engine.error() + " [" + engine.error_arg() + "]",
                 ""};
  }
  return pattern;
}

bool Pattern::search(std::string_view text) const {
  return run(engine(), text, 0, re2::RE2::UNANCHORED, {});
}

bool Pattern::search(std::string_view text, std::span<std::string_view> groups) const {
  return run(engine(), text, 0, re2::RE2::UNANCHORED, groups);
}

bool Pattern::search_from(std::string_view text, std::size_t from,
                          std::span<std::string_view> groups) const {
  return run(engine(), text, from, re2::RE2::UNANCHORED, groups);
}

bool Pattern::full_match(std::string_view text, std::span<std::string_view> groups) const {
  return run(engine(), text, 0, re2::RE2::ANCHOR_BOTH, groups);
}

int Pattern::group(std::string_view name) const {
  const auto& names = engine().NamedCapturingGroups();
  const auto found = names.find(std::string(name));
  return found == names.end() ? -1 : found->second;
}

int Pattern::group_count() const {
  return engine().NumberOfCapturingGroups();
}

const std::string& Pattern::source() const {
  return engine_->source;
}

bool starts_at_start(std::string_view source) {
  if (source.starts_with("(?i)")) {
    source.remove_prefix(4);
  }
  if (!source.starts_with('^')) {
    return false;
  }
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 1; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']' || source[i - 1] == '[' || source.substr(i - 2, 2) == "[^";
    } else if (c == '|' && depth == 0) {
      return false;
    }
    in_class = in_class || c == '[';
    depth += !in_class && c == '(' ? 1 : !in_class && c == ')' ? -1 : 0;
  }
  return true;
}

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
};

PatternSet::PatternSet() = default;
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

Status PatternSet::add(std::string_view source) {
  if (!engine_) {
    engine_ = std::make_unique<Engine>();
  }
  std::string why;
  Engine::Part& part = !starts_at_start(source) ? engine_->free
                       : opens_wide(source)     ? engine_->wide
                                                : engine_->bound;
  if (part.set.Add(with_letter_ranges(source), &why) < 0) {
    return Error{"pattern.syntax",
                 "pattern does not compile: " + why + " [" + std::string(source) + "]", ""};
  }
  part.index.push_back(static_cast<int>(size_));
  ++size_;
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

void PatternSet::match(std::string_view text, bool only_bound, std::vector<int>& hits) const {
  hits.clear();
  if (!engine_) {
    return;
  }
  thread_local std::vector<int> found;  // the engine empties what it is given
  for (const Engine::Part* part : {&engine_->bound, &engine_->wide, &engine_->free}) {
    const re2::StringPiece piece(text.data(), text.size());
    // Most texts match nothing, and to find that out alone costs the engine no memory.
    if (!part->index.empty() && (part != &engine_->free || !only_bound) &&
        part->set.Match(piece, nullptr) && part->set.Match(piece, &found)) {
      for (const int i : found) {
        hits.push_back(part->index[static_cast<std::size_t>(i)]);
      }
    }
  }
  std::sort(hits.begin(), hits.end());
}

}  // namespace letterkit
