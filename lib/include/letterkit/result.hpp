// How the library reports that the world failed (an unreadable profile, an unknown encoding):
// a value, never an exception. Odd letters are not errors; they get diagnostics (letter.hpp).
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace letterkit {

/// Why something could not be done, in words a user can act on.
struct Error {
  /// Stable dotted code, for scripts: "profile.pattern", "input.unreadable".
  std::string code;
  /// One line: what is wrong; how to fix it.
  std::string message;
  /// Where: "path", "path:line:col" (1-based), or empty.
  std::string where;

  /// "where: message", or the message alone when there is no place.
  [[nodiscard]] std::string to_string() const {
    return where.empty() ? message : where + ": " + message;
  }
};

/// Either a T or the Error that prevented it. Test it before dereferencing:
///   auto profile = load_profile(path);
///   if (!profile) return profile.error();
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)

  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }

  T& operator*() & { return value(); }

  const T& operator*() const& { return const_cast<Result*>(this)->value(); }

  T&& operator*() && { return std::move(value()); }

  T* operator->() { return &value(); }

  const T* operator->() const { return &const_cast<Result*>(this)->value(); }

  /// The error; only when the result holds one.
  [[nodiscard]] const Error& error() const {
    assert(state_.index() == 1);
    return *std::get_if<1>(&state_);
  }

 private:
  T& value() {
    assert(state_.index() == 0);
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

/// A Result that carries nothing but success.
using Status = Result<std::monostate>;

/// The successful Status.
inline Status ok() {
  return std::monostate{};
}

}  // namespace letterkit
