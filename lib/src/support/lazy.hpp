// A value that is made when it is first asked for.
#pragma once

#include "letterkit/result.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <utility>

namespace letterkit {

/// A value of a type that can be empty, made once, by whichever thread asks first. One that can't
/// be made is empty, and status() says why.
template <typename Value>
class Lazy {
 public:
  explicit Lazy(std::function<Result<Value>()> make) : make_(std::move(make)) {}

  [[nodiscard]] const Value& get() const {
    if (!ready_.load(std::memory_order_acquire)) {  // cheaper to ask than the flag
      std::call_once(once_, [this] {
        if (auto made = make_()) {
          value_ = std::move(*made);
        } else {
          status_ = made.error();
        }
        ready_.store(true, std::memory_order_release);
      });
    }
    return value_;
  }

  /// The error that kept the value from being made, if there is one.
  [[nodiscard]] const Status& status() const {
    static_cast<void>(get());
    return status_;
  }

  // Stands for its value wherever that is read.
  operator const Value&() const { return get(); }  // NOLINT(google-explicit-constructor)

  const Value* operator->() const { return &get(); }

 private:
  std::function<Result<Value>()> make_;
  mutable std::once_flag once_;
  mutable std::atomic<bool> ready_ = false;
  mutable Value value_;
  mutable Status status_ = ok();
};

}  // namespace letterkit
