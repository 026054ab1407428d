#include "input/decode.hpp"

#include "letterkit/parse.hpp"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "input/encodings.hpp"
#include "support/simd_json.hpp"
#include "support/unicode.hpp"

using namespace letterkit;
using namespace std::string_literals;

namespace {

// The bytes of UTF-8 `text` in an encoding; characters it has not are left out, and `text` is
// changed to what was written.
std::string encode(std::string& text, Encoding encoding) {
  std::string bytes;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const auto byte = [&](char32_t value) { bytes += static_cast<char>(value & 0xFFU); };
    const auto unit = [&](char32_t value, bool big) {
      byte(big ? value >> 8U : value);
      byte(big ? value : value >> 8U);
    };
    if (is_single_byte(encoding)) {
      const auto& upper = upper_half(encoding);
      const auto* found = std::find(upper.begin(), upper.end(), c);
      if (c >= 0x80 && found == upper.end()) {
        continue;
      }
      byte(c < 0x80 ? c : static_cast<char32_t>(0x80 + (found - upper.begin())));
    } else if (encoding == Encoding::utf8) {
      bytes += text.substr(begin, at - begin);
    } else if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
      const bool big = encoding == Encoding::utf16be;
      if (c >= 0x10000) {
        unit(0xD800 + ((c - 0x10000) >> 10U), big);
        unit(0xDC00 + ((c - 0x10000) & 0x3FFU), big);
      } else {
        unit(c, big);
      }
    } else {
      const bool big = encoding == Encoding::utf32be;
      unit(big ? c >> 16U : c, big);
      unit(big ? c : c >> 16U, big);
    }
    kept += text.substr(begin, at - begin);
  }
  text = kept;
  return bytes;
}

constexpr Encoding kAll[] = {
    Encoding::utf8,    Encoding::utf16le,     Encoding::utf16be,   Encoding::utf32le,
    Encoding::utf32be, Encoding::windows1252, Encoding::iso8859_1, Encoding::iso8859_15,
    Encoding::ibm850,  Encoding::macintosh,
};

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    // Half ASCII, so that sequences start and break off in text too.
    const auto value = random();
    bytes += static_cast<char>((value & 0x100U) != 0 ? value & 0x7FU : value & 0xFFU);
  }
  return bytes;
}

std::string random_text(std::mt19937& random, std::size_t size) {
  static const std::vector<std::string> kPieces = {"a",
                                                   "e",
                                                   " ",
                                                   "\n",
                                                   "Z",
                                                   "7",
                                                   ".",
                                                   "\xC3\xA9",
                                                   "\xC3\xAB",
                                                   "\xC3\xBC",
                                                   "\xC3\x9F",
                                                   "\xE2\x80\x99",
                                                   "\xE2\x82\xAC",
                                                   "\xC5\x93",
                                                   "\xC2\xA0",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xE2\x95\x90"};
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += kPieces[random() % kPieces.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("decode reads inputs in every encoding") {
  struct Row {
    const char* name;
    std::string bytes;
    std::string override_name;
    std::string view;
    const char* encoding;
    std::size_t diagnostics;
  };

  const std::vector<Row> rows = {
      {"empty",                     "",                                          "",             "",                            "UTF-8",        0},
      {"ASCII",                     "Geachte heer,\r\n",                         "",             "Geachte heer,\r\n",           "UTF-8",        0},
      {"UTF-8",                     "Belgi\xC3\xAB",                             "",             "Belgi\xC3\xAB",               "UTF-8",        0},
      {"UTF-8 with BOM",
       "\xEF\xBB\xBF"
       "Aan",                                                                    "",             "Aan",                         "UTF-8",        0},
      {"BOM alone",                 "\xEF\xBB\xBF",                              "",             "",                            "UTF-8",        0},
      {"NUL in text",               "a\0b and more"s,                            "",             "a\0b and more"s,              "UTF-8",        0},
      {"UTF-16LE with BOM",         "\xFF\xFEH\0\xEB\0"s,                        "",             "H\xC3\xAB",                   "UTF-16LE",     0},
      {"UTF-16BE with BOM",         "\xFE\xFF\0H\0\xEB"s,                        "",             "H\xC3\xAB",                   "UTF-16BE",     0},
      {"UTF-32LE with BOM",         "\xFF\xFE\0\0H\0\0\0"s,                      "",             "H",                           "UTF-32LE",     0},
      {"UTF-32BE with BOM",         "\0\0\xFE\xFF\0\0\0H"s,                      "",             "H",                           "UTF-32BE",     0},
      {"UTF-16LE without BOM",      "D\0e\0n\0 \0H\0a\0a\0g\0"s,                 "",             "Den Haag",                    "UTF-16LE",     0},
      {"UTF-16BE without BOM",      "\0D\0e\0n\0 \0H\0a\0a\0g"s,                 "",             "Den Haag",                    "UTF-16BE",     0},
      {"UTF-32LE without BOM",      "D\0\0\0e\0\0\0n\0\0\0"s,                    "",             "Den",                         "UTF-32LE",     0},
      {"UTF-32BE without BOM",      "\0\0\0D\0\0\0e\0\0\0n"s,                    "",             "Den",                         "UTF-32BE",     0},
      {"surrogate pair",            "\xFF\xFE\x3D\xD8\x00\xDE"s,                 "",             "\xF0\x9F\x98\x80",            "UTF-16LE",     0},
      {"lone surrogate",            "\xFF\xFE\x3D\xD8x\0"s,                      "",             "\xEF\xBF\xBDx",               "UTF-16LE",     1},
      {"lone surrogate last",       "\xFF\xFEx\0\x3D\xD8"s,                      "",             "x\xEF\xBF\xBD",               "UTF-16LE",     1},
      {"odd length",                "\xFF\xFEx\0y"s,                             "",             "x\xEF\xBF\xBD",               "UTF-16LE",     1},
      {"UTF-32 out of range",       "\xFF\xFE\0\0\0\0\x20\0x"s,                  "",             "\xEF\xBF\xBD\xEF\xBF\xBD",
       "UTF-32LE",                                                                                                                              2},
      {"ISO-8859-1",                "Geachte mevrouw Ren\xE9",                   "",             "Geachte mevrouw Ren\xC3\xA9", "ISO-8859-1",   0},
      {"windows-1252",              "het kabinet\x92s plan in Belgi\xEB",        "",
       "het kabinet\xE2\x80\x99s plan in Belgi\xC3\xAB",                                                                        "windows-1252", 0},
      {"UTF-8 with a stray byte",   "Belgi\xC3\xAB, Itali\xC3\xAB en Indi\xEB.", "",
       "Belgi\xC3\xAB, Itali\xC3\xAB en Indi\xEF\xBF\xBD.",                                                                     "UTF-8",        1},
      {"override",                  "Belgi\x89",                                 "cp850",        "Belgi\xC3\xAB",               "IBM850",       0},
      {"override, unassigned byte", "a\x81z",                                    "windows-1252", "a\xEF\xBF\xBDz",              "windows-1252", 1},
      {"override UTF-8",            "\xEF\xBB\xBFRen\xE9",                       "utf8",         "Ren\xEF\xBF\xBD",             "UTF-8",        1},
      {"override of ICU",           "\xE8\xA0",                                  "windows-1250", "\xC4\x8D\xC2\xA0",            "windows-1250", 0},
      {"override of ICU, invalid",  "a\x83",                                     "Shift_JIS",    "a\xEF\xBF\xBD",               "Shift_JIS",    1},
      {"override UTF-16",           "\0H\0i"s,                                   "UTF-16",       "Hi",                          "UTF-16BE",     0},
      {"override unknown",          "Hi",                                        "klingon",      "Hi",                          "UTF-8",        1},
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    INFO(row.name);
    const Text text = decode(row.bytes, row.override_name);
    CHECK(std::string(text.view) == row.view);
    CHECK(text.encoding == row.encoding);
    CHECK(text.diagnostics.size() == row.diagnostics);
    ++run;
  }
  CHECK(run == 29);
}

TEST_CASE("decode takes valid UTF-8 without a copy") {
  const std::string bytes = "\xEF\xBB\xBFGeachte voorzitter,";
  const Text text = decode(bytes);
  CHECK(text.storage.empty());
  CHECK(text.view.data() == bytes.data() + 3);
  CHECK(text.input_offset(0) == 3);
  CHECK(text.input_offset(text.view.size()) == bytes.size());
}

TEST_CASE("decode leads back to the bytes around what it replaced") {
  const std::string bytes = "\xEF\xBB\xBF\xC3\xA9\xE2\x82z\xFF\xC3\xA9";
  const Text text = decode(bytes);
  REQUIRE(std::string(text.view) == "\xC3\xA9\xEF\xBF\xBDz\xEF\xBF\xBD\xC3\xA9");
  const std::vector<std::size_t> expected = {3, 4, 5, 5, 5, 7, 8, 8, 8, 9, 10, 11};
  REQUIRE(expected.size() == text.view.size() + 1);
  for (std::size_t at = 0; at < expected.size(); ++at) {
    CAPTURE(at);
    CHECK(text.input_offset(at) == expected[at]);
  }
  REQUIRE(text.diagnostics.size() == 2);
  CHECK(text.diagnostics[0].code == "encoding.invalid");
  CHECK(text.diagnostics[0].start == 5);
  CHECK(text.diagnostics[0].end == 7);
  CHECK(text.diagnostics[0].message == "0xE2 0x82 at byte 5: not valid UTF-8; read as U+FFFD");
  CHECK(text.diagnostics[1].start == 8);
}

TEST_CASE("decode counts the invalid places after the first few") {
  const Text text = decode(std::string(10, '\xFF') + "a", "UTF-8");
  REQUIRE(text.diagnostics.size() == 4);
  CHECK(text.diagnostics[3].message == "7 more places not valid UTF-8; read as U+FFFD");
  CHECK(text.diagnostics[3].start == 3);
  CHECK(text.diagnostics[3].end == 10);
}

TEST_CASE("a text can be moved, however short its storage") {
  std::size_t run = 0;
  for (const std::size_t size : {1U, 5U, 14U, 15U, 16U, 500U}) {
    const std::string bytes = std::string(size, 'x') + "\xE9";
    const std::string expected = std::string(size, 'x') + "\xC3\xA9";
    Text first = decode(bytes);
    Text second = std::move(first);
    CHECK(std::string(second.view) == expected);
    CHECK(second.view.data() == second.storage.data());
    std::vector<Text> many;
    many.push_back(std::move(second));
    many.push_back(decode("plain"));
    many.push_back(decode(bytes));
    CHECK(std::string(many[0].view) == expected);
    many[1] = std::move(many[2]);
    CHECK(std::string(many[1].view) == expected);
    many[1] = decode("plain");
    CHECK(std::string(many[1].view) == "plain");
    CHECK(many[1].storage.empty());
    ++run;
  }
  CHECK(run == 6);
}

TEST_CASE("known_encoding knows names, aliases and ICU's converters") {
  for (const char* name : {"UTF-8", "utf8", "Latin-1", "iso-8859-15", "CP850", "MacRoman", "UTF-16",
                           "windows-1250", "koi8-r"}) {
    INFO(name);
    CHECK(known_encoding(name));
  }
  for (const char* name : {"", "klingon", "utf-9"}) {
    INFO(name);
    CHECK_FALSE(known_encoding(name));
  }
}

TEST_CASE("decoding what was encoded gives the text back") {
  std::mt19937 random(20240229);
  std::size_t run = 0;
  for (const Encoding encoding : kAll) {
    for (std::size_t round = 0; round < 50; ++round) {
      std::string text = random_text(random, random() % 200);
      const std::string bytes = encode(text, encoding);
      const Text decoded = decode(bytes, encoding_name(encoding));
      INFO(encoding_name(encoding) << " round " << round);
      REQUIRE(std::string(decoded.view) == text);
      REQUIRE(decoded.encoding == encoding_name(encoding));
      REQUIRE(decoded.diagnostics.empty());
      ++run;
    }
  }
  CHECK(run == 500);
}

TEST_CASE("any bytes decode to valid UTF-8 with offsets that never go back") {
  std::mt19937 random(19950101);
  std::vector<std::string> names = {"", "UTF-16", "UTF-32", "Shift_JIS", "ISO-2022-JP", "UTF-7"};
  for (const Encoding encoding : kAll) {
    names.emplace_back(encoding_name(encoding));
  }
  std::size_t run = 0;
  for (std::size_t round = 0; round < 200; ++round) {
    const std::string bytes = random_bytes(random, random() % 300);
    for (const auto& name : names) {
      const Text text = decode(bytes, name);
      INFO("round " << round << " as \"" << name << '"');
      REQUIRE(is_valid_utf8(text.view));
      std::size_t last = 0;
      for (std::size_t at = 0; at <= text.view.size(); ++at) {
        REQUIRE(text.input_offset(at) >= last);
        last = text.input_offset(at);
      }
      REQUIRE(last == (text.encoding == "UTF-8" ? bytes.size() : text.view.size()));
      REQUIRE(text.diagnostics.size() <= 4);
      ++run;
    }
  }
  CHECK(run == 200 * 16);
}
