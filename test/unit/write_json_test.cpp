// The JSON writer: held to nlohmann's dump of the same record, and to its own promises.
#include "letterkit/write.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/random_letters.hpp"
#include "support/record_dom.hpp"
#include "write/json_text.hpp"

namespace letterkit {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kLetters = 400;

std::string written(const Letter& letter, const JsonOptions& options = {}) {
  std::string out;
  write_json(letter, options, out);
  return out;
}

std::string as_json(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

std::string probability(double value) {
  std::string out;
  append_probability(value, out);
  return out;
}

/// Non-null leaves of `json`, as JSON Pointers.
void collect_leaves(const Json& json, const std::string& pointer, std::vector<std::string>& out) {
  if (json.is_structured()) {
    for (const auto& [key, item] : json.items()) {
      collect_leaves(item, pointer + "/" + key, out);
    }
  } else if (!json.is_null()) {
    out.push_back(pointer);
  }
}

/// Whether a leaf is said to be read from the letter.
bool is_read(const std::string& pointer) {
  for (const char* const own : {"/letterkit", "/source/", "/language", "/form", "/is_letter",
                                "/confidence", "/diagnostics/"}) {
    if (pointer.rfind(own, 0) == 0) {
      return false;
    }
  }
  const bool is_enclosure_span = pointer.rfind("/enclosures/", 0) == 0 &&
                                 (pointer.ends_with("/start") || pointer.ends_with("/end"));
  return !is_enclosure_span;
}

Value value_at(std::string text, std::size_t start, std::size_t line, std::string_view rule) {
  const std::size_t end = start + text.size();
  return {
      std::move(text), {start, end, line, 0.9, rule}
  };
}

Signatory signatory_with_origins() {
  Signatory signatory;
  signatory.name = value_at("mr. A. Berg MPA", 90, 8, "name");
  signatory.role = value_at("De minister", 110, 9, "role");
  signatory.person.titles = {"mr."};
  signatory.person.surname = "Berg";
  signatory.person.suffixes = {"MPA"};
  signatory.office.kind = "minister";
  signatory.office.ministry = "Defensie";
  return signatory;
}

/// A letter in which each value that lends its origin to others has an origin of its own.
Letter letter_with_origins() {
  Letter letter;
  letter.id = "kst-1-2";
  letter.header.dossiers.resize(1);
  letter.header.dossiers[0].number = value_at("1", 10, 2, "dossier");
  letter.header.dossiers[0].number.origin.confidence = 0.5;
  letter.header.number = value_at("2", 20, 3, "number");
  letter.header.title = value_at("Brief", 30, 4, "title");
  letter.header.senders.resize(1);
  letter.header.senders[0].kind = "minister";
  letter.header.senders[0].ministry = "Defensie";
  letter.date.iso = "2026-03-02";
  letter.date.printed = value_at("2 maart 2026", 40, 5, "date");
  letter.date.printed->origin.confidence = 0.998;
  letter.paragraphs.resize(1);
  letter.paragraphs[0].text = value_at("Ja.", 60, 6, "body");
  letter.on_behalf_of.resize(1);
  letter.on_behalf_of[0].role = value_at("De minister", 70, 7, "behalf");
  letter.on_behalf_of[0].office.kind = "minister";
  letter.signatories = {signatory_with_origins()};
  letter.references.resize(1);
  letter.references[0].printed = value_at("nr. 30", 130, 10, "reference");
  letter.references[0].id = "kst-1-30";
  letter.references[0].kind = "kamerstuk";
  return letter;
}

}  // namespace

TEST_CASE("write_json prints what nlohmann prints of the same record") {
  test::RandomLetters letters(1);
  for (int i = 0; i < kLetters; ++i) {
    const Letter letter = letters.next();
    const Json dom = test::record_dom(letter);
    REQUIRE(written(letter) == dom.dump());
    REQUIRE(written(letter, {.pretty = true, .provenance = false, .fields = {}}) == dom.dump(2));
  }
}

TEST_CASE("write_json prints the keys of an empty letter too") {
  CHECK(written(Letter{}) == test::record_dom(Letter{}).dump());
}

TEST_CASE("write_json appends and leaves what stood before") {
  std::string out = "[";
  write_json(Letter{}, {}, out);
  CHECK(out == "[" + written(Letter{}));
}

TEST_CASE("write_json prints the fields asked for, in record order") {
  test::RandomLetters letters(2);
  const Letter letter = letters.next();
  const Json dom = test::record_dom(letter);
  const Json part = {
      {"id",   dom["id"]  },
      {"date", dom["date"]}
  };
  CHECK(written(letter,
                {
                    .pretty = false, .provenance = false, .fields = {"date", "id"}
  }) ==
        part.dump());
  for (const std::string_view key : record_keys()) {
    const std::string name(key);
    const Json one = {
        {name, dom[name]}
    };
    CHECK(written(letter, {.pretty = false, .provenance = false, .fields = {name}}) == one.dump());
  }
}

TEST_CASE("record_keys are the keys of a record") {
  const Json dom = test::record_dom(Letter{});
  std::vector<std::string_view> keys;
  for (const auto& item : dom.items()) {
    keys.emplace_back(item.key());
  }
  CHECK(keys == record_keys());
}

TEST_CASE("provenance has an entry for every value read from the letter and for no other") {
  test::RandomLetters letters(3);
  std::size_t entries = 0;
  for (int i = 0; i < kLetters; ++i) {
    Letter letter = letters.next();
    if (!letter.header.number || letter.header.dossiers.empty()) {
      letter.id = std::nullopt;  // an id of unknown origin has no entry
    }
    const JsonOptions options = {.pretty = i % 2 == 0, .provenance = true, .fields = {}};
    const Json record = Json::parse(written(letter, options));
    const Json plain = test::record_dom(letter);
    std::vector<std::string> expected;
    collect_leaves(plain, "", expected);
    std::erase_if(expected, [](const std::string& pointer) { return !is_read(pointer); });
    std::vector<std::string> given;
    for (const auto& item : record["provenance"].items()) {
      given.push_back(item.key());
    }
    REQUIRE(given == expected);
    entries += given.size();
    Json rest = record;
    rest.erase("provenance");
    REQUIRE(rest == plain);
  }
  CHECK(entries > 10000);
}

TEST_CASE("provenance of derived values is that of what they were made from") {
  const JsonOptions options = {.pretty = false, .provenance = true, .fields = {}};
  const Json map = Json::parse(written(letter_with_origins(), options))["provenance"];

  struct Row {
    const char* pointer;
    const char* rule;
    std::size_t start;
    std::size_t end;
    std::size_t line;
  };

  const Row rows[] = {
      {"/id",                              "number",    10,  21,  2 },
      {"/header/dossiers/0/number",        "dossier",   10,  11,  2 },
      {"/header/senders/0/kind",           "title",     30,  35,  4 },
      {"/header/senders/0/ministry",       "title",     30,  35,  4 },
      {"/date/iso",                        "date",      40,  52,  5 },
      {"/date/printed",                    "date",      40,  52,  5 },
      {"/body/paragraphs/0/kind",          "body",      60,  63,  6 },
      {"/on_behalf_of/0/office/kind",      "behalf",    70,  81,  7 },
      {"/on_behalf_of/0/office/acting",    "behalf",    70,  81,  7 },
      {"/signatories/0/person/titles/0",   "name",      90,  105, 8 },
      {"/signatories/0/person/surname",    "name",      90,  105, 8 },
      {"/signatories/0/person/suffixes/0", "name",      90,  105, 8 },
      {"/signatories/0/office/ministry",   "role",      110, 121, 9 },
      {"/signatories/0/office/acting",     "role",      110, 121, 9 },
      {"/references/0/id",                 "reference", 130, 136, 10},
      {"/references/0/kind",               "reference", 130, 136, 10},
  };
  int run = 0;
  for (const Row& row : rows) {
    INFO(row.pointer);
    REQUIRE(map.contains(row.pointer));
    const Json& entry = map[row.pointer];
    CHECK(entry["rule"] == row.rule);
    CHECK(entry["start"] == row.start);
    CHECK(entry["end"] == row.end);
    CHECK(entry["line"] == row.line);
    ++run;
  }
  CHECK(run == 16);
  CHECK(map["/id"]["confidence"] == 0.5);
  CHECK(map["/date/iso"].dump() ==
        R"({"start":40,"end":52,"line":5,"confidence":0.998,"rule":"date"})");
}

TEST_CASE("provenance covers the fields asked for alone") {
  const JsonOptions options = {.pretty = false, .provenance = true, .fields = {"date"}};
  const Json record = Json::parse(written(letter_with_origins(), options));
  CHECK(record.size() == 2);
  CHECK(record["provenance"].size() == 2);
  const JsonOptions none = {.pretty = true, .provenance = true, .fields = {"form"}};
  CHECK(written(Letter{}, none) == "{\n  \"form\": \"\",\n  \"provenance\": {}\n}");
}

/// Whether copy_plain_json() takes a text; it writes no further than it may.
bool copies_plainly(const std::string& text) {
  std::string to(text.size() + kBehindJson + 1, '~');
  const bool plain = copy_plain_json(text, to.data());
  CHECK(to.back() == '~');
  return plain && to.compare(0, text.size(), text) == 0;
}

TEST_CASE("strings without escapes are copied whole") {
  for (std::size_t length = 0; length < 300; ++length) {
    std::string text(length, 'a');
    for (std::size_t i = 0; i < length; ++i) {
      text[i] = static_cast<char>('a' + i % 26);
    }
    REQUIRE(copies_plainly(text));
  }
}

TEST_CASE("strings are escaped at every place of a run") {
  const char* const specials[] = {"\"",   "\\",   "\n",       "\t", "\x1F",
                                  "\x01", "\x7F", "\xC3\xA9", " ",  "!"};
  int run = 0;
  for (const std::size_t length : {0, 1, 2, 7, 14, 15, 16, 17, 31, 39, 62, 63, 64, 65, 127, 130}) {
    for (std::size_t at = 0; at <= length; ++at) {
      for (const char* const special : specials) {
        std::string text(length, 'a');
        text.insert(at, special);
        const char* const end = text.data() + text.size();
        REQUIRE(as_json(text) == Json(text).dump());
        REQUIRE(find_json_escape_portable(text.data(), end) == find_json_escape(text.data(), end));
        REQUIRE(copies_plainly(text) == (as_json(text) == (std::string("\"") + text + "\"")));
        ++run;
      }
    }
  }
  CHECK(run == 6690);
}

TEST_CASE("every single byte of ASCII is spelled as nlohmann spells it") {
  for (char c = 0; c >= 0 && c < 0x7F; ++c) {
    const std::string text(1, c);
    REQUIRE(as_json(text) == Json(text).dump());
  }
  CHECK(as_json({}) == "\"\"");
  CHECK(as_json("a\xE2\x80\xA8z") == "\"a\xE2\x80\xA8z\"");
}

TEST_CASE("probabilities have three decimals at most and one at least") {
  struct Row {
    double value;
    const char* printed;
  };

  const Row rows[] = {
      {0.0,          "0.0"  },
      {1.0,          "1.0"  },
      {0.5,          "0.5"  },
      {0.25,         "0.25" },
      {0.998,        "0.998"},
      {0.07,         "0.07" },
      {0.001,        "0.001"},
      {0.0004,       "0.0"  },
      {0.9996,       "1.0"  },
      {0.12345,      "0.123"},
      {2.0,          "1.0"  },
      {-1.0,         "0.0"  },
      {std::nan(""), "0.0"  },
  };
  int run = 0;
  for (const Row& row : rows) {
    CHECK(probability(row.value) == row.printed);
    ++run;
  }
  CHECK(run == 13);
}

TEST_CASE("the schema is compiled in and names every key") {
  const Json schema = Json::parse(record_schema());
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  std::vector<std::string> required = schema["required"];
  const auto& keys = record_keys();
  CHECK(required == std::vector<std::string>(keys.begin(), keys.end()));
}

}  // namespace letterkit
