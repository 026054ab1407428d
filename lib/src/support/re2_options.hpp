// How RE2 compiles a profile's patterns.
#pragma once

#include <re2/re2.h>

namespace letterkit {

inline re2::RE2::Options engine_options() {
  // Enough for the largest expanded pattern of a profile; RE2 refuses to compile beyond it.
  constexpr int kMaxMemory = 256 << 20;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

}  // namespace letterkit
