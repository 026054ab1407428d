#include "support/automaton.hpp"

#if LETTERKIT_VECTORSCAN

#include <hs_common.h>
#include <hs_runtime.h>
#include <new>
#include <utility>

namespace letterkit {
namespace {

/// What the engine works in: of one thread, for one automaton.
class Scratch {
 public:
  Scratch() = default;

  Scratch(Scratch&& other) noexcept : scratch_(std::exchange(other.scratch_, nullptr)) {}

  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch& operator=(Scratch&&) = delete;

  ~Scratch() { hs_free_scratch(scratch_); }

  hs_scratch_t* get(const hs_database_t* database) {
    if (scratch_ == nullptr && hs_alloc_scratch(database, &scratch_) != HS_SUCCESS) {
      throw std::bad_alloc();
    }
    return scratch_;
  }

 private:
  hs_scratch_t* scratch_ = nullptr;
};

}  // namespace

std::unique_ptr<const Automaton> Automaton::load(std::string_view bytes) {
  const auto* const database = reinterpret_cast<const hs_database_t*>(bytes.data());
  std::size_t size = 0;
  // Fails when the version is another.
  if (bytes.empty() || hs_database_size(database, &size) != HS_SUCCESS || size > bytes.size()) {
    return nullptr;
  }
  return std::make_unique<const Automaton>(database);
}

void Automaton::match(std::string_view text, std::vector<int>& hits) const {
  hits.clear();
  const auto found = [](unsigned pattern, unsigned long long /*begin*/, unsigned long long /*end*/,
                        unsigned /*flags*/, void* to) {
    static_cast<std::vector<int>*>(to)->push_back(static_cast<int>(pattern));
    return 0;
  };
  // Fails on wrong arguments only.
  hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0,
          thread_memo<Scratch>(id_).get(database_), found, &hits);
}

}  // namespace letterkit

#else

namespace letterkit {

std::unique_ptr<const Automaton> Automaton::load(std::string_view /*bytes*/) {
  return nullptr;
}

void Automaton::match(std::string_view /*text*/, std::vector<int>& hits) const {
  hits.clear();
}

}  // namespace letterkit

#endif
