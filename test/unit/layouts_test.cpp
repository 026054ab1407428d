// Layouts that whole letters show: each case is a letter in short, read with a built-in profile.
#include "letterkit/parse.hpp"
#include "letterkit/profile.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

Letter read(const std::string& text, const char* language) {
  const auto profile = builtin_profile(language);
  REQUIRE(profile);
  const auto letters = parse_letters(text, "test", {*profile}, {});
  REQUIRE(letters.size() == 1);
  return letters.front();
}

const std::string kBody =
    "J'ai bien reçu votre lettre du 3 mars et je vous en remercie vivement.\n\n";

}  // namespace

TEST_CASE("an addressee below the signature is the letter's") {
  const auto letter = read("Paris, le 8 mars 1921.\n\nMon cher Collègue,\n\n" + kBody +
                               "Votre affectueusement dévoué,\n\nP. de Kermadec\n\n"
                               "à Monsieur Albin Fontanges,\n\nRODEZ.\n",
                           "fr");
  REQUIRE(letter.addressee.lines.size() == 2);
  CHECK(letter.addressee.lines[0].text == "à Monsieur Albin Fontanges,");
  REQUIRE(letter.signatories.size() == 1);
  CHECK(letter.signatories[0].name->text == "P. de Kermadec");
}

TEST_CASE("the authority above \"pour le ...\" is signed for once, in full") {
  const std::string head = "Paris, le 8 mars 2021\n\nMonsieur,\n\n" + kBody;
  const std::string tail =
      "Pour le préfet et par délégation,\nLe secrétaire général,\n\nHervé Langlade\n";
  for (const std::string above : {"", "Le préfet de la Gironde,\n"}) {
    const auto letter = read(head + above + tail, "fr");
    REQUIRE(letter.on_behalf_of.size() == 1);
    CHECK(letter.on_behalf_of[0].role.text ==
          (above.empty() ? "le préfet" : "Le préfet de la Gironde"));
    REQUIRE(letter.signatories.size() == 1);
    CHECK(letter.signatories[0].role->text == "Le secrétaire général");
  }
}

TEST_CASE("a date broken over lines is put together") {
  const auto letter = read(
      "Lieber Freund!\n\nIch habe Deinen Brief erhalten und danke Dir dafür.\n\nDein\n\n"
      "J. Muster\n\nLugano\nden 30sten\nOktober 1948.\n",
      "de");
  REQUIRE(letter.date.iso);
  CHECK(*letter.date.iso == "1948-10-30");
  REQUIRE(letter.date.place);
  CHECK(letter.date.place->text == "Lugano");
}

TEST_CASE("labels in a row find their values in the row below") {
  const std::string tail =
      "\n\nSehr geehrte Damen und Herren,\n\ndie Mole bleibt bis zum Ende des Monats gesperrt.\n\n"
      "Mit freundlichen Grüßen\n\nKarl Lotse\n";
  const auto letter = read(
      "Hafenamt Seewil\n\nIhr Zeichen         Unser Zeichen       Datum\n"
      "KW/1                H 12/31             3. Mai 2031" +
          tail,
      "de");
  REQUIRE(letter.header.reference);
  CHECK(letter.header.reference->text == "H 12/31");
  REQUIRE(letter.header.your_reference);
  CHECK(letter.header.your_reference->text == "KW/1");
  REQUIRE(letter.date.iso);
  CHECK(*letter.date.iso == "2031-05-03");

  // An empty value is no other label's, and without columns nobody can tell whose a value is.
  const auto gap = read(
      "Hafenamt Seewil\n\nIhr Zeichen         Unser Zeichen       Datum\n"
      "                    H 12/31             3. Mai 2031" +
          tail,
      "de");
  CHECK_FALSE(gap.header.your_reference);
  REQUIRE(gap.header.reference);
  CHECK(gap.header.reference->text == "H 12/31");
  const auto raw = read("Hafenamt Seewil\n\nIhr Zeichen Unser Zeichen\nKW/1 H 12/31" + tail, "de");
  CHECK_FALSE(raw.header.your_reference);
  CHECK_FALSE(raw.header.reference);
}

TEST_CASE("several officers sign below the name of their body") {
  const auto letter = read("Berne, le 8 mars 2021\n\nMonsieur,\n\n" + kBody +
                               "Veuillez agréer, Monsieur, nos salutations distinguées.\n\n"
                               "Office fédéral des ports\n\n"
                               "Jean Valmont                    Claire Fontaine\n"
                               "Chef de section                 Juriste\n",
                           "fr");
  REQUIRE(letter.signatories.size() == 2);
  CHECK(letter.signatories[0].role->text == "Chef de section");
  CHECK(letter.signatories[1].role->text == "Juriste");
}

TEST_CASE("numbered enclosures below their label are enclosures of their own") {
  const auto letter = read(
      "3 May 2031\n\nDear Ms Quay\n\nThe pier is closed until the end of the month.\n\n"
      "Yours sincerely\n\nAnn Birch\nHarbour Director\n\nEnclosures:\n1. Map of the pier\n2. "
      "Plan\n",
      "en");
  REQUIRE(letter.enclosures.size() == 2);
  CHECK(letter.enclosures[0].label->text == "1");
  CHECK(letter.enclosures[0].title->text == "Map of the pier");
  CHECK(letter.enclosures[1].title->text == "Plan");
}

TEST_CASE("an enclosure without anything above it that could be its label") {
  // A letter of another language: labels go astray, and nothing may be taken for granted.
  const auto letter = read(
      "Service des ports\n\nAnnexe(s) : 1\nDate : Bruxelles, le 27 septembre 2022\n\n"
      "Monsieur,\n\nLa jetée est fermée.\n\nJean Valmont\n",
      "nl");
  CHECK(letter.language == "nl");
}

TEST_CASE("a page's foot inside a sentence is no part of it, a note above it is kept") {
  const std::string line =
      "die Menge des Wassers wird in den Monaten November bis März erhöht, weil";
  const auto letter = read(
      "Hafenamt Seewil\n\nSeewil, 3. Mai 2031\n\nSehr geehrte Damen und Herren,\n\n"
      "wie beantragt1 ändern wir die Erlaubnis wie folgt, denn sie ist inzwischen überholt:\n\n" +
          line +
          "\n\n1 Antrag vom 2. Mai 2031.\n\nHauptsitz: Kai 1, 26999 Seewil · Telefon 040 12-0\n"
          "Konto der Kasse: IBAN DE00 0000\nSeite 1 von 2\n\f"
          "der Fluss dann zu wenig führt.\n\nMit freundlichen Grüßen\n\nKarl Lotse\n",
      "de");
  REQUIRE(letter.paragraphs.size() == 2);
  CHECK(letter.paragraphs[1].text.text == line + " der Fluss dann zu wenig führt.");
  REQUIRE(letter.footnotes.size() == 1);
  CHECK(letter.footnotes[0].text.text == "Antrag vom 2. Mai 2031.");
}

TEST_CASE("a name below its own signature is one signatory, in full") {
  const std::string head =
      "March 5, 2031\n\nDear Mr. Hale:\n\nThe pier is open again since the first of March.\n\n"
      "Sincerely,\n\n/s/ Anna Birch\n\n";
  for (const std::string below : {"Anna Birch, P.E.\n", "Anna Birch\n"}) {
    const auto letter = read(head + below + "Chief, Pier Section\n", "en");
    REQUIRE(letter.signatories.size() == 1);
    CHECK(letter.signatories[0].name->text == below.substr(0, below.size() - 1));
    CHECK(letter.signatories[0].role->text == "Chief, Pier Section");
  }
}

TEST_CASE("a reference that names the recipient's letter is not the sender's") {
  const auto letter = read(
      "Brussels, 22 May 2031\n\nRef.: Your letter of 30 April 2031\n\nDear Mr Vale,\n\n"
      "The pier is open again since the first of March.\n\nYours sincerely,\n\nAnna Birch\n",
      "en");
  CHECK_FALSE(letter.header.reference);
  REQUIRE(letter.header.your_date);
  CHECK(letter.header.your_date->text == "30 April 2031");
}

TEST_CASE("labels that start as closing formulas do end no letter") {
  const auto letter = read(
      "Commune de Valmer\n\nVotre correspondant : Jeanne Quai\nNotre réf. : P-12\n\n"
      "Madame Claire Fontaine\nRue du Port 3\n5999 Valmer\n\nValmer, le 3 mai 2031\n\n"
      "Madame,\n\n" +
          kBody + "Veuillez agréer, Madame, mes salutations distinguées.\n\nJean Valmont\n",
      "fr");
  REQUIRE(letter.header.reference);
  CHECK(letter.header.reference->text == "P-12");
}

TEST_CASE("the writer's mark behind a date is no part of it") {
  const auto letter = read(
      "Baudirektion Seetal\n\nGemeinderat Seewil\nDorfstrasse 2\n8154 Seewil\n\n13. Mai 2031 "
      "(hum)\n\n"
      "Sehr geehrte Damen und Herren\n\ndie Mole bleibt bis zum Ende des Monats gesperrt.\n\n"
      "Freundliche Grüsse\n\nKarl Lotse\n",
      "de");
  REQUIRE(letter.date.iso);
  CHECK(*letter.date.iso == "2031-05-13");
  CHECK(letter.addressee.lines.size() == 3);
}

TEST_CASE("a short page that ends inside a sentence takes no text with it") {
  const auto letter = read(
      "Landkreis Seewil\n\nSeewil, 3. Mai 2031\n\n"
      "Sehr geehrte Frau Lotse, sehr geehrter Herr Lotse,\n\n"
      "auf Ihrem Grundstück ist eine Hecke von rund vierzig Metern Länge\ngerodet worden.\n\n"
      "Sie war verzeichnet, auch wenn sie zuletzt stark\n\n        - 2 -\nvergreist war.\n\n"
      "Mit freundlichen Grüßen\n\nKarl Lotse\n",
      "de");
  REQUIRE(letter.paragraphs.size() == 2);
  CHECK(letter.paragraphs[1].text.text ==
        "Sie war verzeichnet, auch wenn sie zuletzt stark vergreist war.");
}

TEST_CASE("a row of labels may hold remarks, and a place above the date") {
  const auto letter = read(
      "Ministerium für Moore\n\nDeichverband Seewil\nStrandstraße 1\n27999 Seewil\n\n"
      "Ihr Zeichen, Ihre Nachricht vom   Mein Zeichen (bitte angeben)   Durchwahl   Seewil,\n"
      "04.06.2031                        61-6/7                         3318        30.06.2031\n\n"
      "Erhöhung des Deiches\n\nSehr geehrte Damen und Herren,\n\n"
      "dem Antrag auf Erhöhung des Deiches um achtzig Zentimeter stimme ich zu.\n\n"
      "Mit freundlichen Grüßen\n\nKarl Lotse\n",
      "de");
  REQUIRE(letter.header.reference);
  CHECK(letter.header.reference->text == "61-6/7");
  REQUIRE(letter.date.iso);
  CHECK(*letter.date.iso == "2031-06-30");
  CHECK(letter.date.place->text == "Seewil");
}

TEST_CASE("a remark behind a label is not its value") {
  const auto letter = read(
      "Senatsverwaltung\n\nHerrn\nKarl Lotse\nKai 8\n10997 Seewil\n"
      "                      GeschZ. (bei Antwort bitte angeben)\n"
      "                      V C 31 - Br 118\n\n                      3. Mai 2031 / rf\n\n"
      "Sperrung der Mole\n\nSehr geehrter Herr Lotse,\n\n"
      "die Mole bleibt bis zum Ende des Monats gesperrt.\n\nMit freundlichem Gruß\n\nAnna Kai\n",
      "de");
  REQUIRE(letter.header.reference);
  CHECK(letter.header.reference->text == "V C 31 - Br 118");
  CHECK(letter.addressee.lines.size() == 4);
  REQUIRE(letter.date.iso);
  CHECK(*letter.date.iso == "2031-05-03");
}

TEST_CASE("a place in capitals apart from the recipient's name is of the block") {
  const auto letter = read("Paris, le 8 mars 1921.\n\nMon cher Collègue,\n\n" + kBody +
                               "Votre affectueusement dévoué,\n\nP. de Kermadec\n\n"
                               "à Monsieur Albin Fontanges,\n\nPORT-VALMER.\n\n1 annexe.\n",
                           "fr");
  REQUIRE(letter.addressee.lines.size() == 2);
  CHECK(letter.addressee.lines[1].text == "PORT-VALMER.");
  CHECK(letter.addressee.name->text == "Albin Fontanges");
}

TEST_CASE("a known place behind a person's name is no part of it") {
  const auto letter = read(
      "Luzern, 3. Mai 1871\n\nHerrn Dr. Karl Lotse Zürich\n\nHochgeachteter Herr!\n\n"
      "Die Mole bleibt bis zum Ende des Monats gesperrt.\n\nHochachtungsvoll\n\nJ. Kai\n",
      "de");
  REQUIRE(letter.addressee.name);
  CHECK(letter.addressee.name->text == "Karl Lotse");
}

TEST_CASE("a house in capitals signs through the one whose office stands below") {
  const std::string head =
      "Luzern, 3. Mai 1871\n\nHochgeachteter Herr!\n\n"
      "Die Mole bleibt bis zum Ende des Monats gesperrt.\n\nHochachtungsvoll\n\n";
  const auto house = read(head + "SEEBANK IN ALTWIL\nDer Direktor:\nKarl Lotse\n", "de");
  REQUIRE(house.signatories.size() == 1);
  CHECK(house.signatories[0].role->text == "Der Direktor");
  REQUIRE(house.on_behalf_of.size() == 1);
  CHECK(house.on_behalf_of[0].role.text == "SEEBANK IN ALTWIL");

  // An office that ends in an article goes on, whatever the next line looks like.
  const auto open = read(head + "Karl Lotse\nOberingenieur der\nGotthardbahn\n", "de");
  REQUIRE(open.signatories.size() == 1);
  CHECK(open.signatories[0].role->text == "Oberingenieur der Gotthardbahn");
}

TEST_CASE("a sentence goes on behind a short line, an item of a list does not") {
  const auto letter = read(
      "Zürich, 3. Mai 1871\n\nHochgeachteter Herr!\n\n"
      "Im Verfolg meiner\nZeilen von heute Morgen übermache ich Ihnen die Papiere der\n"
      "Mole, welche mir der Hafenmeister gestern Abend gesandt hat.\n\n"
      "Es fehlen noch\nA) der Plan des Hafens\nB) das Gutachten über die Mole\n\n"
      "Hochachtungsvoll\n\nJ. Kai\n",
      "de");
  REQUIRE(letter.paragraphs.size() == 4);
  CHECK(letter.paragraphs[1].text.text == "Es fehlen noch");
  CHECK(letter.paragraphs[2].text.text == "A) der Plan des Hafens");
  CHECK(letter.paragraphs[0].text.text.substr(0, 40) == "Im Verfolg meiner Zeilen von heute Morge");
}

TEST_CASE("a line far above a date is no place") {
  const auto letter = read(
      "HARBOUR COMMISSION\n\nClearbank Power Company\n\nApril 2, 2031\n\nMs. Anna Birch\n"
      "Flat 3, 19 Canal Street\nLantern Bay, OR 97999\n\nDear Ms. Birch:\n\n"
      "The pier is open again since the first of March.\n\nSincerely,\n\nTom Vale\n",
      "en");
  CHECK_FALSE(letter.date.place);
  CHECK(letter.addressee.lines.size() == 3);
}
