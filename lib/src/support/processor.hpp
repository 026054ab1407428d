// What the processor that runs this can do.
#pragma once

namespace letterkit {

/// Whether code for "avx2,bmi,popcnt" may run. (All processors with AVX2 are said to have the
/// others, too.)
#if defined(__x86_64__)
inline bool has_avx2() {
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
         __builtin_cpu_supports("popcnt") != 0;
}
#else
constexpr bool has_avx2() {
  return false;
}
#endif

}  // namespace letterkit
