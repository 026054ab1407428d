// Where the walk over a record goes to become its `provenance` map. In: the same calls that
// JsonSink gets. Out: through a JsonSink, one entry for every value that has an origin, keyed by
// its JSON Pointer (RFC 6901); our keys hold no '/' or '~', so a pointer needs no escapes.
//
//   "/date/iso": {"start": 188, "end": 200, "line": 11, "confidence": 0.998, "rule":
//   "nl/dates:..."}
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/json_sink.hpp"
#include "write/json_text.hpp"

namespace letterkit {

class ProvenanceSink {
 public:
  explicit ProvenanceSink(JsonSink& out) : out_(out) {}

  void open_object() { open(false); }

  void open_array() { open(true); }

  void close_object() { levels_.pop_back(); }

  void close_array() { levels_.pop_back(); }

  void key(std::string_view name) {
    pointer_.resize(levels_.back().base);
    pointer_ += '/';
    pointer_ += name;
  }

  void null() { start_value(); }

  void text(std::string_view /*value*/, const Origin* origin = nullptr) { leaf(origin); }

  void flag(bool /*value*/, const Origin* origin = nullptr) { leaf(origin); }

  void number(std::size_t /*value*/) { start_value(); }

  void json(std::string_view /*value*/) { start_value(); }

  void probability(double /*value*/) { start_value(); }

 private:
  struct Level {
    bool is_array = false;
    std::size_t base = 0;  ///< length of the pointer to this object or array
    std::size_t next = 0;  ///< index of an array's next element
  };

  void open(bool is_array) {
    start_value();
    levels_.push_back({is_array, pointer_.size(), 0});
  }

  /// Makes the pointer that of the value to come. Within an object, key() has done so.
  void start_value() {
    if (levels_.empty() || !levels_.back().is_array) {
      return;
    }
    Level& level = levels_.back();
    pointer_.resize(level.base);
    pointer_ += '/';
    append_number(level.next++, pointer_);
  }

  void leaf(const Origin* origin) {
    start_value();
    if (origin == nullptr) {
      return;
    }
    out_.key(pointer_);
    out_.open_object();
    out_.key("start");
    out_.number(origin->start);
    out_.key("end");
    out_.number(origin->end);
    out_.key("line");
    out_.number(origin->line);
    out_.key("confidence");
    out_.probability(origin->confidence);
    out_.key("rule");
    out_.text(origin->rule);
    out_.close_object();
  }

  JsonSink& out_;
  std::string pointer_;
  std::vector<Level> levels_;
};

}  // namespace letterkit
