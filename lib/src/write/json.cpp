// A Letter as one JSON object. In: the letter and what to print of it. Out: text appended to the
// caller's buffer. Method: one walk over the record (record_walk.hpp) into a JsonSink, and, when
// asked for, a second one into a ProvenanceSink.
//
//   {"letterkit":"1","source":{"name":"a.txt", ...
#include "letterkit/write.hpp"

#include <algorithm>

#include "write/json_sink.hpp"
#include "write/provenance_sink.hpp"
#include "write/record_walk.hpp"

namespace letterkit {
namespace {

inline bool asked_for(const JsonOptions& options, std::string_view key) {
  return options.fields.empty() ||
         std::find(options.fields.begin(), options.fields.end(), key) != options.fields.end();
}

template <class Sink>
void walk(const Letter& letter, const JsonOptions& options, Sink& sink) {
  for (const RecordKey<Sink>& key : kRecordKeys<Sink>) {
    if (asked_for(options, key.name)) {
      sink.key(key.name);
      key.walk(letter, sink);
    }
  }
}

}  // namespace

void write_json(const Letter& letter, const JsonOptions& options, std::string& out) {
  JsonSink sink(options.pretty, out);
  sink.open_object();
  walk(letter, options, sink);
  if (options.provenance) {
    sink.key("provenance");
    sink.open_object();
    ProvenanceSink provenance(sink);
    provenance.open_object();
    walk(letter, options, provenance);
    provenance.close_object();
    sink.close_object();
  }
  sink.close_object();
}

Parts needed_parts(const JsonOptions& options) {
  Parts parts;
  if (options.provenance) {
    parts |= {Part::origins};
  }
  for (const auto& key : kRecordKeys<JsonSink>) {
    if (asked_for(options, key.name)) {
      parts |= key.parts;
    }
  }
  return parts;
}

const std::vector<std::string_view>& record_keys() {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names;
    for (const auto& key : kRecordKeys<JsonSink>) {
      names.push_back(key.name);
    }
    return names;
  }();
  return kNames;
}

}  // namespace letterkit
