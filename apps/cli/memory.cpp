#include "cli/memory.hpp"

#include <cstdlib>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace letterkit::cli {

void prepare_memory() {
#if defined(__GLIBC__)
  // By itself glibc raises the first with the size of blocks that are freed, to 32 MB, and the
  // second to twice that: large blocks then leave holes that are never given back. Before that,
  // each letter of a megabyte gets its memory from the system and returns it.
  constexpr int kLargeBlock = 4 << 20;
  constexpr int kKept = 16 << 20;
  ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
  ::mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

void give_back_memory() {
#if defined(__GLIBC__)
  ::malloc_trim(0);
#endif
}

}  // namespace letterkit::cli
