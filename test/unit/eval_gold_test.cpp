#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/gold.hpp"

using namespace letterkit::eval;

namespace {

/// Values of a field in one line: "a|b"; "unlabelled", "none".
std::string shown(const std::optional<Values>& values) {
  if (!values) {
    return "unlabelled";
  }
  std::string text = values->empty() ? "none" : "";
  for (const FieldValue& value : *values) {
    text += (&value == &values->front() ? "" : "|") + value.text;
  }
  return text;
}

}  // namespace

TEST_CASE("labels become values of fields") {
  struct Row {
    const char* name;
    const char* keys;  // of a row with a file
    Field field;
    const char* values;
  };

  const std::vector<Row> rows = {
      {"absent key",                   R"("place": null)",                                                   Field::date,           "unlabelled"                     },
      {"text",                         R"("date": "2029-05-01")",                                            Field::date,           "2029-05-01"                     },
      {"null",                         R"("date": null)",                                                    Field::date,           "none"                           },
      {"empty text",                   R"("closing": "")",                                                   Field::closing,        "none"                           },
      {"empty list as text",           R"("subject": [])",                                                   Field::subject,        "none"                           },
      {"number as text",               R"("number": 40)",                                                    Field::number,         "40"                             },
      {"dossier",                      R"("dossiers": [{"number": "38641", "suffix": null, "title": "T"}])",
       Field::dossiers,                                                                                                             "38641"                          },
      {"dossier with suffix",          R"("dossiers": [{"number": "38900", "suffix": "VI"}])",
       Field::dossiers,                                                                                                             "38900-VI"                       },
      {"dossiers' titles",
       R"("dossiers": [{"number": "1", "title": "T"}, {"number": "2", "title": "U"}])",                      Field::dossier_title,  "T|U"                            },
      {"title not labelled",           R"("dossiers": [{"number": "1", "title": "T"}, {"number": "2"}])",
       Field::dossier_title,                                                                                                        "unlabelled"                     },
      {"no dossiers",                  R"("dossiers": [])",                                                  Field::dossiers,       "none"                           },
      {"no dossiers, no title",        R"("dossiers": null)",                                                Field::dossier_title,  "none"                           },
      {"addressee lines",              R"("addressee": ["Aan de voorzitter", "Utrecht"])",                   Field::addressee,
       "Aan de voorzitter Utrecht"                                                                                                                                   },
      {"no addressee",                 R"("addressee": [])",                                                 Field::addressee,      "none"                           },
      {"signatory",                    R"("signatories": [{"name": "A", "role": "De griffier"}])",           Field::signatory,
       "A / De griffier"                                                                                                                                             },
      {"signatory's name",             R"("signatories": [{"name": "A", "role": "De griffier"}])",
       Field::signatory_name,                                                                                                       "A"                              },
      {"role is null",                 R"("signatories": [{"name": "A", "role": null}])",                    Field::signatory,      "A / "                           },
      {"role not labelled",
       R"("signatories": [{"name": "A"}, {"name": "B", "role": "De griffier"}])",                            Field::signatory,
       "unlabelled"                                                                                                                                                  },
      {"role not labelled: names are", R"("signatories": [{"name": "A"}])",                                  Field::signatory_name,
       "A"                                                                                                                                                           },
      {"name is null",                 R"("signatories": [{"name": null, "role": "De griffier"}])",
       Field::signatory,                                                                                                            " / De griffier"                 },
      {"no names",                     R"("signatories": [{"name": null, "role": "De griffier"}])",
       Field::signatory_name,                                                                                                       "none"                           },
      {"on behalf of",                 R"("on_behalf_of": ["de minister", "de staatssecretaris"])",
       Field::on_behalf_of,                                                                                                         "de minister|de staatssecretaris"},
      {"on behalf of nobody",          R"("on_behalf_of": null)",                                            Field::on_behalf_of,   "none"                           },
      {"a letter",                     R"("is_letter": true)",                                               Field::is_letter,      "true"                           },
      {"not a letter",                 R"("is_letter": false)",                                              Field::is_letter,      "false"                          },
      {"keys not measured",            R"("notes": {"odd": 1}, "enclosure": true)",                          Field::date,           "unlabelled"                     },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const Gold gold =
        read_gold(std::string(R"({"file": "a.txt", )") + row.keys + "}\n", "gold.jsonl");
    CHECK(gold.errors.empty());
    REQUIRE(gold.rows.size() == 1);
    CHECK(shown(gold.rows[0].labels[row.field]) == row.values);
    ++run;
  }
  CHECK(run == 26);
}

TEST_CASE("rows say which letter they label") {
  const Gold gold = read_gold(
      "{\"file\": \"a/b.txt\", \"letter\": 2}\n"
      "\n"
      "{\"n\": 7, \"lines\": [\"De griffier,\", \"D. Visser\"]}\r\n"
      "{\"file\": \"c.txt\", \"skip\": true}\n"
      "{\"file\": \"d.txt\", \"skip\": false}",
      "gold.jsonl");
  CHECK(gold.errors.empty());
  REQUIRE(gold.rows.size() == 3);
  CHECK(gold.rows[0].file == "a/b.txt");
  CHECK(gold.rows[0].letter == 2);
  CHECK(gold.rows[0].block.empty());
  CHECK(gold.rows[1].file == "block-7");
  CHECK(gold.rows[1].letter == 0);
  CHECK(gold.rows[1].block == std::vector<std::string>{"De griffier,", "D. Visser"});
  CHECK(gold.rows[2].file == "d.txt");
}

TEST_CASE("a line that cannot be read is named; the others are read") {
  struct Row {
    const char* name;
    const char* line;
    const char* message;
  };

  const std::vector<Row> rows = {
      {"not JSON",            R"({"file": "a.txt",)",                                 "gold.jsonl:2:18: not valid JSON" },
      {"two values",          R"({"file": "a.txt"} {})",                              "gold.jsonl:2:19: not valid JSON" },
      {"not an object",       R"(["a.txt"])",                                         "gold.jsonl:2: not a JSON object" },
      {"no file",             R"({"date": null})",                                    "gold.jsonl:2: \"file\" must name"},
      {"letter not an index", R"({"file": "a.txt", "letter": -1})",
       "gold.jsonl:2: \"letter\" must be"                                                                               },
      {"text is a list",      R"({"file": "a.txt", "date": ["x"]})",
       "gold.jsonl:2: \"date\" must be text"                                                                            },
      {"text is a truth",     R"({"file": "a.txt", "title": true})",
       "gold.jsonl:2: \"title\" must be text"                                                                           },
      {"list is a text",      R"({"file": "a.txt", "addressee": "Aan"})",
       "gold.jsonl:2: \"addressee\" must be a list"                                                                     },
      {"empty text in list",  R"({"file": "a.txt", "on_behalf_of": [""]})",
       "gold.jsonl:2: \"on_behalf_of\" must list texts"                                                                 },
      {"person is a text",    R"({"file": "a.txt", "signatories": ["A"]})",
       "gold.jsonl:2: \"signatories\" must be a list of objects"                                                        },
      {"name is a number",    R"({"file": "a.txt", "signatories": [{"name": 1.5}]})",
       "gold.jsonl:2: \"signatories.name\" must be text"                                                                },
      {"dossiers is a text",  R"({"file": "a.txt", "dossiers": "38641"})",
       "gold.jsonl:2: \"dossiers\" must be a list of objects"                                                           },
      {"is_letter is a text", R"({"file": "a.txt", "is_letter": "no"})",
       "gold.jsonl:2: \"is_letter\" must be true"                                                                       },
      {"not UTF-8",           "{\"file\": \"\xFF\"}",                                 "gold.jsonl:2:11: not valid JSON" },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string text =
        std::string("{\"file\": \"good.txt\"}\n") + row.line + "\n{\"file\": \"last.txt\"}\n";
    const Gold gold = read_gold(text, "gold.jsonl");
    REQUIRE(gold.errors.size() == 1);
    CHECK_THAT(gold.errors[0].to_string(), Catch::StartsWith(row.message));
    REQUIRE(gold.rows.size() == 2);
    CHECK(gold.rows[1].file == "last.txt");
    ++run;
  }
  CHECK(run == 14);
}

TEST_CASE("labels without a line") {
  CHECK(read_gold("", "gold.jsonl").rows.empty());
  CHECK(read_gold("\n \n", "gold.jsonl").errors.empty());
}
