// Where the walk over a record goes to become JSON text. In: calls in printed order (open_object,
// key, text, ..., close_object). Out: one JSON object, compact or indented by two spaces.
//
// Method: no state but the depth and what is still to be appended. Whether a comma is due is read
// off the last byte written: none after '{', '[' and ':', which can't end a value.
//
//   key("place"), text("Den Haag")   ->   "place":"Den Haag"
#pragma once

#include "letterkit/letter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "write/json_text.hpp"

namespace letterkit {

class JsonSink {
 public:
  /// Appends to `out`, which has the whole object when it is closed.
  JsonSink(bool pretty, std::string& out) : pretty_(pretty), out_(out) {
    buffer_[0] = behind_key();  // the object is a value before which nothing is due
  }

  void open_object() { open('{'); }

  void close_object() { close('{', '}'); }

  void open_array() { open('['); }

  void close_array() { close('[', ']'); }

  /// `name` is printed as it is: ours never need escaping. Its size is part of the type, so that it
  /// is copied without a call.
  template <std::size_t Size>
  void key(const char (&name)[Size]) {
    static_assert(Size <= kLongestShort);
    char* to = start_key();
    *to++ = '"';
    std::memcpy(to, name, Size - 1);
    end_key(to + Size - 1);
  }

  void key(std::string_view name) {
    char* to = start_key();
    *to++ = '"';
    end_key(copy(name, to));
  }

  // The values. A sink that records provenance looks at the origins; this one does not.
  void null() { put("null"); }

  void text(std::string_view value, const Origin* /*origin*/ = nullptr) {
    char* const to = start();
    if (value.size() <= kLongestShort) {
      *to = '"';
      if (copy_plain_json(value, to + 1)) {
        to[value.size() + 1] = '"';
        at_ = to + value.size() + 2;
        return;
      }
    }
    at_ = to;
    flush();
    append_json_string(value, out_);
    buffer_[0] = '"';
  }

  /// JSON that was read as it is.
  void json(std::string_view value) { put(value); }

  void flag(bool value, const Origin* /*origin*/ = nullptr) { put(value ? "true" : "false"); }

  void number(std::size_t value) {
    char* to = start();
    at_ = std::to_chars(to, to + kLongestShort, value).ptr;
  }

  void probability(double value) {
    at_ = start();
    flush();
    append_probability(value, out_);
    buffer_[0] = out_.back();
  }

 private:
  static constexpr std::size_t kBuffer = 2040;
  static constexpr std::size_t kLongestShort = 640;  // bytes of a piece that is gathered
  static constexpr std::size_t kMostAround = 128;    // of marks, line end and indentation around it
  static_assert(kMostAround >= 2 + kBehindJson);

  /// Where a value goes, with room for a short piece; ends what stands before it. Always inlined: a
  /// call for each of a hundred values takes a third of its instructions.
  [[gnu::always_inline]] char* start() {
    make_room();
    return at_[-1] == behind_key() ? at_ : behind_last();
  }

  /// The same of a key.
  char* start_key() {
    make_room();
    return behind_last();
  }

  void make_room() {
    if (at_ > buffer_.data() + (kBuffer - kLongestShort - kMostAround)) {
      flush();
    }
  }

  /// The last byte before a key's value. No other value ends with it.
  [[nodiscard]] char behind_key() const { return pretty_ ? ' ' : ':'; }

  /// Ends the value before, if there is one, and starts a line.
  char* behind_last() {
    char* to = at_;
    if (const char last = to[-1]; last != '{' && last != '[') {
      *to++ = ',';
    }
    return pretty_ ? new_line(to) : to;
  }

  void end_key(char* to) {
    *to++ = '"';
    *to++ = ':';
    if (pretty_) {
      *to++ = ' ';
    }
    at_ = to;
  }

  /// Copies a piece of any size to where start() said; where the next byte goes.
  char* copy(std::string_view piece, char* to) {
    if (piece.size() <= kLongestShort) {
      piece.copy(to, piece.size());
      return to + piece.size();
    }
    at_ = to;
    flush();
    out_ += piece;
    buffer_[0] = piece.back();
    return at_;
  }

  void put(std::string_view word) { at_ = copy(word, start()); }

  void open(char bracket) {
    char* to = start();
    *to++ = bracket;
    at_ = to;
    ++depth_;
  }

  void close(char opening, char closing) {
    --depth_;
    if (pretty_ && at_[-1] != opening) {
      at_ = new_line(at_);
    }
    *at_++ = closing;
    if (depth_ == 0 || at_ > buffer_.data() + (kBuffer - kMostAround)) {
      flush();
    }
  }

  char* new_line(char* to) const {
    *to++ = '\n';
    const std::size_t indentation = std::min(2 * depth_, kMostAround / 2);
    std::memset(to, ' ', indentation);
    return to + indentation;
  }

  void flush() {
    out_.append(buffer_.data() + 1, at_);
    buffer_[0] = at_[-1];
    at_ = buffer_.data() + 1;
  }

  bool pretty_;
  std::size_t depth_ = 0;
  std::string& out_;
  // Short pieces, of which a record has hundreds, are gathered here: to append one to a string
  // costs forty instructions. The first byte is the last of what went to `out_` before.
  std::array<char, kBuffer> buffer_{};
  char* at_ = buffer_.data() + 1;
};

}  // namespace letterkit
