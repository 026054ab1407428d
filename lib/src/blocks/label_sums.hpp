// A number for each label, and what labelling does with them: sums, and the greatest of them.
//
// All labels at once, four doubles a step, which processors with AVX2 take in one register: label
// by label a line took 2100 instructions, so 700. The functions become part of their caller, which
// says for what processor they are compiled; steps are written out by templates, for compilers keep
// in memory what loops run through.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "blocks/label.hpp"

namespace letterkit {

/// A bit for each label and the letter's edge, by index.
using LabelBits = std::uint32_t;
static_assert(kLabelCount < 32);

/// Four labels' numbers, and bits of which one at most is set for each.
using FourSums [[gnu::vector_size(32)]] = double;
using FourBits [[gnu::vector_size(32)]] = std::int64_t;

/// By label, and for the letter's edge; filled up, so that rows of a table are found by shifting.
struct alignas(32) LabelSums {
  static constexpr double kWorst = -1e300;  // of labels that are out of the question

  double by_label[32];  // NOLINT(modernize-avoid-c-arrays): compilers see through it

  double& operator[](std::size_t label) { return by_label[label]; }

  double operator[](std::size_t label) const { return by_label[label]; }

  FourSums& four(std::size_t step) { return reinterpret_cast<FourSums*>(by_label)[step]; }

  [[nodiscard]] const FourSums& four(std::size_t step) const {
    return reinterpret_cast<const FourSums*>(by_label)[step];
  }
};

inline constexpr std::size_t kLabelSteps = (kLabelCount + 3) / 4;

/// Calls act(step) for all labels, four a step.
template <typename Act>
[[gnu::always_inline]] inline void each_step(const Act& act) {
  [&]<std::size_t... Step>(std::index_sequence<Step...>) {
    (act(Step), ...);
  }
  (std::make_index_sequence<kLabelSteps>());
}

/// Leaves the sums of these labels; the others get the worst.
[[gnu::always_inline]] inline void keep(LabelBits labels, LabelSums& sums) {
  each_step([&](std::size_t step) {
    const FourBits of_step = FourBits{1, 2, 4, 8} << (4 * step);
    const FourBits kept = (FourBits{} + std::int64_t{labels}) & of_step;
    sums.four(step) = kept != 0 ? sums.four(step) : FourSums{} + LabelSums::kWorst;
  });
}

struct MostSum {
  double sum = 0;
  std::size_t label = 0;  ///< the first that has it
};

/// The greatest sum of two numbers of a label.
[[gnu::always_inline]] inline MostSum greatest_of_both(const LabelSums& some,
                                                       const LabelSums& others) {
  FourSums sums[kLabelSteps];  // NOLINT(modernize-avoid-c-arrays): compilers see through it
  each_step([&](std::size_t step) { sums[step] = some.four(step) + others.four(step); });
  FourSums most = sums[0];
  each_step([&](std::size_t step) { most = sums[step] > most ? sums[step] : most; });
  const double one = most[0] > most[1] ? most[0] : most[1];
  const double other = most[2] > most[3] ? most[2] : most[3];
  const double sum = one > other ? one : other;
  FourBits labels{};
  each_step([&](std::size_t step) {
    labels |= (sums[step] == sum) & (FourBits{1, 2, 4, 8} << (4 * step));
  });
  const std::int64_t all = labels[0] | labels[1] | labels[2] | labels[3];
  return {sum, static_cast<std::size_t>(std::countr_zero(static_cast<std::uint64_t>(all)))};
}

/// For each label, the greatest sums[above] + gains[above][label] of the labels `above`, which are
/// one at least.
[[gnu::always_inline]] inline void greatest_ahead(LabelBits above, const LabelSums& sums,
                                                  const LabelSums* gains, LabelSums& result) {
  FourSums best[kLabelSteps];  // NOLINT(modernize-avoid-c-arrays): compilers see through it
  each_step([&](std::size_t step) { best[step] = FourSums{} + LabelSums::kWorst; });
  for (; above != 0; above &= above - 1) {
    const auto label = static_cast<std::size_t>(std::countr_zero(above));
    const double sum = sums[label];
    each_step([&](std::size_t step) {
      const FourSums with = sum + gains[label].four(step);
      best[step] = with > best[step] ? with : best[step];
    });
  }
  each_step([&](std::size_t step) { result.four(step) = best[step]; });
}

}  // namespace letterkit
