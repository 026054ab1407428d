#include "cli/memory.hpp"

#include <cstdlib>
#if defined(__GLIBC__)
#include <array>
#include <cstddef>
#include <cstdint>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace letterkit::cli {

#if defined(__GLIBC__)

namespace {

constexpr std::size_t kLargeBlock = std::size_t{4} << 20U;  // is mapped by itself
constexpr std::size_t kRoom = 5 * kLargeBlock;              // that a thread is apt to need
constexpr std::size_t kKept = kRoom + kLargeBlock;          // that a heap keeps free

/// Lets the system give a block's memory in large pages.
void advise_large_pages(void* block, std::size_t size) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t skipped = (page - reinterpret_cast<std::uintptr_t>(block) % page) % page;
  // Where there are none nothing is lost.
  ::madvise(static_cast<char*>(block) + skipped, (size - skipped) / page * page, MADV_HUGEPAGE);
}

/// The same of the room that the thread's heap grows into: blocks that are not touched, and which
/// the heap keeps when they are given back.
void advise_room() {
  constexpr std::size_t kBlock = kLargeBlock - (kLargeBlock >> 8U);
  std::array<void*, kRoom / kLargeBlock> blocks{};
  for (void*& block : blocks) {
    block = std::malloc(kBlock);
    if (block != nullptr) {
      advise_large_pages(block, kBlock);
    }
  }
  for (void* const block : blocks) {
    std::free(block);
  }
}

}  // namespace

void prepare_memory() {
  // By itself glibc raises the first with the size of blocks that are freed, to 32 MB, and the
  // second to twice that: large blocks then leave holes that are never given back. Before that,
  // each letter of a megabyte gets its memory from the system and returns it.
  ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  ::mallopt(M_TRIM_THRESHOLD, kKept);
  use_large_pages();
}

void use_large_pages() {
  [[maybe_unused]] thread_local const bool kAdvised = (advise_room(), true);
}

void give_back_memory() {
  ::malloc_trim(0);
  advise_room();
}

#else

void prepare_memory() {}

void use_large_pages() {}

void give_back_memory() {}

#endif

}  // namespace letterkit::cli
