// Memory of small values for all of a tool: each thread keeps the blocks that it freed, by size.
//
// In: sizes, through operator new and delete. Out: memory. Method: a block has its size class
// before it and goes back to the list it came from; a thread that frees what others made hands
// lists on. Memory of small blocks is not given back to the system: a run needs it again for the
// next letter. A letter has two hundred such values, for which malloc() and free() take two hundred
// instructions a pair, where more than seven of a size come and go, and this takes thirty: a
// twentieth of a run.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

// Sanitizers look at every block themselves.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace letterkit::cli {
namespace {

constexpr std::size_t kUnit = 16;  // bytes that sizes differ by
constexpr std::size_t kClasses = 64;
constexpr std::size_t kLarge = kClasses;                   // not kept: malloc()'s
constexpr std::size_t kChunk = std::size_t{64} << 10U;     // bytes asked of the system at once
constexpr std::size_t kMostFree = std::size_t{64} << 10U;  // bytes of a class that a thread keeps

/// Stands before each block.
struct alignas(kUnit) Head {
  std::size_t size_class = kLarge;
  Head* next = nullptr;  // of the free ones
};

/// Free blocks of one class.
struct List {
  Head* first = nullptr;
  std::size_t count = 0;
};

constexpr std::size_t bytes_of(std::size_t size_class) {
  return sizeof(Head) + (size_class + 1) * kUnit;
}

constexpr std::size_t class_of(std::size_t size) {
  return size - 1 < kClasses * kUnit ? (size - 1) / kUnit : kLarge;
}

/// Lists that threads had too many blocks of, or left behind.
class Depot {
 public:
  void put(std::size_t size_class, List list) {
    const std::lock_guard lock(mutex_);
    // A list is kept whole: its first block holds its size and the list behind it.
    *new (list.first + 1) List = {lists_[size_class], list.count};
    lists_[size_class] = list.first;
  }

  List take(std::size_t size_class) {
    const std::lock_guard lock(mutex_);
    Head* const first = lists_[size_class];
    if (first == nullptr) {
      return {};
    }
    const List behind = *std::launder(reinterpret_cast<List*>(first + 1));
    lists_[size_class] = behind.first;
    return {first, behind.count};
  }

 private:
  std::mutex mutex_;
  std::array<Head*, kClasses> lists_{};
};

constinit Depot depot;

/// What a thread keeps.
struct Shelf {
  std::array<List, kClasses> free{};
  char* chunk = nullptr;  // of which no block was made yet
  char* chunk_end = nullptr;
};

constinit thread_local Shelf shelf;

/// Hands on what a thread leaves behind.
struct Leaver {
  ~Leaver() {
    for (std::size_t i = 0; i < kClasses; ++i) {
      if (shelf.free[i].first != nullptr) {
        depot.put(i, shelf.free[i]);
        shelf.free[i] = {};
      }
    }
  }

  bool here = false;
};

thread_local Leaver leaver;

/// malloc(), or what the program does when there is no memory.
void* memory_of(std::size_t bytes) {
  while (true) {
    if (void* const memory = std::malloc(bytes)) {
      return memory;
    }
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) {
      throw std::bad_alloc();
    }
    handler();
  }
}

Head* new_large(std::size_t size) {
  if (size > PTRDIFF_MAX) {
    throw std::bad_alloc();
  }
  return new (memory_of(sizeof(Head) + size)) Head;
}

/// A block of a class of which the thread has none.
[[gnu::noinline]] Head* new_block(std::size_t size_class) {
  leaver.here = true;  // so that it is there when the thread ends
  if (const List list = depot.take(size_class); list.first != nullptr) {
    shelf.free[size_class] = {list.first->next, list.count - 1};
    return list.first;
  }
  const std::size_t bytes = bytes_of(size_class);
  if (static_cast<std::size_t>(shelf.chunk_end - shelf.chunk) < bytes) {
    shelf.chunk = static_cast<char*>(memory_of(kChunk));
    shelf.chunk_end = shelf.chunk + kChunk;
  }
  Head* const block = new (shelf.chunk) Head{size_class, nullptr};
  shelf.chunk += bytes;
  return block;
}

/// Hands on all but the last blocks freed.
[[gnu::noinline]] void hand_on(std::size_t size_class) {
  List& list = shelf.free[size_class];
  Head* last = list.first;
  const std::size_t kept = list.count / 2;
  for (std::size_t i = 1; i < kept; ++i) {
    last = last->next;
  }
  depot.put(size_class, {last->next, list.count - kept});
  last->next = nullptr;
  list.count = kept;
}

inline void* allocate(std::size_t size) {
  const std::size_t size_class = class_of(size);
  if (size_class == kLarge) {
    return new_large(size) + 1;
  }
  List& list = shelf.free[size_class];
  Head* const block = list.first;
  if (block == nullptr) {
    return new_block(size_class) + 1;
  }
  list.first = block->next;
  --list.count;
  return block + 1;
}

inline void release(void* memory) {
  if (memory == nullptr) {
    return;
  }
  Head* const block = static_cast<Head*>(memory) - 1;
  const std::size_t size_class = block->size_class;
  if (size_class == kLarge) {
    std::free(block);
    return;
  }
  List& list = shelf.free[size_class];
  block->next = list.first;
  list.first = block;
  if (++list.count * kUnit * (size_class + 1) > kMostFree) {
    hand_on(size_class);
  }
}

}  // namespace
}  // namespace letterkit::cli

void* operator new(std::size_t size) {
  return letterkit::cli::allocate(size);
}

void operator delete(void* memory) noexcept {
  letterkit::cli::release(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
  letterkit::cli::release(memory);
}

#endif
