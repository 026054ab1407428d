#include "letterkit/parse.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "input/decode.hpp"
#include "support/simd_json.hpp"

using namespace letterkit;
using namespace std::string_literals;

namespace {

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> kAll = {*builtin_profile("nl")};
  return kAll;
}

// Feeds `bytes` in pieces of the sizes that `next_size` gives.
template <class NextSize>
std::vector<LetterText> read_in_pieces(std::string_view bytes, const ParseOptions& options,
                                       NextSize next_size) {
  std::vector<LetterText> letters;
  LetterReader reader("a.txt", profiles(), options);
  const auto take = [&] {
    while (auto text = reader.next()) {
      letters.push_back(std::move(*text));
    }
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = next_size();
    reader.feed(bytes.substr(at, size));
    take();
    at += std::min(size, bytes.size() - at);
  }
  reader.finish();
  take();
  return letters;
}

std::vector<LetterText> read_whole(std::string_view bytes, const ParseOptions& options = {}) {
  return read_in_pieces(bytes, options, [&] { return bytes.size(); });
}

// All that is to be the same, on one line a letter.
std::string dump(const std::vector<LetterText>& letters) {
  std::string all;
  for (const LetterText& letter : letters) {
    all += std::to_string(letter.source.index) + ' ' + std::to_string(letter.source.start) + '-' +
           std::to_string(letter.source.end) + ' ' + letter.source.encoding + " line " +
           std::to_string(letter.line) + ' ' +
           std::to_string(std::hash<std::string>()(letter.text));
    for (const Diagnostic& diagnostic : letter.diagnostics) {
      all += " [" + diagnostic.code + ' ' + std::to_string(diagnostic.start) + '-' +
             std::to_string(diagnostic.end) + ' ' + diagnostic.message + ']';
    }
    for (const Replacement& r : letter.replacements) {
      all += " {" + std::to_string(r.view_start) + ' ' + std::to_string(r.input_start) + '-' +
             std::to_string(r.input_end) + '}';
    }
    all += '\n';
  }
  return all;
}

// As many times as bring `text` over `size`.
std::string repeat(const std::string& text, std::size_t size) {
  std::string all;
  while (all.size() < size) {
    all += text;
  }
  return all;
}

}  // namespace

TEST_CASE("letters have their place in the input", "[reader]") {
  ParseOptions formfeed;
  formfeed.split = Split::formfeed;
  const auto letters = read_whole("een\r\ntwee\n\f\n\fdrie\rvier", formfeed);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].text == "een\r\ntwee\n\f");
  CHECK(letters[0].line == 1);
  CHECK(letters[0].source.start == 0);
  CHECK(letters[0].source.end == 11);
  CHECK(letters[1].text == "\n\fdrie\rvier");
  CHECK(letters[1].line == 3);
  CHECK(letters[1].source.index == 1);
  CHECK(letters[1].source.start == 11);
  CHECK(letters[1].source.end == 22);
}

TEST_CASE("white space is no letter", "[reader]") {
  CHECK(read_whole("").empty());
  CHECK(read_whole(" \n\f\r\n\t").empty());
}

TEST_CASE("offsets count the bytes of an input that is UTF-8, valid or not", "[reader]") {
  ParseOptions formfeed;
  formfeed.split = Split::formfeed;
  // A mark of three bytes, then a byte that is no UTF-8 in each letter.
  const auto letters = read_whole(
      "\xEF\xBB\xBF"
      "a\xFF"
      "b\fc\xFE"
      "d",
      formfeed);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].text ==
        "a\xEF\xBF\xBD"
        "b\f");
  CHECK(letters[0].source.start == 3);
  CHECK(letters[0].source.end == 7);
  REQUIRE(letters[0].diagnostics.size() == 1);
  CHECK(letters[0].diagnostics[0].message == "0xFF at byte 4: not valid UTF-8; read as U+FFFD");
  CHECK(letters[1].source.start == 7);
  CHECK(letters[1].source.end == 10);
  CHECK(letters[1].input_offset(1) == 8);
  CHECK(letters[1].input_offset(4) == 9);
  REQUIRE(letters[1].diagnostics.size() == 1);
  CHECK(letters[1].diagnostics[0].start == 8);
  CHECK(letters[1].diagnostics[0].end == 9);
}

TEST_CASE("a letter over the limit is cut and its rest passed over", "[reader]") {
  ParseOptions options;
  options.split = Split::formfeed;
  options.max_letter_bytes = 1000;
  const std::string bytes =
      "kort\f" + std::string(300000, 'x') + "\flaatste\f" + repeat("\xC3\xA9", 2001) + "\fslot";
  const auto letters = read_whole(bytes, options);
  REQUIRE(letters.size() == 5);
  CHECK(letters[0].text == "kort\f");
  // The limit counts from the end of the letter before.
  CHECK(letters[1].text == std::string(999, 'x'));
  REQUIRE(letters[1].diagnostics.size() == 1);
  CHECK(letters[1].diagnostics[0].code == "letter.too-long");
  CHECK(letters[1].diagnostics[0].severity == Diagnostic::Severity::error);
  CHECK(letters[2].text == "laatste\f");
  CHECK(letters[2].diagnostics.empty());
  CHECK(is_valid_utf8(letters[3].text));
  CHECK(letters[3].text.size() == 998);
  CHECK(letters[4].text == "slot");
  CHECK(letters[4].source.end == bytes.size());
}

TEST_CASE("the limit never holds more text than it says", "[reader]") {
  ParseOptions options;
  options.split = Split::never;
  options.max_letter_bytes = 5000;
  const auto letters = read_whole(std::string(3 << 20, 'y'), options);
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].text.size() == 4999);
}

TEST_CASE("a letter of too many short lines is cut", "[reader]") {
  ParseOptions options;
  options.split = Split::formfeed;
  options.max_letter_bytes = 128000;
  const auto letters =
      read_whole(repeat("ja\n", 3 * 1001) + "\f" + repeat("ja\n", 3 * 1000), options);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].text == repeat("ja\n", 3 * 999) + "j");
  REQUIRE(letters[0].diagnostics.size() == 1);
  CHECK(letters[0].diagnostics[0].code == "letter.too-long");
  CHECK(letters[1].diagnostics.empty());
}

TEST_CASE("a byte that is not UTF-8 after a long ASCII text decides the encoding", "[reader]") {
  ParseOptions options;
  options.split = Split::formfeed;
  const std::string plain = repeat("Geachte voorzitter, hierbij zend ik u de brief.\n", 3 << 20);
  const auto letters = read_whole(
      plain + "\f" + "mevrouw Ren\xE9 en \x93koffie\x94 \x96 \x80 5\n" + plain + "\fEinde Ren\xE9",
      options);
  REQUIRE(letters.size() == 3);
  CHECK(letters[0].source.encoding == "UTF-8");
  CHECK(letters[1].source.encoding == "windows-1252");
  CHECK(letters[1].text.starts_with("mevrouw Ren\xC3\xA9 en \xE2\x80\x9Ckoffie"));
  CHECK(letters[2].text == "Einde Ren\xC3\xA9");
  // Offsets go on in the transcoding: four bytes of one became four of three, two or one more.
  CHECK(letters[1].source.start == plain.size() + 1);
}

TEST_CASE("a text that was UTF-8 for long stays UTF-8", "[reader]") {
  ParseOptions options;
  options.split = Split::never;
  options.max_letter_bytes = 64 << 20;
  const std::string accents = repeat("Belgi\xC3\xAB en co\xC3\xB6peratie\n", 2 << 20);
  const auto letters = read_whole(accents + "Ren\xE9 " + accents, options);
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].source.encoding == "UTF-8");
  REQUIRE(letters[0].replacements.size() == 1);
  CHECK(letters[0].replacements[0].input_start == accents.size() + 3);
  CHECK(letters[0].source.end == 2 * accents.size() + 5);
}

TEST_CASE("what is read does not depend on the pieces", "[reader][property]") {
  std::mt19937 random(20260302);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  const std::vector<std::string> words = {"Geachte ",
                                          "voorzitter,\r\n",
                                          "\f",
                                          "\n\n",
                                          "Ren\xE9",
                                          "Ren\xC3\xA9 ",
                                          "\xE2\x82\xAC 5",
                                          "\xFF",
                                          "\r",
                                          "\0"s,
                                          "\x93"
                                          "ja\x94",
                                          "a",
                                          "\xF0\x9F\x98\x80",
                                          "\xE2\x82"};
  std::size_t letters_seen = 0;
  for (int round = 0; round < 300; ++round) {
    const std::size_t known = 1 + below(words.size());
    std::string bytes;
    if (below(6) == 0) {
      // Past the first look at the encoding.
      bytes = repeat("Geachte voorzitter, hierbij zend ik u de brief.\n\f", (1 << 20) + below(99));
    } else if (below(6) == 0) {
      bytes = "\xEF\xBB\xBF";
    } else if (below(6) == 0) {
      bytes = "\xFF\xFE";
    }
    for (std::size_t n = below(400); n > 0; --n) {
      bytes += words[below(known)];
    }
    ParseOptions options;
    options.split = below(4) == 0 ? Split::never : Split::formfeed;
    options.max_letter_bytes = below(3) == 0 ? 100 + below(500) : options.max_letter_bytes;
    const std::vector<std::string> names = {"",       "",         "",      "Shift_JIS",
                                            "UTF-16", "UTF-32BE", "latin1"};
    options.encoding = names[below(names.size())];
    const auto whole = read_whole(bytes, options);
    letters_seen += whole.size();
    const std::size_t largest = bytes.size() < 50000 ? 1 + below(40) : 1 + below(300000);
    const auto pieces =
        read_in_pieces(bytes, options, [&] { return largest == 1 ? 1 : 1 + below(largest); });
    INFO("round " << round << " size " << bytes.size() << " encoding " << options.encoding);
    CHECK(dump(pieces) == dump(whole));
  }
  CHECK(letters_seen > 3000);
}

TEST_CASE("a small input is decoded as decode() does it", "[reader][property]") {
  ParseOptions never;
  never.split = Split::never;
  for (const std::string& bytes :
       {"Ren\xE9 is Ren\xE9"s, "Ren\xC3\xA9"s, "\xFF\xFEJ\0a\0"s, "J\0a\0 \0w\0e\0l\0"s,
        "\xEF\xBB\xBFja\xFF"s, "ja\xC3"s, "caf\x82 \x81"s}) {
    const Text text = decode(bytes);
    const auto letters = read_whole(bytes, never);
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].text == text.view);
    CHECK(letters[0].source.encoding == text.encoding);
    CHECK(letters[0].diagnostics.size() == text.diagnostics.size());
    CHECK(letters[0].source.end == text.input_offset(text.view.size()));
  }
}

TEST_CASE("a letter attached to another names it as its parent") {
  const std::string covering =
      "Ministerie van Waterzaken\n\nDen Haag, 4 mei 2027\n\nGeachte voorzitter,\n\n"
      "Hierbij stuur ik u een afschrift van de brief aan de gemeente Oosterhaven.\n\n"
      "Hoogachtend,\n\nDe minister van Waterzaken,\nJ. Merel\n\n";
  const std::string attached =
      "Aan het college van burgemeester en wethouders van Oosterhaven\n\n"
      "Den Haag, 28 april 2027\n\nGeacht college,\n\n"
      "De dijk langs de Oude Vliet wordt in 2028 verzwaard.\n\n"
      "Hoogachtend,\n\nDe minister van Waterzaken,\nJ. Merel\n\n";
  const std::string label = "Afschrift van de brief aan de gemeente\n\n";
  const std::string dump = covering + label + attached + label + attached + "\n\f" + covering;
  for (const std::size_t size : {std::size_t{1}, std::size_t{97}, dump.size()}) {
    CAPTURE(size);
    const auto letters = read_in_pieces(dump, {}, [size] { return size; });
    REQUIRE(letters.size() == 4);
    CHECK_FALSE(letters[0].source.parent);
    CHECK(letters[1].source.parent == 0U);
    CHECK(letters[2].source.parent == 0U);  // the letter that both are attached to
    CHECK_FALSE(letters[3].source.parent);
  }
  // Without the label the same letters stand one after another, and so they do where the first one
  // ends by saying that there is an enclosure, or how many.
  for (const std::string other : {"", "Bijlage\n\n", "Bijlagen: 2\n\n"}) {
    CAPTURE(other);
    for (const LetterText& letter : read_whole(covering + other + attached)) {
      CHECK_FALSE(letter.source.parent);
    }
  }
  // A label with a mark, or at the top of a page, is a heading.
  for (const std::string heading : {"Bijlage 2\n\n", "\fBijlage\n\n", "\fAfschrift\n\n"}) {
    CAPTURE(heading);
    const auto letters = read_whole(covering + heading + attached);
    REQUIRE(letters.size() == 2);
    CHECK(letters[1].source.parent == 0U);
  }
}

TEST_CASE("a letter quoted in a text names it as its parent") {
  const std::string report =
      "Rapport over de Oude Vliet\n\n1 Aanleiding\n"
      "De gemeente heeft gevraagd waarom de dijk niet wordt verlegd.\n\n2 Antwoord\n"
      "De minister schreef daarover het volgende aan het college:\n\n";
  const std::string quoted =
      "Aan het college van burgemeester en wethouders van Oosterhaven\n\n"
      "Den Haag, 28 april 2027\n\nGeacht college,\n\n"
      "De dijk langs de Oude Vliet wordt in 2028 verzwaard.\n\n"
      "Hoogachtend,\n\nDe minister van Waterzaken,\nJ. Merel\n\n";
  const auto letters = read_whole(report + quoted + "3 Oordeel\nDat antwoord is te kort.\n");
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].text == report);
  CHECK_FALSE(letters[0].source.parent);
  CHECK(letters[1].source.parent == 0U);
  // A sentence that speaks of a letter announces it too, another one does not.
  const auto announced = [&](std::string_view sentence) {
    std::string text = report;
    text.replace(text.find("De minister schreef"), std::string::npos, sentence);
    const auto found = read_whole(text + "\n\n" + quoted);
    REQUIRE(found.size() == 2);
    return found[1].source.parent.has_value();
  };
  CHECK(announced("De minister stuurde het college daarover in april een brief."));
  CHECK(announced("2.1 De brief van de minister"));
  CHECK_FALSE(announced("De minister heeft daarover in april een besluit genomen."));
  // A colon in a letter that is signed announces nothing.
  for (const LetterText& letter :
       read_whole(quoted + "Verzonden aan de volgende gemeenten:\n\n" + quoted)) {
    CHECK_FALSE(letter.source.parent);
  }
}

TEST_CASE("letters are the same wherever reading starts") {
  std::string english =
      "From Aisha Merel MP\nMinister of State for Harbours\n\nOur Ref: PH/23/8291\n\n"
      "Margaret Kade MP\nChair\nHarbour Committee\n\n3 October 2031\n\nDear Margaret,\n\n";
  for (int i = 0; i < 9; ++i) {
    english += "The sea wall that was built for the harbour in the spring is sound.\n\n";
  }
  english += "Yours ever,\n\nAISHA MEREL MP\n\n";
  std::string dutch =
      "Aan de voorzitter van de havenraad\n\nDen Haag, 4 mei 2031\n\nGeachte voorzitter,\n\n";
  for (int i = 0; i < 20; ++i) {
    dutch += "De dijk langs de Oude Vliet wordt in het voorjaar van dat jaar verzwaard.\n\n";
  }
  dutch += "Hoogachtend,\n\nDe minister van Waterzaken,\nJ. Merel\n\n";
  const std::string dump = dutch + english + dutch + english + dutch;
  const auto letters = read_whole(dump);
  REQUIRE(letters.size() >= 3);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    CAPTURE(i);
    const auto rest = read_whole(dump.substr(letters[i].source.start));
    REQUIRE(rest.size() == letters.size() - i);
    CHECK(rest.front().text == letters[i].text);
  }
}
