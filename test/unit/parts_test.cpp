// Parts of records that are left unread: what is printed does not change, and what is left is
// empty.
#include "letterkit/letterkit.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> kProfiles = {*builtin_profile("nl")};
  return kProfiles;
}

/// The letters of the Dutch samples.
const std::vector<LetterText>& letters() {
  static const std::vector<LetterText> kLetters = [] {
    std::vector<LetterText> all;
    for (const auto& entry : std::filesystem::directory_iterator(LETTERKIT_SAMPLES_DIR)) {
      if (entry.path().extension() != ".txt") {
        continue;
      }
      std::ifstream file(entry.path(), std::ios::binary);
      LetterReader reader(entry.path().filename().string(), profiles());
      reader.feed(std::string(std::istreambuf_iterator<char>(file), {}));
      reader.finish();
      while (auto text = reader.next()) {
        all.push_back(std::move(*text));
      }
    }
    return all;
  }();
  return kLetters;
}

std::string json(const Letter& letter, const JsonOptions& options) {
  std::string out;
  write_json(letter, options, out);
  return out;
}

TEST_CASE("records have each key as it is when all is read") {
  REQUIRE(letters().size() > 50);
  for (const LetterText& text : letters()) {
    const Letter whole = parse_letter(text, profiles());
    for (const std::string_view key : record_keys()) {
      for (const bool provenance : {false, true}) {
        JsonOptions options;
        options.fields = {std::string(key)};
        options.provenance = provenance;
        const Letter letter = parse_letter(text, profiles(), needed_parts(options));
        INFO(text.source.name << " " << key);
        CHECK(json(letter, options) == json(whole, options));
      }
    }
    const JsonOptions all;
    CHECK(json(parse_letter(text, profiles(), needed_parts(all)), all) == json(whole, all));
  }
}

TEST_CASE("tables have each column as it is when all is read") {
  for (const LetterText& text : letters()) {
    const Letter whole = parse_letter(text, profiles());
    for (const std::string& table : csv_tables()) {
      std::vector<std::vector<std::string>> choices = {{}};
      for (const std::string& column : csv_columns(table)) {
        choices.push_back({column});
      }
      for (const auto& columns : choices) {
        CsvOptions options;
        options.table = table;
        options.columns = columns;
        const auto writer = CsvWriter::create(options);
        REQUIRE(writer);
        std::string wanted;
        writer->write(whole, wanted);
        std::string written;
        writer->write(parse_letter(text, profiles(), writer->needed_parts()), written);
        INFO(text.source.name << " " << table << " " << (columns.empty() ? "" : columns[0]));
        CHECK(written == wanted);
      }
    }
  }
}

TEST_CASE("what is not wanted is left empty") {
  std::size_t references = 0;
  for (const LetterText& text : letters()) {
    const Letter none = parse_letter(text, profiles(), {});
    CHECK(none.references.empty());
    CHECK(none.paragraphs.empty());
    CHECK(none.header.senders.empty());
    for (const Signatory& signatory : none.signatories) {
      CHECK_FALSE(signatory.person.surname);
      CHECK_FALSE(signatory.office.kind);
    }
    if (none.date.printed) {
      CHECK(none.date.printed->origin.end > none.date.printed->origin.start);
      CHECK(none.date.printed->origin.rule.empty());
    }
    CHECK((!none.salutation || none.salutation->origin.end == 0));
    references += parse_letter(text, profiles(), {Part::references}).references.size();
  }
  CHECK(references > 10);
}

TEST_CASE("records are the same in the room of letters before") {
  const JsonOptions options;
  std::vector<std::string> records;
  for (const LetterText& text : letters()) {
    records.push_back(json(parse_letter(text, profiles()), options));
  }
  for (std::size_t i = letters().size(); i-- > 0;) {
    Letter letter = parse_letter(letters()[i], profiles());
    CHECK(json(letter, options) == records[i]);
    reuse(letter);
  }
}

TEST_CASE("what options need") {
  JsonOptions head;
  head.fields = {"id", "date"};
  CHECK(needed_parts(head) == Parts{});
  head.provenance = true;
  CHECK(needed_parts(head) == Parts{Part::origins});
  Parts all = needed_parts(JsonOptions{});
  CHECK_FALSE(all.has(Part::origins));
  all |= {Part::origins};
  CHECK(all == Parts::all());
  CHECK(CsvWriter::create({})->needed_parts() == Parts{Part::paragraphs, Part::references});
}

}  // namespace
