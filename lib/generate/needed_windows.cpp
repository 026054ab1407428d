#include "needed_windows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace letterkit {
namespace {

/// The bytes that characters of a set start with, by the number of bytes that they have.
struct LeadBytes {
  static constexpr std::size_t kMost = 4;

  std::array<AllowedBytes, kMost + 1> by_size;

  explicit LeadBytes(const CodePoints& set) {
    struct Form {
      char32_t first;
      char32_t last;
      unsigned lead;   // the bits that say how many bytes follow
      unsigned shift;  // of a code point's first bits
    };

    static constexpr std::array<Form, kMost> kForms = {
        Form{0,       0x7F,           0,    0 },
        Form{0x80,    0x7FF,          0xC0, 6 },
        Form{0x800,   0xFFFF,         0xE0, 12},
        Form{0x10000, kLastCodePoint, 0xF0, 18}
    };
    for (const auto& [first, last] : set) {
      for (std::size_t i = 0; i < kMost; ++i) {
        const Form& form = kForms[i];
        const char32_t from = std::max(first, form.first);
        const char32_t to = std::min(last, form.last);
        for (char32_t lead = from >> form.shift; from <= to && lead <= to >> form.shift; ++lead) {
          by_size[i + 1].add(form.lead | static_cast<unsigned>(lead));
        }
      }
    }
  }
};

AllowedBytes continuation_bytes() {
  AllowedBytes bytes;
  for (unsigned byte = 0x80; byte < 0xC0; ++byte) {
    bytes.add(byte);
  }
  return bytes;
}

AllowedBytes any_byte() {
  AllowedBytes bytes;
  bytes.low.set();
  bytes.high.set();
  return bytes;
}

AllowedBytes no_byte() {
  AllowedBytes bytes;
  bytes.add(0);
  return bytes;
}

/// Different for different windows.
std::string name_of(const ByteWindow& window) {
  std::string name;
  for (const AllowedBytes& bytes : window.bytes) {
    name += bytes.low.to_string() + bytes.high.to_string();
  }
  return name;
}

/// The steps of a pattern that take a character, and which may come behind which.
class Takers {
 public:
  /// What may come next.
  struct Behind {
    std::vector<std::size_t> takers;
    bool found = false;         ///< the pattern is, whatever follows
    bool found_at_end = false;  ///< if the text ends there

    [[nodiscard]] bool ends() const { return found || found_at_end; }
  };

  struct Taker {
    int step = 0;
    Behind behind;      ///< its character
    ByteWindow window;  ///< that starts with it
  };

  explicit Takers(const PatternProgram& program) : program_(program) {
    number_.resize(program.steps().size(), kNone);
    seen_.resize(program.steps().size(), 0);
    first_ = follow(program.starts().front());
    // NOLINTNEXTLINE(modernize-loop-convert): more are added on the way
    for (std::size_t i = 0; i < all_.size(); ++i) {
      Behind behind = follow(program.steps()[static_cast<std::size_t>(all_[i].step)].next);
      all_[i].behind = std::move(behind);
    }
    for (const CodePoints& set : program.sets()) {
      leads_.emplace_back(set);
    }
    for (std::size_t place = 0; place < kWindow; ++place) {
      for (Taker& taker : all_) {
        taker.window.bytes[place] = bytes_at(taker, taker.behind, place);
      }
    }
  }

  [[nodiscard]] const std::vector<Taker>& all() const { return all_; }

  /// What may come first.
  [[nodiscard]] const Behind& first() const { return first_; }

  /// The window that starts with a taker's character, when only this comes behind it.
  [[nodiscard]] ByteWindow window_before(const Taker& taker, const Behind& behind) const {
    ByteWindow window;
    for (std::size_t place = 0; place < kWindow; ++place) {
      window.bytes[place] = bytes_at(taker, behind, place);
    }
    return window;
  }

 private:
  static constexpr auto kNone = static_cast<std::size_t>(-1);

  /// What may be met next from a step on. Whether a place is a word's edge is left open.
  Behind follow(int from) {
    ++mark_;
    Behind met;
    std::vector<int> work = {from};
    while (!work.empty()) {
      const auto at = static_cast<std::size_t>(work.back());
      work.pop_back();
      if (std::exchange(seen_[at], mark_) == mark_) {
        continue;
      }
      const Step& step = program_.steps()[at];
      if (step.kind == Step::Kind::found) {
        met.found = true;
      } else if (step.kind == Step::Kind::at_end) {
        met.found_at_end = true;  // perhaps; nothing is taken behind the end
      } else if (step.kind == Step::Kind::one_of) {
        if (number_[at] == kNone) {
          number_[at] = all_.size();
          all_.push_back({static_cast<int>(at), {}, {}});
        }
        met.takers.push_back(number_[at]);
      } else {
        work.push_back(step.next);
        if (step.kind == Step::Kind::fork && step.other != Step::kNone) {
          work.push_back(step.other);
        }
      }
    }
    return met;
  }

  /// The bytes that may stand so many bytes behind the start of a taker's character, when this may
  /// come behind it.
  [[nodiscard]] AllowedBytes bytes_at(const Taker& taker, const Behind& behind,
                                      std::size_t place) const {
    const int set = program_.steps()[static_cast<std::size_t>(taker.step)].other;
    const LeadBytes& lead = leads_[static_cast<std::size_t>(set)];
    AllowedBytes bytes;
    for (std::size_t size = 1; size <= LeadBytes::kMost; ++size) {
      if (lead.by_size[size].low.none()) {
        continue;
      }
      if (place == 0) {
        bytes.add(lead.by_size[size]);
      } else if (place < size) {
        bytes.add(continuation_bytes());
      } else {
        for (const std::size_t next : behind.takers) {
          bytes.add(all_[next].window.bytes[place - size]);
        }
        bytes.add(behind.found ? any_byte() : AllowedBytes());
        bytes.add(behind.found_at_end ? no_byte() : AllowedBytes());
      }
    }
    return bytes;
  }

  const PatternProgram& program_;
  std::vector<LeadBytes> leads_;  // by set
  std::vector<Taker> all_;
  Behind first_;
  std::vector<std::size_t> number_;  // by step
  std::vector<int> seen_;            // by step: the last mark it was met at
  int mark_ = 0;
};

/// The windows with the least sum of costs without one of which no way leads through a pattern:
/// what flows at most through a net of pipes as wide as windows cost is as much as the narrowest
/// cut through it is wide. Each taker is a pipe, and each step from one to another.
class CheapestCut {
 public:
  CheapestCut(const Takers& takers, const WindowChances& chances) : chances_(chances) {
    const std::size_t count = takers.all().size();
    pipes_.resize(2 * count + 2);
    for (std::size_t i = 0; i < count; ++i) {
      const Takers::Taker& taker = takers.all()[i];
      lay(2 * i, 2 * i + 1, taker.window);
      for (const std::size_t next : taker.behind.takers) {
        lay(2 * i + 1, 2 * next, takers.window_before(taker, {{next}, false, false}));
      }
      if (taker.behind.ends()) {
        lay(2 * i + 1, sink(),
            takers.window_before(taker, {{}, taker.behind.found, taker.behind.found_at_end}));
      }
    }
    for (const std::size_t first : takers.first().takers) {
      lay(source(), 2 * first, kWide);
    }
    while (flow_on()) {
    }
  }

  /// Each once.
  [[nodiscard]] std::vector<ByteWindow> windows() const {
    std::vector<ByteWindow> windows;
    for (std::size_t pipe = 0; pipe < all_.size(); pipe += 2) {
      const bool is_cut = from_[all_[pipe ^ 1U].to] != kNone && from_[all_[pipe].to] == kNone;
      const ByteWindow& window = windows_[pipe / 2];
      if (is_cut && std::find(windows.begin(), windows.end(), window) == windows.end()) {
        windows.push_back(window);
      }
    }
    return windows;
  }

 private:
  static constexpr double kWide = std::numeric_limits<double>::infinity();
  static constexpr auto kNone = static_cast<std::size_t>(-1);

  /// Pipes lie in pairs, one for each direction.
  struct Pipe {
    std::size_t to = 0;
    double room = 0;
  };

  [[nodiscard]] std::size_t source() const { return pipes_.size() - 2; }

  [[nodiscard]] std::size_t sink() const { return pipes_.size() - 1; }

  void lay(std::size_t from, std::size_t to, const ByteWindow& window) {
    const auto [entry, is_new] = costs_.try_emplace(name_of(window));
    if (is_new) {
      entry->second = chances_.of(window);
    }
    lay(from, to, entry->second);
    windows_.back() = window;
  }

  void lay(std::size_t from, std::size_t to, double room) {
    windows_.emplace_back();
    pipes_[from].push_back(all_.size());
    all_.push_back({to, room});
    pipes_[to].push_back(all_.size());
    all_.push_back({from, 0});
  }

  /// Lets flow what fits through the shortest way that is left; false when there is none.
  bool flow_on() {
    from_.assign(pipes_.size(), kNone);
    from_[source()] = all_.size();
    std::vector<std::size_t> reached = {source()};
    for (std::size_t i = 0; i < reached.size() && from_[sink()] == kNone; ++i) {
      for (const std::size_t pipe : pipes_[reached[i]]) {
        if (all_[pipe].room > 0 && from_[all_[pipe].to] == kNone) {
          from_[all_[pipe].to] = pipe;
          reached.push_back(all_[pipe].to);
        }
      }
    }
    if (from_[sink()] == kNone) {
      return false;
    }
    double amount = kWide;
    each_on_way([&](std::size_t pipe) { amount = std::min(amount, all_[pipe].room); });
    each_on_way([&](std::size_t pipe) {
      // What is wide stays so.
      if (all_[pipe].room != kWide) {
        all_[pipe].room = all_[pipe].room == amount ? 0 : all_[pipe].room - amount;
      }
      all_[pipe ^ 1U].room += amount;
    });
    return true;
  }

  template <typename Act>
  void each_on_way(const Act& act) {
    for (std::size_t at = sink(); at != source();) {
      const std::size_t pipe = from_[at];
      act(pipe);
      at = all_[pipe ^ 1U].to;
    }
  }

  const WindowChances& chances_;
  std::map<std::string, double> costs_;  // by name of a window: repeats have like ones
  std::vector<Pipe> all_;
  std::vector<ByteWindow> windows_;              // by pair of pipes
  std::vector<std::vector<std::size_t>> pipes_;  // by node: those that leave it
  std::vector<std::size_t> from_;                // by node: the pipe by which it was reached
};

}  // namespace

std::vector<ByteWindow> needed_windows(const PatternProgram& program,
                                       const WindowChances& chances) {
  const Takers takers(program);
  if (takers.first().ends()) {
    return {};
  }
  return CheapestCut(takers, chances).windows();
}

}  // namespace letterkit
