// What each CSV table holds. Lists within a cell are joined with "; ", in the letter's order; where
// two columns run side by side (signatories and roles), a missing element leaves its place empty.
#include "write/csv_tables.hpp"

#include <algorithm>
#include <array>

#include "support/count_bytes.hpp"
#include "write/json_text.hpp"
#include "write/names.hpp"

namespace letterkit {
namespace {

// Short, for they stand in every line of the tables below.
using L = const Letter&;
using Row = std::size_t;
using Out = std::string&;

constexpr std::string_view kBetween = "; ";

void put(const OptionalText& text, std::string& out) {
  if (text) {
    out += *text;
  }
}

void put(const OptionalValue& value, std::string& out) {
  if (value) {
    out += value->text;
  }
}

void put(bool flag, std::string& out) {
  out += flag ? "true" : "false";
}

/// Joins what `append(item, out)` appends for each item; nothing at all when every one is empty.
template <class List, class Append>
void join(const List& list, std::string& out, Append append) {
  const std::size_t start = out.size();
  bool any = false;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) {
      out += kBetween;
    }
    const std::size_t before = out.size();
    append(list[i], out);
    any = any || out.size() > before;
  }
  if (!any) {
    out.resize(start);
  }
}

void put(const std::vector<std::string>& list, std::string& out) {
  join(list, out, [](const std::string& item, std::string& cell) { cell += item; });
}

/// "32123-XVI"
void put_dossier(const Dossier& dossier, std::string& out) {
  out += dossier.number.text;
  if (dossier.suffix) {
    out += '-';
    out += dossier.suffix->text;
  }
}

/// The body's words: texts have single spaces between words and none at the ends.
std::size_t count_words(const Letter& letter) {
  std::size_t words = 0;
  for (const Paragraph& paragraph : letter.paragraphs) {
    const std::string& text = paragraph.text.text;
    if (!text.empty()) {
      words += 1 + count_bytes_of_long(text, [](char c) { return c == ' '; });
    }
  }
  return words;
}

/// A citation's public identifier, or, where it has none, as it is printed.
void put_citation(const Reference& reference, std::string& out) {
  out += reference.id ? *reference.id : reference.printed.text;
}

constexpr CsvColumn column(std::string_view name, void (*append)(L, Row, Out), Parts parts = {}) {
  return {name, append, parts};
}

// Columns that several tables have.
constexpr CsvColumn kId = column("id", [](L l, Row, Out o) { put(l.id, o); });
constexpr CsvColumn kSource = column("source", [](L l, Row, Out o) { o += l.source.name; });
constexpr CsvColumn kIndex =
    column("index", [](L l, Row, Out o) { append_number(l.source.index, o); });
constexpr CsvColumn kDate = column("date", [](L l, Row, Out o) { put(l.date.iso, o); });

constexpr std::array kLetterColumns = {
    kId,
    kSource,
    kIndex,
    column("language", [](L l, Row, Out o) { o += l.language; }),
    column("form", [](L l, Row, Out o) { o += l.form; }),
    column("is_letter", [](L l, Row, Out o) { put(l.is_letter, o); }),
    column("confidence", [](L l, Row, Out o) { append_probability(l.confidence, o); }),
    column("dossier", [](L l, Row, Out o) { join(l.header.dossiers, o, put_dossier); }),
    column("dossier_title",
           [](L l, Row, Out o) {
             join(l.header.dossiers, o, [](const Dossier& d, Out cell) { put(d.title, cell); });
           }),
    column("number", [](L l, Row, Out o) { put(l.header.number, o); }),
    column("title", [](L l, Row, Out o) { put(l.header.title, o); }),
    column("subject", [](L l, Row, Out o) { put(l.header.subject, o); }),
    column("reference", [](L l, Row, Out o) { put(l.header.reference, o); }),
    column("your_reference", [](L l, Row, Out o) { put(l.header.your_reference, o); }),
    column("addressee", [](L l, Row, Out o) { put(l.addressee.name, o); }),
    column("place", [](L l, Row, Out o) { put(l.date.place, o); }),
    kDate,
    column("salutation", [](L l, Row, Out o) { put(l.salutation, o); }),
    column("closing", [](L l, Row, Out o) { put(l.closing, o); }),
    column("signatories",
           [](L l, Row, Out o) {
             join(l.signatories, o, [](const Signatory& s, Out cell) { put(s.name, cell); });
           }),
    column("roles",
           [](L l, Row, Out o) {
             join(l.signatories, o, [](const Signatory& s, Out cell) { put(s.role, cell); });
           }),
    column("on_behalf_of",
           [](L l, Row, Out o) {
             join(l.on_behalf_of, o, [](const Behalf& b, Out cell) { cell += b.role.text; });
           }),
    column("paragraphs", [](L l, Row, Out o) { append_number(l.paragraphs.size(), o); },
           {Part::paragraphs}),
    column("words", [](L l, Row, Out o) { append_number(count_words(l), o); }, {Part::paragraphs}),
    column("references", [](L l, Row, Out o) { join(l.references, o, put_citation); },
           {Part::references}),
    column("diagnostics",
           [](L l, Row, Out o) {
             join(l.diagnostics, o, [](const Diagnostic& d, Out cell) { cell += d.code; });
           }),
};

constexpr std::array kSignatoryColumns = {
    kId,
    kSource,
    kIndex,
    kDate,
    column("position", [](L, Row i, Out o) { append_number(i, o); }),
    column("name", [](L l, Row i, Out o) { put(l.signatories[i].name, o); }),
    column("titles", [](L l, Row i, Out o) { put(l.signatories[i].person.titles, o); },
           {Part::persons}),
    column("initials", [](L l, Row i, Out o) { put(l.signatories[i].person.initials, o); },
           {Part::persons}),
    column("given", [](L l, Row i, Out o) { put(l.signatories[i].person.given, o); },
           {Part::persons}),
    column("prefix", [](L l, Row i, Out o) { put(l.signatories[i].person.prefix, o); },
           {Part::persons}),
    column("surname", [](L l, Row i, Out o) { put(l.signatories[i].person.surname, o); },
           {Part::persons}),
    column("suffixes", [](L l, Row i, Out o) { put(l.signatories[i].person.suffixes, o); },
           {Part::persons}),
    column("role", [](L l, Row i, Out o) { put(l.signatories[i].role, o); }),
    column("office", [](L l, Row i, Out o) { put(l.signatories[i].office.kind, o); },
           {Part::offices}),
    column("ministry", [](L l, Row i, Out o) { put(l.signatories[i].office.ministry, o); },
           {Part::offices}),
    column("acting", [](L l, Row i, Out o) { put(l.signatories[i].office.acting, o); },
           {Part::offices}),
};

constexpr std::array kDossierColumns = {
    kId,
    kSource,
    kIndex,
    column("number", [](L l, Row i, Out o) { o += l.header.dossiers[i].number.text; }),
    column("suffix", [](L l, Row i, Out o) { put(l.header.dossiers[i].suffix, o); }),
    column("title", [](L l, Row i, Out o) { put(l.header.dossiers[i].title, o); }),
};

constexpr std::array kReferenceColumns = {
    kId,
    kSource,
    kIndex,
    column("printed", [](L l, Row i, Out o) { o += l.references[i].printed.text; }),
    // The element's key is `id`, which is taken by the letter's own.
    column("reference_id", [](L l, Row i, Out o) { put(l.references[i].id, o); }),
    column("kind", [](L l, Row i, Out o) { o += l.references[i].kind; }),
};

constexpr std::array kParagraphColumns = {
    kId,
    kSource,
    kIndex,
    column("kind", [](L l, Row i, Out o) { o += name_of(l.paragraphs[i].kind); }),
    column("text", [](L l, Row i, Out o) { o += l.paragraphs[i].text.text; }),
};

constexpr std::array kDiagnosticColumns = {
    kId,
    kSource,
    kIndex,
    column("code", [](L l, Row i, Out o) { o += l.diagnostics[i].code; }),
    column("severity", [](L l, Row i, Out o) { o += name_of(l.diagnostics[i].severity); }),
    column("message", [](L l, Row i, Out o) { o += l.diagnostics[i].message; }),
    column("start", [](L l, Row i, Out o) { append_number(l.diagnostics[i].start, o); }),
    column("end", [](L l, Row i, Out o) { append_number(l.diagnostics[i].end, o); }),
};

constexpr CsvTable table(std::string_view name, std::size_t (*row_count)(L),
                         std::span<const CsvColumn> columns, Parts parts = {}) {
  return {name, row_count, columns, parts};
}

constexpr std::array kTables = {
    table(
        "letters", [](L) { return std::size_t{1}; }, kLetterColumns),
    table(
        "signatories", [](L l) { return l.signatories.size(); }, kSignatoryColumns),
    table(
        "dossiers", [](L l) { return l.header.dossiers.size(); }, kDossierColumns),
    table("references", [](L l) { return l.references.size(); }, kReferenceColumns,
          {Part::references}),
    table("paragraphs", [](L l) { return l.paragraphs.size(); }, kParagraphColumns,
          {Part::paragraphs}),
    table(
        "diagnostics", [](L l) { return l.diagnostics.size(); }, kDiagnosticColumns),
};

}  // namespace

std::span<const CsvTable> all_csv_tables() {
  return kTables;
}

const CsvTable* find_csv_table(std::string_view name) {
  const auto* const found = std::find_if(kTables.begin(), kTables.end(),
                                         [&](const CsvTable& table) { return table.name == name; });
  return found == kTables.end() ? nullptr : found;
}

}  // namespace letterkit
