#include "support/automaton.hpp"

#if LETTERKIT_HYPERSCAN

#include <atomic>
#include <hs_common.h>
#include <hs_runtime.h>
#include <mutex>
#include <new>

namespace letterkit {
namespace {

/// What the engine works in, large enough for every automaton that was loaded; threads have copies.
class Model {
 public:
  static Model& get() {
    static Model model;
    return model;
  }

  Model() = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  ~Model() { hs_free_scratch(scratch_); }

  /// False when the engine can't use the automaton.
  bool make_room_for(const hs_database_t* database) {
    const std::lock_guard lock(mutex_);
    const std::size_t before = size();
    if (hs_alloc_scratch(database, &scratch_) != HS_SUCCESS) {
      return false;
    }
    if (size() != before) {
      version_.fetch_add(1, std::memory_order_release);
    }
    return true;
  }

  [[nodiscard]] unsigned version() const { return version_.load(std::memory_order_acquire); }

  hs_scratch_t* copy(unsigned& version) {
    const std::lock_guard lock(mutex_);
    hs_scratch_t* result = nullptr;
    if (hs_clone_scratch(scratch_, &result) != HS_SUCCESS) {
      throw std::bad_alloc();
    }
    version = version_.load(std::memory_order_relaxed);
    return result;
  }

 private:
  [[nodiscard]] std::size_t size() const {
    std::size_t bytes = 0;
    return scratch_ != nullptr && hs_scratch_size(scratch_, &bytes) == HS_SUCCESS ? bytes : 0;
  }

  std::mutex mutex_;
  hs_scratch_t* scratch_ = nullptr;
  std::atomic<unsigned> version_ = 0;
};

/// The calling thread's.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  ~Scratch() { hs_free_scratch(scratch_); }

  hs_scratch_t* get() {
    Model& model = Model::get();
    if (version_ != model.version()) {
      hs_free_scratch(scratch_);
      scratch_ = nullptr;
      scratch_ = model.copy(version_);
    }
    return scratch_;
  }

 private:
  hs_scratch_t* scratch_ = nullptr;
  unsigned version_ = 0;
};

/// Calls `found` with `context` for each pattern that occurs, until it says 1.
void scan(const hs_database_t* database, std::string_view text, match_event_handler found,
          void* context) {
  thread_local Scratch scratch;
  // Fails on wrong arguments only.
  hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch.get(), found,
          context);
}

}  // namespace

std::unique_ptr<const Automaton> Automaton::load(std::string_view bytes) {
  const auto* const database = reinterpret_cast<const hs_database_t*>(bytes.data());
  std::size_t size = 0;
  // Fails when the version is another.
  if (bytes.empty() || hs_database_size(database, &size) != HS_SUCCESS || size > bytes.size() ||
      !Model::get().make_room_for(database)) {
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
  scan(database_, text, found, &hits);
}

bool Automaton::occurs(std::string_view text) const {
  bool any = false;
  const auto found = [](unsigned /*pattern*/, unsigned long long /*begin*/,
                        unsigned long long /*end*/, unsigned /*flags*/, void* to) {
    *static_cast<bool*>(to) = true;
    return 1;
  };
  scan(database_, text, found, &any);
  return any;
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

bool Automaton::occurs(std::string_view /*text*/) const {
  return false;
}

}  // namespace letterkit

#endif
