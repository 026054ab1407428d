#include "support/pattern.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "support/automaton.hpp"
#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"
#include "support/re2_options.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kMaxGroups = 32;

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

/// What spares asking RE2.
struct Pattern::Gate {
  EdgeBytes edges;
  std::unique_ptr<const Automaton> automaton;  ///< null when none was compiled with the library

  explicit Gate(std::string_view source) : edges(source) {
    const auto all = compiled_patterns();
    const auto found = std::ranges::lower_bound(all, source, {}, &CompiledPattern::source);
    if (found != all.end() && found->source == source) {
      automaton = Automaton::load(found->automaton);
    }
  }
};

struct Pattern::Engine {
  explicit Engine(std::string_view text) : source(text) {}

  std::string source;
  std::once_flag gate_made;
  std::optional<Gate> gate;
  std::atomic<const Gate*> gate_ready = nullptr;  // once made: cheaper to ask than the flag
  std::once_flag compiled;
  std::optional<re2::RE2> re2;
  std::atomic<const re2::RE2*> ready = nullptr;  // once compiled: cheaper to ask than the flag
};

Pattern::Pattern(std::string_view source) : engine_(std::make_shared<Engine>(source)) {}

const re2::RE2& Pattern::engine() const {
  if (const re2::RE2* ready = engine_->ready.load(std::memory_order_acquire)) {
    return *ready;
  }
  std::call_once(engine_->compiled, [this] {
    engine_->ready.store(
        &engine_->re2.emplace(with_letters_as_ranges(engine_->source), engine_options()),
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

const Pattern::Gate& Pattern::gate() const {
  if (const Gate* ready = engine_->gate_ready.load(std::memory_order_acquire)) {
    return *ready;
  }
  std::call_once(engine_->gate_made, [this] {
    engine_->gate_ready.store(&engine_->gate.emplace(engine_->source), std::memory_order_release);
  });
  return *engine_->gate;
}

bool Pattern::search(std::string_view text) const {
  const Gate& before = gate();
  if (before.automaton) {
    return before.automaton->occurs(text);  // which knows the text's edges itself
  }
  return before.edges.allow(text) && run(engine(), text, 0, re2::RE2::UNANCHORED, {});
}

bool Pattern::search(std::string_view text, std::span<std::string_view> groups) const {
  const Gate& before = gate();
  return before.edges.allow(text) && (!before.automaton || before.automaton->occurs(text)) &&
         run(engine(), text, 0, re2::RE2::UNANCHORED, groups);
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

}  // namespace letterkit
