// The CSV writer: the tables' columns, the cells' content, the quoting.
#include "letterkit/write.hpp"

#include <catch2/catch.hpp>

#include "support/random_letters.hpp"

namespace letterkit {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string written(const std::vector<Letter>& letters, const CsvOptions& options) {
  const auto writer = CsvWriter::create(options);
  REQUIRE(writer);
  std::string out;
  writer->write_header(out);
  for (const Letter& letter : letters) {
    writer->write(letter, out);
  }
  return out;
}

/// The cells of RFC 4180 text, read by a small automaton of the test's own.
Rows read_csv(const std::string& text, char delimiter, const std::string& line_end) {
  Rows rows(1);
  std::string cell;
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_quotes) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        in_quotes = false;
      }
    } else if (c == '"') {
      in_quotes = true;
    } else if (c == delimiter) {
      rows.back().push_back(std::exchange(cell, {}));
    } else if (text.compare(i, line_end.size(), line_end) == 0) {
      rows.back().push_back(std::exchange(cell, {}));
      rows.emplace_back();
      i += line_end.size() - 1;
    } else {
      cell += c;
    }
  }
  REQUIRE(rows.back().empty());  // the last line is ended
  rows.pop_back();
  return rows;
}

Value printed(std::string text) {
  return {std::move(text), {}};
}

Letter sample() {
  Letter letter;
  letter.source = {"a.txt", 2, 0, 10, "UTF-8", {}, {}};
  letter.id = "kst-32123-XVI-30";
  letter.language = "nl";
  letter.form = "kamerstuk";
  letter.is_letter = true;
  letter.confidence = 0.99;
  letter.header.dossiers = {
      {printed("32123"), printed("XVI"), printed("Begroting")},
      {printed("29689"), std::nullopt,   std::nullopt        }
  };
  letter.header.number = printed("30");
  letter.header.title = printed("Brief van de \"minister\", met spoed");
  letter.addressee.name = printed("Voorzitter");
  letter.date = {"2009-11-27", printed("Den Haag"), printed("27 november 2009")};
  letter.paragraphs = {
      {Paragraph::Kind::heading,   printed("Het begin")                        },
      {Paragraph::Kind::paragraph, printed("Ik schrijf u, geachte voorzitter.")}
  };
  letter.on_behalf_of = {
      {printed("de staatssecretaris"), {"state_secretary", {}, false}}
  };
  Signatory first;
  first.name = printed("drs. A. van der Berg MPA");
  first.role = printed("De minister");
  first.person = {
      {"mr.",         "drs."},
      "A.", {             },
      "van der", "Berg", {"MPA"            }
  };
  first.office = {"minister", "Defensie", true};
  Signatory second;
  second.name = printed("B. Jansen");
  letter.signatories = {first, second};
  letter.references = {
      {printed("Kamerstukken 1, nr. 2"), "kst-1-2",    "kamerstuk" },
      {printed("Stb. 2009, 5"),          std::nullopt, "staatsblad"}
  };
  letter.diagnostics = {
      {"date.invalid", Diagnostic::Severity::error, "geen dag", 3, 9}
  };
  return letter;
}

}  // namespace

TEST_CASE("each table holds what its columns say") {
  struct Row {
    const char* table;
    const char* text;
  };

  const Row rows[] = {
      {"letters",
       "id,source,index,language,form,is_letter,confidence,dossier,dossier_title,number,title,"
       "subject,reference,your_reference,addressee,place,date,salutation,closing,signatories,"
       "roles,on_behalf_of,paragraphs,words,references,diagnostics\n"
       "kst-32123-XVI-30,a.txt,2,nl,kamerstuk,true,0.99,32123-XVI; 29689,Begroting; ,30,"
       "\"Brief van de \"\"minister\"\", met spoed\",,,,Voorzitter,Den Haag,2009-11-27,,,"
       "drs. A. van der Berg MPA; B. Jansen,De minister; ,de staatssecretaris,2,7,"
       "\"kst-1-2; Stb. 2009, 5\",date.invalid\n"                                  },
      {"signatories",
       "id,source,index,date,position,name,titles,initials,given,prefix,surname,suffixes,role,"
       "office,ministry,acting\n"
       "kst-32123-XVI-30,a.txt,2,2009-11-27,0,drs. A. van der Berg MPA,mr.; drs.,A.,,van der,Berg,"
       "MPA,De minister,minister,Defensie,true\n"
       "kst-32123-XVI-30,a.txt,2,2009-11-27,1,B. Jansen,,,,,,,,,,false\n"          },
      {"dossiers",
       "id,source,index,number,suffix,title\n"
       "kst-32123-XVI-30,a.txt,2,32123,XVI,Begroting\n"
       "kst-32123-XVI-30,a.txt,2,29689,,\n"                                        },
      {"references",
       "id,source,index,printed,reference_id,kind\n"
       "kst-32123-XVI-30,a.txt,2,\"Kamerstukken 1, nr. 2\",kst-1-2,kamerstuk\n"
       "kst-32123-XVI-30,a.txt,2,\"Stb. 2009, 5\",,staatsblad\n"                   },
      {"paragraphs",
       "id,source,index,kind,text\n"
       "kst-32123-XVI-30,a.txt,2,heading,Het begin\n"
       "kst-32123-XVI-30,a.txt,2,paragraph,\"Ik schrijf u, geachte voorzitter.\"\n"},
      {"diagnostics",
       "id,source,index,code,severity,message,start,end\n"
       "kst-32123-XVI-30,a.txt,2,date.invalid,error,geen dag,3,9\n"                },
  };
  std::vector<std::string> run;
  for (const Row& row : rows) {
    CsvOptions options;
    options.table = row.table;
    INFO(row.table);
    CHECK(written({sample()}, options) == row.text);
    run.emplace_back(row.table);
  }
  CHECK(run == csv_tables());
}

TEST_CASE("lists of missing elements are empty cells") {
  Letter letter;
  letter.signatories.resize(2);
  CsvOptions options;
  options.columns = {"roles", "signatories", "words", "paragraphs"};
  CHECK(written({letter}, options) == "roles,signatories,words,paragraphs\n,,0,0\n");
}

TEST_CASE("columns are printed as asked for") {
  CsvOptions options;
  options.columns = {"date", "id"};
  CHECK(written({sample()}, options) == "date,id\n2009-11-27,kst-32123-XVI-30\n");
}

TEST_CASE("a row of one empty cell is not an empty line") {
  CsvOptions options;
  options.columns = {"subject"};
  CHECK(written({sample()}, options) == "subject\n\"\"\n");
}

TEST_CASE("cells are quoted where they must be") {
  struct Row {
    const char* name;
    std::string cell;
    char delimiter;
    bool escape_formulas;
    const char* printed;
  };

  const Row rows[] = {
      {"plain",                     "Den Haag",                             ',',  false, "Den Haag"       },
      {"the delimiter",             "a,b",                                  ',',  false, "\"a,b\""        },
      {"another delimiter",         "a,b",                                  ';',  false, "a,b"            },
      {"a quote",                   "a\"b",                                 ',',  false, "\"a\"\"b\""     },
      {"quotes in a row of bytes",  "een \"lange\" cel, met \"aanhaling\"", ',',  false,
       "\"een \"\"lange\"\" cel, met \"\"aanhaling\"\"\""                                                 },
      {"a comma behind many bytes", "een lange cel zonder aanhaling,",      ',',  false,
       "\"een lange cel zonder aanhaling,\""                                                              },
      {"quotes alone",              "\"\"",                                 ',',  false, "\"\"\"\"\"\""   },
      {"a line feed",               "a\nb",                                 ',',  false, "\"a\nb\""       },
      {"a carriage return",         "a\rb",                                 ',',  false, "\"a\rb\""       },
      {"a tab in tsv",              "a\tb",                                 '\t', false, "\"a\tb\""       },
      {"a tab in csv",              "a\tb",                                 ',',  false, "a\tb"           },
      {"a formula left alone",      "=1+1",                                 ',',  false, "=1+1"           },
      {"a formula",                 "=1+1",                                 ',',  true,  "'=1+1"          },
      {"a plus",                    "+31 70",                               ',',  true,  "'+31 70"        },
      {"a minus",                   "-",                                    ',',  true,  "'-"             },
      {"an at sign",                "@a",                                   ',',  true,  "'@a"            },
      {"a leading tab",             "\ta",                                  ',',  true,  "'\ta"           },
      {"a formula to quote",        "=\"a\"",                               ',',  true,  "\"'=\"\"a\"\"\""},
      {"a sum inside",              "1+1=2",                                ',',  true,  "1+1=2"          },
  };
  int run = 0;
  for (const Row& row : rows) {
    Letter letter;
    letter.header.subject = printed(row.cell);
    CsvOptions options;
    options.columns = {"subject"};
    options.delimiter = row.delimiter;
    options.escape_formulas = row.escape_formulas;
    INFO(row.name);
    CHECK(written({letter}, options) == std::string("subject\n") + row.printed + "\n");
    ++run;
  }
  CHECK(run == 19);
}

TEST_CASE("what is written can be read back, whatever the texts") {
  test::RandomLetters letters(4);
  std::size_t cells = 0;
  for (int i = 0; i < 200; ++i) {
    const Letter letter = letters.next();
    CsvOptions options;
    options.table = "paragraphs";
    options.delimiter = i % 2 == 0 ? ',' : '\t';
    options.crlf = i % 3 == 0;
    const Rows rows =
        read_csv(written({letter}, options), options.delimiter, options.crlf ? "\r\n" : "\n");
    REQUIRE(rows.size() == 1 + letter.paragraphs.size());
    for (std::size_t row = 0; row < letter.paragraphs.size(); ++row) {
      REQUIRE(rows[row + 1].size() == 5);
      REQUIRE(rows[row + 1][1] == letter.source.name);
      REQUIRE(rows[row + 1][4] == letter.paragraphs[row].text.text);
      cells += 2;
    }
  }
  CHECK(cells > 200);
}

TEST_CASE("what does not exist is refused by name") {
  struct Row {
    const char* name;
    CsvOptions options;
    const char* code;
    const char* message;
  };

  CsvOptions table;
  table.table = "letter";
  CsvOptions column;
  column.table = "dossiers";
  column.columns = {"number", "nummer"};
  CsvOptions quote;
  quote.delimiter = '"';
  CsvOptions line_end;
  line_end.delimiter = '\n';
  CsvOptions high;
  high.delimiter = '\xA7';
  const Row rows[] = {
      {"a table",    table,    "csv.table",
       "no table \"letter\"; use one of letters, signatories, dossiers, references, paragraphs, "
       "diagnostics"                                                                  },
      {"a column",   column,   "csv.column",
       "no column \"nummer\" in table dossiers; use some of id, source, index, number, suffix, "
       "title"                                                                        },
      {"a quote",    quote,    "csv.delimiter",
       "cannot delimit cells; use one printable ASCII character but a quote, or a tab"},
      {"a line end", line_end, "csv.delimiter",
       "cannot delimit cells; use one printable ASCII character but a quote, or a tab"},
      {"not ASCII",  high,     "csv.delimiter",
       "cannot delimit cells; use one printable ASCII character but a quote, or a tab"},
  };
  int run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const auto writer = CsvWriter::create(row.options);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == row.code);
    CHECK(writer.error().message == row.message);
    ++run;
  }
  CHECK(run == 5);
}

}  // namespace letterkit
