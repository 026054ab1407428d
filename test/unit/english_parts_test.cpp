// What English letters ask of the assembly: roles of several lines, joint recipients, subjects that
// are references, names printed twice, recipients below a letterhead, columns. A row is the head,
// the signature and what is read of them.
#include "letterkit/parse.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

const std::string kBody =
    "\n\nDear Sirs,\n\nThank you for your letter about the harbour light. It will be repaired.\n\n"
    "Yours faithfully,\n\n";

Letter read(const std::string& head, const std::string& signature) {
  const auto english = builtin_profile("en");
  REQUIRE(english);
  const std::vector<Profile> profiles = {*english};
  auto letters = parse_letters(head + kBody + signature + "\n", "a.txt", profiles, {});
  REQUIRE(letters.size() == 1);
  return std::move(letters.front());
}

std::string signatories(const Letter& letter) {
  std::string all;
  for (const Signatory& signatory : letter.signatories) {
    all += (all.empty() ? "" : "; ") + (signatory.name ? signatory.name->text : "") + " / " +
           (signatory.role ? signatory.role->text : "");
  }
  return all;
}

std::string text(const OptionalValue& value) {
  return value ? value->text : "";
}

}  // namespace

TEST_CASE("lines of a role are joined by commas, unless a line goes on with its words") {
  const struct {
    const char* signature;
    const char* expected;
  } rows[] = {
      {"/S/\nAnn Birch, Ph.D.\nDirector\nOffice of Compliance\nCenter for Harbors",
       "Ann Birch, Ph.D. / Director, Office of Compliance, Center for Harbors"                                                         },
      {"Ann Birch\nSecretary of State for\nNorthern Ireland",
       "Ann Birch / Secretary of State for Northern Ireland"                                                                           },
      {"Ann Birch\nSecretary of State\nfor Transport",
       "Ann Birch / Secretary of State for Transport"                                                                                  },
      {"/s/ Ann Birch\n\nAnn Birch\nDeputy Clerk",                                       "Ann Birch / Deputy Clerk"                    },
      {"Ann T. Birch Director\nOffice of Compliance",
       "Ann T. Birch / Director, Office of Compliance"                                                                                 },
      {"Ann Birch                                  Tom Vale\n"
       "Chair                                      Ranking Member",               "Ann Birch / Chair; Tom Vale / Ranking Member"},
      {"Amos Trelawny            Judith R. Sand           Peter Houten\n"
       "United States Senator    United States Senator    United States Senator", "Amos Trelawny / United States Senator; Judith R. Sand / United States Senator; "
       "Peter Houten / United States Senator"  },
  };

  for (const auto& row : rows) {
    INFO(row.signature);
    CHECK(signatories(read("May 3, 2021", row.signature)) == row.expected);
  }
}

TEST_CASE("a signature for somebody else") {
  const Letter letter = read("May 3, 2021", "For the Commission\n\nAnn Birch\nVice-President");
  REQUIRE(letter.on_behalf_of.size() == 1);
  CHECK(letter.on_behalf_of[0].role.text == "the Commission");
  CHECK(signatories(letter) == "Ann Birch / Vice-President");
}

TEST_CASE("the office below somebody who is signed for is theirs") {
  const Letter letter = read("May 3, 2021",
                             "/S/\nAnn Birch\nDirector\nOffice of Compliance\n\n"
                             "For: Tom Vale\nDirector\nOffice of Harbors");
  REQUIRE(letter.on_behalf_of.size() == 1);
  CHECK(letter.on_behalf_of[0].role.text == "Tom Vale, Director, Office of Harbors");
  CHECK(letter.on_behalf_of[0].office.kind == "director");
  CHECK(signatories(letter) == "Ann Birch / Director, Office of Compliance");
}

TEST_CASE("recipients") {
  const struct {
    const char* head;
    const char* expected;
  } rows[] = {
      {"May 3, 2021\n\nAnn Birch and Tom Vale\nHarbor Company, LLC\n1 Dock Road\nErie, PA 16501",
       "Ann Birch; Tom Vale"                                                                                           },
      {"May 3, 2021\n\nMr. Tom Vale, President\nHarbor Company, LLC\nErie, PA 16501",             "Tom Vale"           },
      {"May 3, 2021\n\nThe Honorable Ann Birch\nChairman\nThe Honorable Tom Vale\nRanking Member\n"
       "Committee on Harbors",                                                             "Ann Birch; Tom Vale"},
      {"The Rt Hon Ann Birch MP\nSecretary of State for Harbours\n\n3 May 2021\n\n"
       "Sir Tom Vale MP\nHouse of Commons\nLondon\nSW1A 0AA",                              "Sir Tom Vale MP"    },
      {"From the First Minister\nand deputy First Minister\nHarbour Castle\nBELFAST\n\n"
       "To: The Rt Hon Tom Vale MP\n    Secretary of State for Harbours\n\n3 May 2021",    "Tom Vale MP"        },
  };

  for (const auto& row : rows) {
    INFO(row.head);
    CHECK(text(read(row.head, "Ann Birch\nDirector").addressee.name) == row.expected);
  }
}

TEST_CASE("a subject that is but a reference is one") {
  const struct {
    const char* line;
    const char* subject;
    const char* reference;
  } rows[] = {
      {"Re: CMS # 626282",          "",                      "626282"   },
      {"RE: 633972",                "",                      "633972"   },
      {"Re: Lights of the harbour", "Lights of the harbour", ""         },
      {"Case No. 2021-117",         "",                      "2021-117" },
      {"Our ref: MC/477120",        "",                      "MC/477120"},
  };

  for (const auto& row : rows) {
    INFO(row.line);
    const Letter letter = read(std::string("May 3, 2021\n\n") + row.line, "Ann Birch\nDirector");
    CHECK(text(letter.header.subject) == row.subject);
    CHECK(text(letter.header.reference) == row.reference);
  }
}
