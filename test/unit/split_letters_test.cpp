// Cutting dumps into letters: the project's sample letters, joined in every way, and small texts
// that hold what looks like a start and is none.
#include "split/split_letters.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "split/split_words.hpp"

namespace letterkit {
namespace {

using Spans = std::vector<LetterSpan>;

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> all = [] {
    std::vector<Profile> built_in;
    for (const std::string& language : builtin_languages()) {
      built_in.push_back(*builtin_profile(language));
    }
    return built_in;
  }();
  return all;
}

Spans split(std::string_view text) {
  return split_letters(text, profiles(), Split::automatic, true);
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Sample {
  std::string name;
  std::string text;
};

/// Samples of one letter or paper, as UTF-8, without white space at their ends.
std::vector<Sample> samples(const std::string& folder = LETTERKIT_SAMPLES_DIR) {
  std::vector<Sample> all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".txt" || name == "windows-1252.txt" ||
        name == "dump-three-letters.txt") {
      continue;
    }
    std::string text = read(entry.path());
    text.erase(text.find_last_not_of(" \r\n\f") + 1);
    all.push_back({name, std::move(text)});
  }
  std::sort(all.begin(), all.end(),
            [](const Sample& a, const Sample& b) { return a.name < b.name; });
  return all;
}

struct Dump {
  std::string text;
  std::vector<std::size_t> starts;
};

/// Letters drawn at random and joined. `page` > 0: a form feed stands before every so many lines.
Dump make_dump(std::string_view joint, int page, std::size_t count) {
  const std::vector<Sample> all = samples();
  REQUIRE(all.size() > 30);
  std::mt19937 random(5);
  Dump dump;
  for (std::size_t i = 0; i < count; ++i) {
    dump.text += i == 0 ? "" : joint;
    const std::string& text = all[random() % all.size()].text;
    dump.starts.push_back(dump.text.size() + text.find_first_not_of(" \n"));
    int line = 0;
    for (const char c : text) {
      dump.text += c;
      if (c == '\n' && page > 0 && ++line % page == 0) {
        dump.text += '\f';
      }
    }
  }
  dump.text += '\n';
  return dump;
}

std::size_t without_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n\f", at), text.size());
}

/// Spans of a text that comes in pieces, as a reader of streams asks for them.
Spans split_in_pieces(std::string_view text, std::mt19937& random, std::size_t largest) {
  Spans all;
  std::size_t done = 0;
  std::size_t known = 0;
  while (known < text.size()) {
    known = std::min(text.size(), known + 1 + random() % largest);
    while (known < text.size() && (static_cast<unsigned char>(text[known]) & 0xC0U) == 0x80U) {
      ++known;
    }
    const std::size_t base = done;
    for (const LetterSpan& span : split_letters(text.substr(base, known - base), profiles(),
                                                Split::automatic, known == text.size())) {
      all.push_back({base + span.start, base + span.end, span.attached_next});
      done = base + span.end;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a sample of one letter is one letter") {
  std::size_t count = 0;
  for (const char* folder : {"", "/non-letters", "/en", "/fr", "/de"}) {
    for (const Sample& sample : samples(std::string(LETTERKIT_SAMPLES_DIR) + folder)) {
      CAPTURE(sample.name);
      CHECK(split(sample.text) == Spans{
                                      {0, sample.text.size()}
      });
      ++count;
    }
  }
  CHECK(count > 120);
}

TEST_CASE("three letters in one text") {
  const std::string text = read(std::string(LETTERKIT_SAMPLES_DIR) + "/dump-three-letters.txt");
  const Spans spans = split(text);
  REQUIRE(spans.size() == 3);
  CHECK(text.substr(spans[1].start, 6) == "38 410");
  CHECK(text.substr(spans[2].start, 6) == "38 702");
}

TEST_CASE("joined samples come apart") {
  struct Row {
    const char* name;
    const char* joint;
    int page;
  };

  for (const Row& row : {
           Row{"line end",                    "\n",     0 },
           Row{"blank lines",                 "\n\n\n", 0 },
           Row{"form feeds",                  "\n\f",   0 },
           Row{"form feeds, also in letters", "\n\f",   40}
  }) {
    CAPTURE(row.name);
    const Dump dump = make_dump(row.joint, row.page, 300);
    const Spans spans = split(dump.text);
    std::size_t at = 0;
    for (const LetterSpan& span : spans) {  // end to end
      REQUIRE(span.start == at);
      at = span.end;
    }
    CHECK(at == dump.text.size());
    std::size_t found = 0;
    for (const LetterSpan& span : spans) {
      const std::size_t start = without_blanks(dump.text, span.start);
      found += std::count(dump.starts.begin(), dump.starts.end(), start) > 0 ? 1 : 0;
    }
    const double f1 =
        2.0 * static_cast<double>(found) / static_cast<double>(spans.size() + dump.starts.size());
    CHECK(f1 >= 0.98);
  }
}

TEST_CASE("the pieces that a text comes in make no difference") {
  const Dump dump = make_dump("\n\n", 50, 60);
  const Spans whole = split(dump.text);
  REQUIRE(whole.size() > 50);
  std::mt19937 random(9);
  for (const std::size_t largest : {700U, 5000U, 40000U}) {
    CAPTURE(largest);
    CHECK(split_in_pieces(dump.text, random, largest) == whole);
  }
}

TEST_CASE("nor do they in other languages") {
  for (const char* language : {"de", "en", "fr"}) {
    CAPTURE(language);
    std::string text;
    for (const Sample& sample : samples(std::string(LETTERKIT_SAMPLES_DIR) + "/" + language)) {
      text += sample.text + "\n\n\n";
    }
    const Spans whole = split(text);
    std::mt19937 random(9);
    for (const std::size_t largest : {300U, 700U, 5000U}) {
      CAPTURE(largest);
      CHECK(split_in_pieces(text, random, largest) == whole);
    }
  }
}

TEST_CASE("what looks like a start and is none") {
  const std::string letter =
      "38 641\nSamenwerking in het waddengebied\n"
      "Nr. 17 BRIEF VAN DE MINISTER VAN DEFENSIE\n"
      "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 2 maart 2030\n"
      "Vandaag zend ik u het jaarverslag over het afgelopen jaar, met een reactie.\n";
  const std::string end = "\nDe Minister van Defensie,\nD. Visser-van Loon\n";
  for (const char* inside : {
           "\fDirectie Juridische Zaken\nDatum\n11 april 2029\nOns kenmerk\n5401166\n",
           "\fTweede Kamer, vergaderjaar 2029-2030, 38 641, nr. 17\n2\n",
           "Op 3 april schreef mijn ambtsvoorganger:\n\"Geachte heer Jansen,\nIk dank u.\"\n",
           "Aan de Voorzitter van de Tweede Kamer is toegezegd dat dit in 2031 gebeurt.\n",
           "38 700\n",
           "Bijlage 1\nVoorbeeldbrief\nAan: de bewoner\nGeachte heer of mevrouw,\nHet werk "
           "start.\n",
           "Circulaire aan de gemeenten is het middel dat daarvoor het meest geschikt blijkt.\n",
       }) {
    CAPTURE(inside);
    CHECK(split(letter + inside + end).size() == 1);
    CHECK(split(letter + inside + end + letter + inside + end).size() == 2);
  }
}

TEST_CASE("a list of addressees is none, however long, and hides no letter behind it") {
  const std::string letter =
      "38 641\nSamenwerking in het waddengebied\nNr. 17 BRIEF VAN DE MINISTER VAN DEFENSIE\n"
      "Den Haag, 2 maart 2030\n"
      "Vandaag zend ik u het jaarverslag over het afgelopen jaar, met een reactie.\n";
  const std::string head =
      "Aan de raad\nDatum: 3 april 2030\nBetreft: het werk\nGeachte heer Jansen,\n"
      "Vandaag zend ik u het jaarverslag over het afgelopen jaar, met een reactie.\n";
  std::string list;
  for (int lines = 0; lines < 400; ++lines, list += "Aan\n") {
    CAPTURE(lines);
    CHECK(split(letter + list).size() == 1);
    CHECK(split(letter + list + letter).size() == 2);
    const std::string both = letter + list + head;
    const auto letters = split(both);
    REQUIRE(letters.size() == 2);
    // A head that is read from a line of the list on goes over so many of them.
    CHECK(letters[1].end - letters[1].start == head.size() + 4 * std::min<std::size_t>(lines, 44));
  }
}

TEST_CASE("two letters behind each other come apart in every language") {
  for (const char* language : {"de", "en", "fr"}) {
    CAPTURE(language);
    const auto letters = samples(std::string(LETTERKIT_SAMPLES_DIR) + "/" + language);
    std::size_t apart = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const std::string& first = letters[i].text;
      const std::string& second = letters[(i + 1) % letters.size()].text;
      const Spans spans = split(first + "\n\n\n" + second + "\n");
      // Each span holds the middle of one letter.
      const std::size_t middle = first.size() + 3 + second.size() / 2;
      apart += spans.size() == 2 && spans[1].start > first.size() / 2 && spans[1].start <= middle;
    }
    CHECK(apart * 100 >= letters.size() * 93);
  }
}

TEST_CASE("heads and ends of letters that show little by themselves") {
  const std::string text =
      "die Mole bleibt bis zum Ende des Monats gesperrt, weil die Flut zwei Pfeiler fortnahm.\n";
  const std::string head = "Hafenamt Seewil\n\nSeewil, 3. Mai 2031\n\nSehr geehrte Frau Lotse,\n\n";
  const std::string letter = head + text;
  for (const char* end : {
           "\nMit freundlichen Grüßen\n\nLotse\nSachbearbeiterin\n",           // a surname alone
           "\nMit freundlichen Grüßen\nIm Auftrag\n\n(Lotse)\n",               // in brackets
           "\nFreundliche Grüsse\n\nKarl Lotse\n\nBeilage: Plan\n",            // what is enclosed
           "\nMit freundlichen Grüßen\n\nKarl Lotse\n\nVerteiler:\nBauamt\n",  // copies
       }) {
    CAPTURE(end);
    const std::string first = letter + end;
    for (const std::string& second : {
             letter,
             // A subject that starts as a formula does.
             "Gemeinde Seewil\n\nVerein Mole\n9999 Seewil\n\nSeewil, 5. Mai 2031\n\n"
             "Ihr Gesuch um einen Beitrag an die Mole\n\nLiebe Vereinsmitglieder\n\n" +
                 text,
         }) {
      const Spans spans = split(first + "\n\n" + second);
      REQUIRE(spans.size() == 2);
      CHECK(spans[1].start >= first.size());
    }
    CHECK(split(first).size() == 1);
  }
}

TEST_CASE("never and at form feeds") {
  const std::string text = "a\n\f\f\nb\n\f \n";
  CHECK(split_letters(text, profiles(), Split::never, true) == Spans{
                                                                   {0, text.size()}
  });
  CHECK(split_letters(text, profiles(), Split::never, false).empty());
  CHECK(split_letters(text, profiles(), Split::formfeed, true) == Spans{
                                                                      {0, 3},
                                                                      {3, 8}
  });
  CHECK(split_letters("a\fb", profiles(), Split::formfeed, false) == Spans{
                                                                         {0, 2}
  });
  for (const Split mode : {Split::automatic, Split::never, Split::formfeed}) {
    CHECK(split_letters(" \n\f\n", profiles(), mode, true).empty());
    CHECK(split_letters("", profiles(), mode, true).empty());
    CHECK(split_letters("x", profiles(), mode, true) == Spans{
                                                            {0, 1}
    });
  }
}

TEST_CASE("errors in split.txt name their place") {
  const auto error = [](std::string_view text) {
    const auto words = SplitWords::parse({"nl/split.txt", text});
    REQUIRE_FALSE(static_cast<bool>(words));
    return words.error().where + ' ' + words.error().code;
  };
  CHECK(error("role | de\nrole | de\nrolle | de") == "nl/split.txt:3:1 split.key");
  CHECK(error("role | de\nclosing | de") == "nl/split.txt:2:11 split.word");
  CHECK(error("address-like | (a") == "nl/split.txt:1:16 split.pattern");
}

TEST_CASE("patterns of lines match whether bound to their start or not") {
  const DataFile file{"nl/split.txt",
                      "page-mark-like | ^\\d+$ | x+ y\npage-mark-like | ^- \\d+ -$\n"};
  const auto words = SplitWords::parse(file);
  REQUIRE(words);
  const LinePatterns& marks = words->page_mark_like;
  REQUIRE((marks.bound && marks.loose));
  for (const char* const line : {"12", "- 3 -"}) {
    CHECK(marks.bound->search(line));
    CHECK(marks.match(line));
  }
  for (const char* const line : {"xx y", "see x y"}) {
    CHECK_FALSE(marks.bound->search(line));
    CHECK(marks.match(line));
  }
  CHECK_FALSE(marks.match("page 12 of x"));
  CHECK_FALSE(words->address_like.match("12"));
}

}  // namespace letterkit
