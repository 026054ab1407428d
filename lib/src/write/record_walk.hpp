// The shape of a record, said once: which keys, in which order, with which values. In: a Letter and
// a sink. Out: the sink's calls, in printed order. What the sink makes of them is its own affair:
// JsonSink writes the record, ProvenanceSink the map of where its values were read.
//
// A value that was read from the letter is passed with its origin; parts of a name have the name's,
// parts of an office the origin of the role (or title) that names it, the ISO date the printed
// one's.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/parts.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/names.hpp"

namespace letterkit {

/// One top-level key of a record, how its value is walked and the parts that it shows.
template <class Sink>
struct RecordKey {
  std::string_view name;
  void (*walk)(const Letter&, Sink&);
  Parts parts;
};

namespace record {

template <class Sink>
void value(Sink& sink, const Value& v) {
  sink.text(v.text, &v.origin);
}

template <class Sink>
void value(Sink& sink, const OptionalValue& v) {
  if (v) {
    value(sink, *v);
  } else {
    sink.null();
  }
}

template <class Sink>
void text(Sink& sink, const OptionalText& v, const Origin* origin = nullptr) {
  if (v) {
    sink.text(*v, origin);
  } else {
    sink.null();
  }
}

template <class Sink>
void texts(Sink& sink, const std::vector<std::string>& list, const Origin* origin) {
  sink.open_array();
  for (const std::string& item : list) {
    sink.text(item, origin);
  }
  sink.close_array();
}

/// An array of objects: `each(item)` walks the keys of one.
template <class Sink, class List, class Each>
void objects(Sink& sink, const List& list, Each each) {
  sink.open_array();
  for (const auto& item : list) {
    sink.open_object();
    each(item);
    sink.close_object();
  }
  sink.close_array();
}

// Keys keep the type of the literals that they are, which tells their size.
template <class Sink, std::size_t Size, class V>
void field(Sink& sink, const char (&key)[Size], const V& v) {
  sink.key(key);
  value(sink, v);
}

template <class Sink, std::size_t Size>
void field(Sink& sink, const char (&key)[Size], const OptionalText& v, const Origin* origin) {
  sink.key(key);
  text(sink, v, origin);
}

inline const Origin* origin_of(const OptionalValue& v) {
  return v ? &v->origin : nullptr;
}

template <class Sink>
void version(const Letter& /*letter*/, Sink& sink) {
  sink.text("1");
}

template <class Sink>
void source(const Letter& letter, Sink& sink) {
  sink.open_object();
  sink.key("name");
  sink.text(letter.source.name);
  sink.key("index");
  sink.number(letter.source.index);
  sink.key("start");
  sink.number(letter.source.start);
  sink.key("end");
  sink.number(letter.source.end);
  sink.key("encoding");
  sink.text(letter.source.encoding);
  if (letter.source.parent) {
    sink.key("parent");
    sink.number(*letter.source.parent);
  }
  if (!letter.source.row.empty()) {
    sink.key("row");
    sink.json(letter.source.row);
  }
  sink.close_object();
}

/// Where the parts of a public identifier are printed: from the first dossier to the number.
inline Origin origin_of_id(const Header& header) {
  Origin origin = header.number->origin;
  const Origin& dossier = header.dossiers.front().number.origin;
  if (dossier.start < origin.start) {
    origin.start = dossier.start;
    origin.line = dossier.line;
  }
  origin.end = dossier.end > origin.end ? dossier.end : origin.end;
  origin.confidence =
      dossier.confidence < origin.confidence ? dossier.confidence : origin.confidence;
  return origin;
}

template <class Sink>
void id(const Letter& letter, Sink& sink) {
  const Header& header = letter.header;
  if (letter.id && header.number && !header.dossiers.empty()) {
    const Origin origin = origin_of_id(header);
    sink.text(*letter.id, &origin);
  } else {
    text(sink, letter.id);
  }
}

template <class Sink>
void language(const Letter& letter, Sink& sink) {
  sink.text(letter.language);
}

template <class Sink>
void form(const Letter& letter, Sink& sink) {
  sink.text(letter.form);
}

template <class Sink>
void is_letter(const Letter& letter, Sink& sink) {
  sink.flag(letter.is_letter);
}

template <class Sink>
void confidence(const Letter& letter, Sink& sink) {
  sink.probability(letter.confidence);
}

template <class Sink>
void header(const Letter& letter, Sink& sink) {
  const Header& head = letter.header;
  sink.open_object();
  sink.key("dossiers");
  objects(sink, head.dossiers, [&](const Dossier& dossier) {
    field(sink, "number", dossier.number);
    field(sink, "suffix", dossier.suffix);
    field(sink, "title", dossier.title);
  });
  field(sink, "number", head.number);
  field(sink, "title", head.title);
  sink.key("senders");
  objects(sink, head.senders, [&](const Office& office) {
    field(sink, "kind", office.kind, origin_of(head.title));
    field(sink, "ministry", office.ministry, origin_of(head.title));
  });
  field(sink, "chamber", head.chamber);
  field(sink, "session_year", head.session_year);
  field(sink, "subject", head.subject);
  field(sink, "reference", head.reference);
  field(sink, "your_reference", head.your_reference);
  field(sink, "your_date", head.your_date);
  sink.close_object();
}

template <class Sink>
void addressee(const Letter& letter, Sink& sink) {
  sink.open_object();
  field(sink, "name", letter.addressee.name);
  sink.key("lines");
  sink.open_array();
  for (const Value& line : letter.addressee.lines) {
    value(sink, line);
  }
  sink.close_array();
  sink.close_object();
}

template <class Sink>
void date(const Letter& letter, Sink& sink) {
  sink.open_object();
  field(sink, "iso", letter.date.iso, origin_of(letter.date.printed));
  field(sink, "place", letter.date.place);
  field(sink, "printed", letter.date.printed);
  sink.close_object();
}

template <class Sink>
void salutation(const Letter& letter, Sink& sink) {
  value(sink, letter.salutation);
}

template <class Sink>
void body(const Letter& letter, Sink& sink) {
  sink.open_object();
  sink.key("paragraphs");
  objects(sink, letter.paragraphs, [&](const Paragraph& paragraph) {
    sink.key("kind");
    sink.text(name_of(paragraph.kind), &paragraph.text.origin);
    field(sink, "text", paragraph.text);
  });
  sink.close_object();
}

template <class Sink>
void closing(const Letter& letter, Sink& sink) {
  value(sink, letter.closing);
}

template <class Sink>
void office(Sink& sink, const Office& office, const Origin* origin) {
  sink.open_object();
  field(sink, "kind", office.kind, origin);
  field(sink, "ministry", office.ministry, origin);
  sink.key("acting");
  sink.flag(office.acting, origin);
  sink.close_object();
}

template <class Sink>
void on_behalf_of(const Letter& letter, Sink& sink) {
  objects(sink, letter.on_behalf_of, [&](const Behalf& behalf) {
    field(sink, "role", behalf.role);
    sink.key("office");
    office(sink, behalf.office, &behalf.role.origin);
  });
}

template <class Sink>
void person(Sink& sink, const Person& person, const Origin* origin) {
  sink.open_object();
  sink.key("titles");
  texts(sink, person.titles, origin);
  field(sink, "initials", person.initials, origin);
  field(sink, "given", person.given, origin);
  field(sink, "prefix", person.prefix, origin);
  field(sink, "surname", person.surname, origin);
  sink.key("suffixes");
  texts(sink, person.suffixes, origin);
  sink.close_object();
}

template <class Sink>
void signatories(const Letter& letter, Sink& sink) {
  objects(sink, letter.signatories, [&](const Signatory& signatory) {
    field(sink, "name", signatory.name);
    field(sink, "role", signatory.role);
    sink.key("person");
    person(sink, signatory.person, origin_of(signatory.name));
    sink.key("office");
    office(sink, signatory.office, origin_of(signatory.role));
  });
}

template <class Sink>
void copies(const Letter& letter, Sink& sink) {
  sink.open_array();
  for (const Value& copy : letter.copies) {
    value(sink, copy);
  }
  sink.close_array();
}

template <class Sink>
void enclosures(const Letter& letter, Sink& sink) {
  objects(sink, letter.enclosures, [&](const Enclosure& enclosure) {
    field(sink, "label", enclosure.label);
    field(sink, "title", enclosure.title);
    sink.key("start");
    sink.number(enclosure.start);
    sink.key("end");
    sink.number(enclosure.end);
  });
}

template <class Sink>
void footnotes(const Letter& letter, Sink& sink) {
  objects(sink, letter.footnotes, [&](const Footnote& footnote) {
    field(sink, "mark", footnote.mark);
    field(sink, "text", footnote.text);
  });
}

template <class Sink>
void references(const Letter& letter, Sink& sink) {
  objects(sink, letter.references, [&](const Reference& reference) {
    const Origin* origin = &reference.printed.origin;
    field(sink, "printed", reference.printed);
    field(sink, "id", reference.id, origin);
    sink.key("kind");
    sink.text(reference.kind, origin);
  });
}

template <class Sink>
void diagnostics(const Letter& letter, Sink& sink) {
  objects(sink, letter.diagnostics, [&](const Diagnostic& diagnostic) {
    sink.key("code");
    sink.text(diagnostic.code);
    sink.key("severity");
    sink.text(name_of(diagnostic.severity));
    sink.key("message");
    sink.text(diagnostic.message);
    sink.key("start");
    sink.number(diagnostic.start);
    sink.key("end");
    sink.number(diagnostic.end);
  });
}

}  // namespace record

template <class Sink>
constexpr RecordKey<Sink> record_key(std::string_view name, void (*walk)(const Letter&, Sink&),
                                     Parts parts = {}) {
  return {name, walk, parts};
}

/// The record's keys, in printed order.
template <class Sink>
inline constexpr std::array kRecordKeys = {
    record_key<Sink>("letterkit", record::version),
    record_key<Sink>("source", record::source),
    record_key<Sink>("id", record::id),
    record_key<Sink>("language", record::language),
    record_key<Sink>("form", record::form),
    record_key<Sink>("is_letter", record::is_letter),
    record_key<Sink>("confidence", record::confidence),
    record_key<Sink>("header", record::header, {Part::senders}),
    record_key<Sink>("addressee", record::addressee),
    record_key<Sink>("date", record::date),
    record_key<Sink>("salutation", record::salutation),
    record_key<Sink>("body", record::body, {Part::paragraphs}),
    record_key<Sink>("closing", record::closing),
    record_key<Sink>("on_behalf_of", record::on_behalf_of, {Part::offices}),
    record_key<Sink>("signatories", record::signatories, {Part::persons, Part::offices}),
    record_key<Sink>("copies", record::copies),
    record_key<Sink>("enclosures", record::enclosures),
    record_key<Sink>("footnotes", record::footnotes),
    record_key<Sink>("references", record::references, {Part::references}),
    record_key<Sink>("diagnostics", record::diagnostics),
};

}  // namespace letterkit
