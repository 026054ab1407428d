// A value that is made when it is first asked for.
#pragma once

#include "letterkit/result.hpp"

#include <atomic>
#include <functional>
#include <memory>
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
    if (const Value* const made = ready_.load(std::memory_order_acquire)) {
      return *made;  // cheaper to ask than the flag
    }
    std::call_once(once_, [this] {
      if (auto made = make_()) {
        value_ = std::make_unique<Value>(std::move(*made));
      } else {
        value_ = std::make_unique<Value>();
        status_ = made.error();
      }
      ready_.store(value_.get(), std::memory_order_release);
    });
    return *value_;
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
  // Apart, so that what is never asked for takes no room: tables of one language fill 70 KB.
  mutable std::unique_ptr<const Value> value_;
  mutable std::atomic<const Value*> ready_ = nullptr;
  mutable Status status_ = ok();
};

}  // namespace letterkit
