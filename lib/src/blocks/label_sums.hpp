// A number for each label, and what labelling does with them: sums, and the greatest of them.
//
// All labels at once, as many doubles a step as a register of the processor holds: two anywhere,
// four with AVX2. Label by label a line took 2100 instructions, thus 850 with AVX2. The functions
// become part of their caller, which says for what processor they are compiled; steps are written
// out by templates, for compilers keep in memory what loops run through.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "blocks/label.hpp"

namespace letterkit {

/// A bit for each label and the letter's edge, by index.
using LabelBits = std::uint32_t;
static_assert(kLabelCount < 32);

/// By label, and for the letter's edge; filled up, so that rows of a table are found by shifting.
struct alignas(32) LabelSums {
  static constexpr double kWorst = -1e300;  // of labels that are out of the question

  double by_label[32];  // NOLINT(modernize-avoid-c-arrays): compilers see through it

  double& operator[](std::size_t label) { return by_label[label]; }

  double operator[](std::size_t label) const { return by_label[label]; }
};

struct GreatestSum {
  double sum = 0;
  std::size_t label = 0;  ///< the first that has it
};

/// What registers hold. (Compilers know no vectors whose size depends on a template's argument.)
template <std::size_t Width>
struct LaneTypes;

template <>
struct LaneTypes<2> {
  using Sums [[gnu::vector_size(16)]] = double;
  using Bits [[gnu::vector_size(16)]] = std::int64_t;

  static constexpr Bits kFirst = {1, 2};  // those of the first labels
};

template <>
struct LaneTypes<4> {
  using Sums [[gnu::vector_size(32)]] = double;
  using Bits [[gnu::vector_size(32)]] = std::int64_t;

  static constexpr Bits kFirst = {1, 2, 4, 8};
};

/// What is done with sums, `Width` of them a step.
template <std::size_t Width>
class LabelLanes {
 public:
  /// Calls act(step) for all labels.
  template <typename Act>
  [[gnu::always_inline]] static void each_step(const Act& act) {
    [&]<std::size_t... Step>(std::index_sequence<Step...>) {
      (act(Step), ...);
    }
    (std::make_index_sequence<kSteps>());
  }

  [[gnu::always_inline]] static void copy(const LabelSums& from, LabelSums& to) {
    each_step([&](std::size_t step) { lanes(to, step) = lanes(from, step); });
  }

  /// Leaves the sums of these labels; the others get the worst.
  [[gnu::always_inline]] static void keep(LabelBits labels, LabelSums& sums) {
    each_step([&](std::size_t step) {
      const Bits kept = (Bits{} + std::int64_t{labels}) & (Types::kFirst << (Width * step));
      lanes(sums, step) = kept != 0 ? lanes(sums, step) : Lanes{} + LabelSums::kWorst;
    });
  }

  /// The greatest sum of two numbers of a label.
  [[gnu::always_inline]] static GreatestSum greatest_of_both(const LabelSums& some,
                                                             const LabelSums& others) {
    Lanes sums[kSteps];  // NOLINT(modernize-avoid-c-arrays): compilers see through it
    each_step([&](std::size_t step) { sums[step] = lanes(some, step) + lanes(others, step); });
    Lanes most = sums[0];
    each_step([&](std::size_t step) { most = sums[step] > most ? sums[step] : most; });
    double sum = most[0];
    for (std::size_t lane = 1; lane < Width; ++lane) {
      sum = std::max(sum, most[lane]);
    }
    Bits found{};
    each_step([&](std::size_t step) {
      found |= (sums[step] == sum) & (Types::kFirst << (Width * step));
    });
    std::int64_t labels = 0;
    for (std::size_t lane = 0; lane < Width; ++lane) {
      labels |= found[lane];
    }
    return {sum, static_cast<std::size_t>(std::countr_zero(static_cast<std::uint64_t>(labels)))};
  }

  /// For each label, the greatest sums[above] + gains[above][label] of the labels `above`, which
  /// are one at least.
  [[gnu::always_inline]] static void greatest_ahead(LabelBits above, const LabelSums& sums,
                                                    const LabelSums* gains, LabelSums& result) {
    Lanes best[kSteps];  // NOLINT(modernize-avoid-c-arrays): compilers see through it
    each_step([&](std::size_t step) { best[step] = Lanes{} + LabelSums::kWorst; });
    for (; above != 0; above &= above - 1) {
      const auto label = static_cast<unsigned>(std::countr_zero(above));
      const double sum = sums[label];
      each_step([&](std::size_t step) {
        const Lanes with = sum + lanes(gains[label], step);
        best[step] = with > best[step] ? with : best[step];
      });
    }
    each_step([&](std::size_t step) { lanes(result, step) = best[step]; });
  }

 private:
  static constexpr std::size_t kSteps = (kLabelCount + Width - 1) / Width;

  using Types = LaneTypes<Width>;
  using Lanes = typename Types::Sums;
  using Bits = typename Types::Bits;

  [[gnu::always_inline]] static Lanes& lanes(LabelSums& sums, std::size_t step) {
    return reinterpret_cast<Lanes*>(sums.by_label)[step];
  }

  [[gnu::always_inline]] static const Lanes& lanes(const LabelSums& sums, std::size_t step) {
    return reinterpret_cast<const Lanes*>(sums.by_label)[step];
  }
};

}  // namespace letterkit
