// Whole letters, small ones: each shows one mechanism.
#include "letterkit/letterkit.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

Letter parse(const std::string& text) {
  const auto profile = builtin_profile("nl");
  REQUIRE(profile);
  static std::vector<Profile> profiles;
  profiles = {*profile};
  const auto letters = parse_letters(text, "test", profiles);
  REQUIRE(letters.size() == 1);
  return letters[0];
}

/// "name / role" of each signatory.
std::vector<std::string> signed_by(const Letter& letter) {
  std::vector<std::string> result;
  for (const Signatory& signatory : letter.signatories) {
    result.push_back((signatory.name ? signatory.name->text : "") + " / " +
                     (signatory.role ? signatory.role->text : ""));
  }
  return result;
}

std::vector<std::string> behalf(const Letter& letter) {
  std::vector<std::string> result;
  for (const Behalf& authority : letter.on_behalf_of) {
    result.push_back(authority.role.text);
  }
  return result;
}

constexpr const char* kHead =
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 5 juni 2028\n\n"
    "Hierbij bied ik u de voortgangsrapportage over het afgelopen jaar aan, zoals toegezegd.\n\n";

TEST_CASE("signatures of every shape") {
  struct Row {
    const char* name;
    const char* block;
    std::vector<std::string> signatories;
    std::vector<std::string> on_behalf_of;
  };

  const std::vector<Row> rows = {
      {"role and name",
       "De minister van Defensie,\nA. de Zwart\n",                                               {"A. de Zwart / De minister van Defensie"},
       {}                                                      },
      {"one line",
       "De Minister van Volksgezondheid, Welzijn en Sport, E.I. de Graaf\n",                     {"E.I. de Graaf / De Minister van Volksgezondheid, Welzijn en Sport"},
       {}                                                      },
      {"role over two lines",
       "De\nMinister van Justitie,\nP. Vos\n",                                                   {"P. Vos / De Minister van Justitie"},
       {}                                                      },
      {"two offices",
       "De Minister-President,\nMinister van Algemene Zaken,\nB. Maas\n",                        {"B. Maas / De Minister-President, Minister van Algemene Zaken"},
       {}                                                      },
      {"two sign",
       "De minister van Justitie,\nP. Vos\n\nDe minister van Defensie,\nA. Bos\n",               {"P. Vos / De minister van Justitie", "A. Bos / De minister van Defensie"},
       {}                                                      },
      {"mandate",
       "De Minister van Justitie,\nnamens deze:\nde directeur Beheer,\nP. Vos\n",                {"P. Vos / de directeur Beheer"},
       {"De Minister van Justitie"}                            },
      {"glued mandate",
       "De Minister van Justitie, voor deze:De directeur Beheer,\nP. Vos\n",                     {"P. Vos / De directeur Beheer"},
       {"De Minister van Justitie"}                            },
      {"name before role",
       "De Minister van Justitie,\nnamens deze,\nP. Vos\nDirecteur Beheer\n",                    {"P. Vos / Directeur Beheer"},
       {"De Minister van Justitie"}                            },
      {"also on behalf of",
       "Mede namens de Minister van Landbouw, Natuur en Voedselkwaliteit,\n"
       "de Minister van Justitie\nP. Vos\n",                                                     {"P. Vos / de Minister van Justitie"},
       {"de Minister van Landbouw, Natuur en Voedselkwaliteit"}},
      {"page mark inside",
       "De Minister van Justitie,\nnamens deze,\n3 van 6\n\nP. Vos\nDirecteur Beheer\n",         {"P. Vos / Directeur Beheer"},
       {"De Minister van Justitie"}                            },
      {"signed mark",
       "De Minister van Justitie,\nw.g. P. Vos\n",                                               {"P. Vos / De Minister van Justitie"},
       {}                                                      },
      {"spaced initials",
       "De minister van Justitie,\nJ. P. H. van der Berg .\n",                                   {"J. P. H. van der Berg / De minister van Justitie"},
       {}                                                      },
      {"a body signs through two",
       "Burgemeester en wethouders van Delft,\n\nde secretaris,\nP. Vos\n\nde burgemeester,\nA. "
       "Bos\n",                                                                                  {"P. Vos / de secretaris", "A. Bos / de burgemeester"},
       {}                                                      },
      {"a body signs, roles below the names",
       "Algemene Rekenkamer\n\ndrs. P. Vos,\npresident\n\nA. Bos,\nsecretaris\n",                {"drs. P. Vos / president", "A. Bos / secretaris"},
       {}                                                      },
      {"roles and names in stacks",
       "Gedeputeerde Staten van Drenthe,\n\nde secretaris,\nde voorzitter,\n\nP. Vos\nA. Bos\n", {"P. Vos / de secretaris", "A. Bos / de voorzitter"},
       {}                                                      },
      {"a loose comma before the role",
       "Gedeputeerde Staten voornoemd,\n\n"
       ", voorzitter                            , secretaris\n"
       "P. Vos                                  A. Bos\n",                                       {"P. Vos / voorzitter", "A. Bos / secretaris"},
       {}                                                      },
      {"also signed for, with name",
       "De minister van Justitie,\nP. Vos\nmede namens\nde minister van Defensie,\nA. Bos\n",    {"P. Vos / De minister van Justitie"},
       {"de minister van Defensie"}                            },
      {"a name in brackets",
       "De Minister van Justitie,\n\n(mr. P. Vos)\n",                                            {"mr. P. Vos / De Minister van Justitie"},
       {}                                                      },
      {"in absence",
       "De Minister van Justitie,\nnamens deze:\nde directeur Beheer,\nb.a.\n\nP. Vos\nsenior "
       "medewerker\n",                                                                           {"P. Vos / senior medewerker"},
       {"De Minister van Justitie", "de directeur Beheer"}     },
      {"a mark alone, an acting head",
       "De Minister van Justitie,\nnamens deze,\nhet hoofd Beheer a.i.,\n(w.g.)\nP. Vos\n",      {"P. Vos / het hoofd Beheer a.i."},
       {"De Minister van Justitie"}                            },
      {"side by side",
       "De minister van Justitie,               De minister van Defensie,\n"
       "P. Vos                                  A. Bos\n",                                       {"P. Vos / De minister van Justitie", "A. Bos / De minister van Defensie"},
       {}                                                      },
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Letter letter = parse(std::string(kHead) + row.block);
    CHECK(signed_by(letter) == row.signatories);
    CHECK(behalf(letter) == row.on_behalf_of);
    CHECK(letter.paragraphs.size() == 1);
  }
}

TEST_CASE("what stands behind the signature") {
  struct Row {
    const char* name;
    const char* text;
    std::vector<std::string> copies;
    std::vector<std::string> enclosures;
    std::size_t footnotes;
  };

  const std::vector<Row> rows = {
      {"enclosures and copies in lists",
       "Bijlagen:\n1. Kaart van de haven\n2. Lijst van kades\n\nAfschrift aan:\n- de provincie\n- "
       "het waterschap\n",                                                                           {"de provincie", "het waterschap"},
       {"1 / Kaart van de haven", "2 / Lijst van kades"},
       0                                                                                                                                      },
      {"copies on two lines",
       "c.c.: de provincie\n      Havenbedrijf\n",                                                   {"de provincie", "Havenbedrijf"},
       {},
       0                                                                                                                                      },
      {"a foot of the page",             "Kade 4           Telefoon 010 123 45 67\n1234 AB Delft\n", {},                                 {}, 0},
      {"a clerk's initials",             "md/coll.\n",                                               {},                                 {}, 0},
      {"a note",                         "1 Raadpleegbaar via www.tweedekamer.nl.\n",                {},                                 {}, 1},
      {"a note below its label",         "Noot 1\nRTV Oost, 13 februari 2019.\n",                    {},                                 {}, 1},
      {"not signed by hand",
       "Deze brief is automatisch gemaakt en daarom niet ondertekend.\n",                            {},
       {},
       0                                                                                                                                      },
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Letter letter =
        parse(std::string(kHead) + "De minister van Justitie,\nP. Vos\n\n" + row.text);
    CHECK(signed_by(letter) == std::vector<std::string>{"P. Vos / De minister van Justitie"});
    std::vector<std::string> copies;
    for (const Value& copy : letter.copies) {
      copies.push_back(copy.text);
    }
    CHECK(copies == row.copies);
    std::vector<std::string> enclosures;
    for (const Enclosure& enclosure : letter.enclosures) {
      enclosures.push_back((enclosure.label ? enclosure.label->text : "") + " / " +
                           (enclosure.title ? enclosure.title->text : ""));
    }
    CHECK(enclosures == row.enclosures);
    CHECK(letter.footnotes.size() == row.footnotes);
  }
}

TEST_CASE("marks of notes are taken off the words they are glued to") {
  struct Row {
    const char* name;
    const char* notes;
    std::string words;
  };

  constexpr const char* kBody =
      "De haven wordt dieper gemaakt1, zoals eerder beloofd.\n\n"
      "De kades2 worden in het voorjaar hersteld.\n\n"
      "Het waterschap4 betaalt de sluizen3,5.\n";
  const std::vector<Row> rows = {
      {"in order",        "1 Zie de kaart.\n2 Zie de lijst.\n3 Zie het plan.\n",
       "gemaakt, kades waterschap4 sluizen,5." },
      {"one before it",   "1 Zie de kaart.\n3 Zie het plan.\n2 Zie de lijst.\n4 Zie daar.\n",
       "gemaakt, kades2 waterschap sluizen,5." },
      {"missing, again",  "9 Zie elders.\n1 Zie de kaart.\n9 Zie elders.\n2 Zie de lijst.\n",
       "gemaakt, kades waterschap4 sluizen3,5."},
      {"two at one word", "5 Zie hier.\n3 Zie het plan.\n5 Zie hier.\n",
       "gemaakt1, kades2 waterschap4 sluizen,."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Letter letter = parse("Den Haag, 3 mei 2028\n\n" + std::string(kBody) +
                                "\nDe minister van Justitie,\nP. Vos\n\n" + row.notes);
    std::string found;
    for (const char* const word : {"gemaakt", "kades", "waterschap", "sluizen"}) {
      for (const Paragraph& paragraph : letter.paragraphs) {
        const std::string& text = paragraph.text.text;
        if (const std::size_t at = text.find(word); at != std::string::npos) {
          found += (found.empty() ? "" : " ") + text.substr(at, text.find(' ', at) - at);
        }
      }
    }
    CHECK(found == row.words);
  }
}

TEST_CASE("labels and values of a letterhead find each other") {
  struct Row {
    const char* name;
    const char* head;
  };

  const std::vector<Row> rows = {
      {"one line",   "Datum: 3 mei 2028\nBetreft: Jaarverslag\nOns kenmerk: 2028-77\n"          },
      {"two lines",  "Datum\n3 mei 2028\nBetreft\nJaarverslag\nOns kenmerk\n2028-77\n"          },
      {"columns",    "Datum        3 mei 2028\nBetreft      Jaarverslag\nOns kenmerk  2028-77\n"},
      {"two stacks", "Datum\nBetreft\n\n3 mei 2028\nJaarverslag\n\nOns kenmerk\n2028-77\n"      },
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Letter letter = parse(
        "> Retouradres Postbus 1 2500 AA Den Haag\n\nAan de voorzitter van de Tweede Kamer\n\n" +
        std::string(row.head) +
        "\nGeachte voorzitter,\n\nHierbij ontvangt u het verslag over het afgelopen jaar.\n\n"
        "Hoogachtend,\n\nde minister van Justitie,\nP. Vos\n");
    CHECK(letter.date.iso.value_or("") == "2028-05-03");
    REQUIRE(letter.header.subject);
    CHECK(letter.header.subject->text == "Jaarverslag");
    REQUIRE(letter.header.reference);
    CHECK(letter.header.reference->text == "2028-77");
    CHECK(letter.salutation);
    CHECK(letter.closing);
  }
}

TEST_CASE("an impossible date and a misspelt month") {
  const std::string body = "\n\nHierbij bied ik u het verslag aan over het afgelopen jaar.\n";
  const Letter impossible = parse("Den Haag, 31 februari 2028" + body);
  CHECK_FALSE(impossible.date.iso);
  REQUIRE(impossible.diagnostics.size() == 1);
  CHECK(impossible.diagnostics[0].code == "date.invalid");
  const Letter misspelt = parse("Den Haag, 8 decmeber 2028" + body);
  CHECK(misspelt.date.iso.value_or("") == "2028-12-08");
}

TEST_CASE("any bytes give records and never a failure") {
  for (const std::string& text :
       {std::string(3, '\0'), std::string("\xFF\xFE\x00", 3), std::string(100000, 'a'),
        std::string(5000, '\n') + "x", std::string("De\n") + std::string(2000, ',')}) {
    const Letter letter = parse(text);
    std::string out;
    write_json(letter, {}, out);
    CHECK(out.front() == '{');
  }
  CHECK(parse_letters(" \n\f ", "blank", {*builtin_profile("nl")}).empty());
}

}  // namespace
