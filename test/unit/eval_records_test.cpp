#include "letterkit/write.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/records.hpp"

using namespace letterkit;
using namespace letterkit::eval;

namespace {

std::string shown(const std::optional<Values>& values) {
  if (!values) {
    return "null";
  }
  std::string text = values->empty() ? "none" : "";
  for (const FieldValue& value : *values) {
    text += (&value == &values->front() ? "" : "|") + value.text;
  }
  return text;
}

OptionalValue sure(const char* text, double confidence) {
  Value value{text};
  value.origin.confidence = confidence;
  return value;
}

/// A record that prints something for every field, each leaf with a confidence of its own.
Letter made_letter() {
  Letter letter;
  letter.source = {"post/a.txt", 1, 100, 900, "UTF-8", {}, {}};
  letter.is_letter = true;
  letter.confidence = 0.875;
  letter.header.dossiers.push_back({*sure("38900", 0.9), sure("VI", 0.8), sure("Begroting", 0.7)});
  letter.header.number = sure("6", 0.6);
  letter.header.title = sure("Brief van de minister", 0.5);
  letter.header.subject = sure("Voortgang", 0.4);
  letter.header.reference = sure("2029-1", 0.3);
  letter.header.your_reference = sure("B7", 0.2);
  letter.addressee.name = sure("griffier", 0.95);
  letter.addressee.lines = {*sure("Aan de griffier", 0.91), *sure("Utrecht", 0.81)};
  letter.date = {"2029-05-01", sure("Zwolle", 0.71), sure("1 mei 2029", 0.61)};
  letter.salutation = sure("Geachte griffier,", 0.51);
  letter.paragraphs = {
      {Paragraph::Kind::heading,   *sure("Inleiding",             0.1) },
      {Paragraph::Kind::paragraph,
       *sure("een twee drie vier vijf zes zeven acht negen tien", 0.41)},
      {Paragraph::Kind::list_item, *sure("drie woorden maar",     0.31)},
      {Paragraph::Kind::table,     *sure("1 2 3",                 0.1) }
  };
  letter.closing = sure("Hoogachtend,", 0.21);
  letter.signatories.push_back({sure("D. Visser", 0.92), sure("De minister", 0.82), {}, {}});
  letter.on_behalf_of.push_back({*sure("de griffier", 0.72), {}});
  return letter;
}

nlohmann::json json_of(const Letter& letter, bool provenance) {
  std::string text;
  write_json(letter, {.pretty = false, .provenance = provenance, .fields = {}}, text);
  return nlohmann::json::parse(text);
}

}  // namespace

TEST_CASE("what the writer prints is flattened to values with their confidences") {
  struct Row {
    Field field;
    const char* values;
    double confidence;  // of the first value
  };

  const std::vector<Row> rows = {
      {Field::dossiers,       "38900-VI",                               0.8 },
      {Field::dossier_title,  "Begroting",                              0.7 },
      {Field::number,         "6",                                      0.6 },
      {Field::title,          "Brief van de minister",                  0.5 },
      {Field::subject,        "Voortgang",                              0.4 },
      {Field::reference,      "2029-1",                                 0.3 },
      {Field::your_reference, "B7",                                     0.2 },
      {Field::addressee,      "Aan de griffier Utrecht",                0.81},
      {Field::addressee_name, "griffier",                               0.95},
      {Field::place,          "Zwolle",                                 0.71},
      {Field::date,           "2029-05-01",                             0.61},
      {Field::salutation,     "Geachte griffier,",                      0.51},
      {Field::body_first,     "een twee drie vier vijf zes zeven acht", 0.41},
      {Field::body_last,      "drie woorden maar",                      0.31},
      {Field::closing,        "Hoogachtend,",                           0.21},
      {Field::signatory_name, "D. Visser",                              0.92},
      {Field::signatory,      "D. Visser / De minister",                0.82},
      {Field::on_behalf_of,   "de griffier",                            0.72},
  };
  const Record with = flatten_record(json_of(made_letter(), true));
  const Record without = flatten_record(json_of(made_letter(), false));
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(name_of(row.field));
    CHECK(shown(with.values[row.field]) == row.values);
    CHECK(shown(without.values[row.field]) == row.values);
    REQUIRE(with.values[row.field]->size() == 1);
    REQUIRE(with.values[row.field]->front().confidence);
    CHECK(*with.values[row.field]->front().confidence == Approx(row.confidence));
    CHECK_FALSE(without.values[row.field]->front().confidence);
    ++run;
  }
  CHECK(run == kFieldCount - 1);
  CHECK(shown(with.values[Field::is_letter]) == "true");
  CHECK(with.confidence == 0.875);
  CHECK(with.start == 100);
  CHECK(with.end == 900);
}

TEST_CASE("an empty record answers every field with nothing") {
  const std::vector<std::string> records = {
      "{}", R"({"header": null, "addressee": null, "date": null, "body": null})"};
  for (const std::string& text : records) {
    const Record record = flatten_record(nlohmann::json::parse(text));
    std::size_t run = 0;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      INFO(kFieldNames[i]);
      const auto field = static_cast<Field>(i);
      CHECK(shown(record.values[field]) == (field == Field::is_letter ? "false" : "none"));
      ++run;
    }
    CHECK(run == kFieldCount);
    CHECK_FALSE(record.confidence);
  }
  CHECK(shown(flatten_record(json_of({}, true)).values[Field::body_first]) == "none");
}

TEST_CASE("the body is measured by its first and last eight words") {
  struct Row {
    const char* name;
    std::vector<Paragraph> paragraphs;
    const char* first;
    const char* last;
  };

  using Kind = Paragraph::Kind;
  const std::vector<Row> rows = {
      {"one short paragraph",
       {{Kind::paragraph, {"Zie bijlage."}}},
       "Zie bijlage.",                                                                      "Zie bijlage."   },
      {"nine words",
       {{Kind::paragraph, {"1 2 3 4 5 6 7 8 9"}}},
       "1 2 3 4 5 6 7 8",                                                                   "2 3 4 5 6 7 8 9"},
      {"heading and table out",
       {{Kind::heading, {"Kop"}}, {Kind::quote, {"Citaat"}}, {Kind::table, {"1"}}},
       "Citaat",                                                                            "Citaat"         },
      {"nothing but a heading", {{Kind::heading, {"Kop"}}},                         "none", "none"           },
      {"white space",           {{Kind::paragraph, {"  a\xC2\xA0 b\n"}}},           "a b",  "a b"            },
      {"only white space",      {{Kind::paragraph, {" \n "}}},                      "none", "none"           },
      {"no paragraphs",         {},                                                 "none", "none"           },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    Letter letter;
    letter.paragraphs = row.paragraphs;
    const Record record = flatten_record(json_of(letter, false));
    CHECK(shown(record.values[Field::body_first]) == row.first);
    CHECK(shown(record.values[Field::body_last]) == row.last);
    ++run;
  }
  CHECK(run == 7);
}

TEST_CASE("people and dossiers with parts missing") {
  Letter letter;
  letter.signatories = {
      {std::nullopt,       Value{"De griffier"}, {}, {}},
      {Value{"D. Visser"}, std::nullopt,         {}, {}}
  };
  letter.header.dossiers.push_back({*sure("1", 1), std::nullopt, std::nullopt});
  letter.header.dossiers.push_back({*sure("2", 1), sure("XIV", 1), sure("T", 1)});
  const Record record = flatten_record(json_of(letter, false));
  CHECK(shown(record.values[Field::signatory_name]) == "D. Visser");
  CHECK(shown(record.values[Field::signatory]) == " / De griffier|D. Visser / ");
  CHECK(shown(record.values[Field::dossiers]) == "1|2-XIV");
  CHECK(shown(record.values[Field::dossier_title]) == "T");
}

TEST_CASE("records are grouped by the base name of their source") {
  const Records records =
      read_records(R"({"source": {"name": "x/a.txt", "index": 0}, "closing": "een"})"
                   "\n"
                   R"({"source": {"name": "b.zip!y/b.txt", "index": 0}, "closing": "twee"})"
                   "\n"
                   R"({"source": {"name": "a.txt", "index": 1}, "closing": "drie"})"
                   "\n",
                   "out.ndjson");
  CHECK(records.errors.empty());
  REQUIRE(records.by_name.count("a.txt") == 1);
  REQUIRE(records.by_name.count("b.txt") == 1);
  const std::vector<Record>& of_a = records.by_name.find("a.txt")->second;
  REQUIRE(of_a.size() == 2);
  CHECK(shown(of_a[0].values[Field::closing]) == "een");
  CHECK(shown(of_a[1].values[Field::closing]) == "drie");
}

TEST_CASE("lines that hold no record are named") {
  const Records records =
      read_records("{\"source\": {}}\nx\n{\"source\": {\"name\": \"a\"}}\n", "out.ndjson");
  REQUIRE(records.errors.size() == 2);
  CHECK_THAT(records.errors[0].to_string(),
             Catch::StartsWith("out.ndjson:1: \"source.name\" is missing"));
  CHECK_THAT(records.errors[1].to_string(), Catch::StartsWith("out.ndjson:2:1: not valid JSON"));
  CHECK(records.by_name.size() == 1);
}
