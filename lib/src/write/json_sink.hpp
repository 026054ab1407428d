// Where the walk over a record goes to become JSON text. In: calls in printed order (open_object,
// key, text, ..., close_object). Out: one JSON object, compact or indented by two spaces.
//
// Method: no state but the depth. Whether a comma is due is read off the last byte written: none
// after '{', '[' and ':', which can't end a value.
//
//   key("place"), text("Den Haag")   ->   "place":"Den Haag"
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include "write/json_text.hpp"

namespace letterkit {

class JsonSink {
 public:
  /// Appends to `out`, which must not end in '{', '[' or ':' that belongs to something else.
  JsonSink(bool pretty, std::string& out) : pretty_(pretty), out_(out) {}

  void open_object() { open('{'); }

  void close_object() { close('{', '}'); }

  void open_array() { open('['); }

  void close_array() { close('[', ']'); }

  /// `name` is printed as it is: ours never need escaping.
  void key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += pretty_ ? "\": " : "\":";
  }

  // The values. A sink that records provenance looks at the origins; this one does not.
  void null() { put("null"); }

  void text(std::string_view value, const Origin* /*origin*/ = nullptr) {
    separate();
    append_json_string(value, out_);
  }

  /// JSON that was read as it is.
  void json(std::string_view value) { put(value); }

  void flag(bool value, const Origin* /*origin*/ = nullptr) { put(value ? "true" : "false"); }

  void number(std::size_t value) {
    separate();
    append_number(value, out_);
  }

  void probability(double value) {
    separate();
    append_probability(value, out_);
  }

 private:
  void put(std::string_view word) {
    separate();
    out_ += word;
  }

  void open(char bracket) {
    separate();
    out_ += bracket;
    ++depth_;
  }

  void close(char opening, char closing) {
    --depth_;
    if (out_.back() != opening) {
      new_line();
    }
    out_ += closing;
  }

  /// Ends the value before, if there is one, and starts the next one's line.
  void separate() {
    if (depth_ == 0) {
      return;
    }
    const char last = out_.back();
    if (last == ':' || (pretty_ && last == ' ')) {
      return;  // the value of a key
    }
    if (last != '{' && last != '[') {
      out_ += ',';
    }
    new_line();
  }

  void new_line() {
    if (pretty_) {
      out_ += '\n';
      out_.append(2 * depth_, ' ');
    }
  }

  bool pretty_;
  std::size_t depth_ = 0;
  std::string& out_;
};

}  // namespace letterkit
