#include "support/record_dom.hpp"

#include <cmath>

namespace letterkit::test {
namespace {

using Json = nlohmann::ordered_json;

Json dom(const OptionalText& text) {
  return text ? Json(*text) : Json();
}

Json dom(const Value& value) {
  return value.text;
}

Json dom(const OptionalValue& value) {
  return value ? Json(value->text) : Json();
}

Json dom(double probability) {
  return std::round(probability * 1000.0) / 1000.0;
}

Json dom(const Office& office) {
  return {
      {"kind",     dom(office.kind)    },
      {"ministry", dom(office.ministry)},
      {"acting",   office.acting       }
  };
}

Json dom(const Person& person) {
  return {
      {"titles",   person.titles       },
      {"initials", dom(person.initials)},
      {"given",    dom(person.given)   },
      {"prefix",   dom(person.prefix)  },
      {"surname",  dom(person.surname) },
      {"suffixes", person.suffixes     }
  };
}

template <class List, class Make>
Json array(const List& list, Make make) {
  Json array = Json::array();
  for (const auto& item : list) {
    array.push_back(make(item));
  }
  return array;
}

Json header_dom(const Header& header) {
  Json json;
  json["dossiers"] = array(header.dossiers, [](const Dossier& d) {
    return Json{
        {"number", dom(d.number)},
        {"suffix", dom(d.suffix)},
        {"title",  dom(d.title) }
    };
  });
  json["number"] = dom(header.number);
  json["title"] = dom(header.title);
  json["senders"] = array(header.senders, [](const Office& o) {
    return Json{
        {"kind",     dom(o.kind)    },
        {"ministry", dom(o.ministry)}
    };
  });
  json["chamber"] = dom(header.chamber);
  json["session_year"] = dom(header.session_year);
  json["subject"] = dom(header.subject);
  json["reference"] = dom(header.reference);
  json["your_reference"] = dom(header.your_reference);
  json["your_date"] = dom(header.your_date);
  return json;
}

const char* kind_name(Paragraph::Kind kind) {
  static constexpr const char* kNames[] = {"paragraph", "heading", "list_item", "quote", "table"};
  return kNames[static_cast<int>(kind)];
}

const char* severity_name(Diagnostic::Severity severity) {
  static constexpr const char* kNames[] = {"info", "warning", "error"};
  return kNames[static_cast<int>(severity)];
}

void add_source(const Letter& letter, Json& json) {
  const Source& source = letter.source;
  json["source"] = {
      {"name",     source.name    },
      {"index",    source.index   },
      {"start",    source.start   },
      {"end",      source.end     },
      {"encoding", source.encoding}
  };
}

void add_people(const Letter& letter, Json& json) {
  json["on_behalf_of"] = array(letter.on_behalf_of, [](const Behalf& b) {
    return Json{
        {"role",   dom(b.role)  },
        {"office", dom(b.office)}
    };
  });
  json["signatories"] = array(letter.signatories, [](const Signatory& s) {
    return Json{
        {"name",   dom(s.name)  },
        {"role",   dom(s.role)  },
        {"person", dom(s.person)},
        {"office", dom(s.office)}
    };
  });
}

void add_tail(const Letter& letter, Json& json) {
  json["copies"] = array(letter.copies, [](const Value& v) { return dom(v); });
  json["enclosures"] = array(letter.enclosures, [](const Enclosure& e) {
    return Json{
        {"label", dom(e.label)},
        {"title", dom(e.title)},
        {"start", e.start     },
        {"end",   e.end       }
    };
  });
  json["footnotes"] = array(letter.footnotes, [](const Footnote& f) {
    return Json{
        {"mark", dom(f.mark)},
        {"text", dom(f.text)}
    };
  });
  json["references"] = array(letter.references, [](const Reference& r) {
    return Json{
        {"printed", dom(r.printed)},
        {"id",      dom(r.id)     },
        {"kind",    r.kind        }
    };
  });
  json["diagnostics"] = array(letter.diagnostics, [](const Diagnostic& d) {
    return Json{
        {"code",     d.code                   },
        {"severity", severity_name(d.severity)},
        {"message",  d.message                },
        {"start",    d.start                  },
        {"end",      d.end                    }
    };
  });
}

}  // namespace

nlohmann::ordered_json record_dom(const Letter& letter) {
  Json json;
  json["letterkit"] = "1";
  add_source(letter, json);
  json["id"] = dom(letter.id);
  json["language"] = letter.language;
  json["form"] = letter.form;
  json["is_letter"] = letter.is_letter;
  json["confidence"] = dom(letter.confidence);
  json["header"] = header_dom(letter.header);
  json["addressee"]["name"] = dom(letter.addressee.name);
  json["addressee"]["lines"] = array(letter.addressee.lines, [](const Value& v) { return dom(v); });
  json["date"]["iso"] = dom(letter.date.iso);
  json["date"]["place"] = dom(letter.date.place);
  json["date"]["printed"] = dom(letter.date.printed);
  json["salutation"] = dom(letter.salutation);
  json["body"]["paragraphs"] = array(letter.paragraphs, [](const Paragraph& p) {
    return Json{
        {"kind", kind_name(p.kind)},
        {"text", dom(p.text)      }
    };
  });
  json["closing"] = dom(letter.closing);
  add_people(letter, json);
  add_tail(letter, json);
  return json;
}

}  // namespace letterkit::test
