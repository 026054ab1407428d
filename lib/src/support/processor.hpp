// What the processor that runs this can do.
#pragma once

namespace letterkit {

#if defined(__x86_64__)
/// has_avx2(), found out once: it is asked some ten times a line. What is made before it is known,
/// when the program starts, does without.
inline const bool kHasAvx2 = __builtin_cpu_supports("avx2") != 0 &&
                             __builtin_cpu_supports("bmi") != 0 &&
                             __builtin_cpu_supports("popcnt") != 0;

/// Whether code for "avx2,bmi,popcnt" may run. (All processors with AVX2 are said to have the
/// others, too.)
inline bool has_avx2() {
  return kHasAvx2;
}
#else
constexpr bool has_avx2() {
  return false;
}
#endif

}  // namespace letterkit
