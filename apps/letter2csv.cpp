// letter2csv: letters to one CSV table. In: the inputs of the command line. Out: a header row and
// the rows of every letter. Method: the run that the tools share (cli/run.hpp) with a printer of
// rows.
//
//   letter2csv --table signatories --columns name,role letters/
#include "letterkit/write.hpp"

#include <algorithm>

#include "cli/lists.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/run.hpp"

namespace letterkit::cli {
namespace {

struct Options {
  SharedOptions shared;
  std::string table = "letters";
  std::string columns;
  std::string delimiter;
  bool tabs = false;
  bool byte_order_mark = false;
  bool crlf = false;
  bool escape_formulas = false;
  bool no_header = false;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  letter2csv letters/ -o letters.csv\n"
    "  letter2csv --table signatories --columns id,name,role,ministry --tsv letters/\n"
    "Exit status: 0 all read, 1 some inputs unread, 2 usage, 3 output failed, 4 nothing read.";

/// Names of the columns of all tables, each once.
std::vector<std::string> all_columns() {
  std::vector<std::string> all;
  for (const std::string& table : csv_tables()) {
    for (std::string& column : csv_columns(table)) {
      if (std::find(all.begin(), all.end(), column) == all.end()) {
        all.push_back(std::move(column));
      }
    }
  }
  return all;
}

void add_options(CLI::App& app, Options& options) {
  add_value(app, "--table", options.table, "Table to print: " + join_list(csv_tables()))
      ->type_name("NAME")
      ->group("Output");
  options.shared.choices["--table"] = csv_tables();
  add_value(app, "--columns", options.columns, "Print these columns only, in this order")
      ->type_name("LIST")
      ->group("Output");
  options.shared.choices["--columns"] = all_columns();
  add_value(app, "--delimiter", options.delimiter, "Character between cells (default a comma)")
      ->type_name("CHAR")
      ->group("Output");
  app.add_flag("--tsv", options.tabs, "Put tabs between cells")->group("Output");
  app.add_flag("--no-header", options.no_header, "Leave out the row of column names")
      ->group("Output");
  app.add_flag("--bom", options.byte_order_mark, "Start with a byte order mark (for Excel)")
      ->group("Output");
  app.add_flag("--crlf", options.crlf, "End lines as Windows does")->group("Output");
  app.add_flag("--escape-formulas", options.escape_formulas,
               "Put ' before cells that a spreadsheet would run (= + - @)")
      ->group("Output");
  app.footer(kFooter);
}

Error usage_error(std::string message, std::string where) {
  return {"usage.csv", std::move(message), std::move(where)};
}

/// The option that a complaint of the writer is about.
std::string option_of(const Error& error, const Options& options) {
  if (error.code == "csv.table") {
    return "--table";
  }
  return error.code == "csv.column" ? "--columns" : "--delimiter " + options.delimiter;
}

/// The writer of a command line; an error names what it can't do.
Result<CsvWriter> csv_writer(const Options& options) {
  if (options.tabs && !options.delimiter.empty()) {
    return usage_error("a tab is a delimiter already; leave one of the two out",
                       "--tsv --delimiter");
  }
  CsvOptions csv;
  csv.table = options.table;
  csv.columns = split_list(options.columns);
  csv.crlf = options.crlf;
  csv.escape_formulas = options.escape_formulas;
  if (options.tabs || options.delimiter == "\\t") {
    csv.delimiter = '\t';
  } else if (!options.delimiter.empty()) {
    // The writer rejects a NUL, which stands for what is more than one character.
    csv.delimiter = options.delimiter.size() == 1 ? options.delimiter.front() : '\0';
  }
  auto writer = CsvWriter::create(csv);
  if (!writer) {
    return usage_error(writer.error().message, option_of(writer.error(), options));
  }
  return writer;
}

class CsvPrinter : public LetterPrinter {
 public:
  CsvPrinter(CsvWriter writer, const Options& options)
      : writer_(std::move(writer)),
        byte_order_mark_(options.byte_order_mark),
        header_(!options.no_header),
        tabs_(options.tabs) {}

  [[nodiscard]] Parts parts() const override { return writer_.needed_parts(); }

  void begin(std::string& out) const override {
    if (byte_order_mark_) {
      out += "\xEF\xBB\xBF";
    }
    if (header_) {
      writer_.write_header(out);
    }
  }

  void print(const Letter& letter, std::string& out) const override { writer_.write(letter, out); }

  [[nodiscard]] std::string_view suffix() const override { return tabs_ ? ".tsv" : ".csv"; }

 private:
  CsvWriter writer_;
  bool byte_order_mark_;
  bool header_;
  bool tabs_;
};

ExitStatus start(int argc, const char* const* argv) {
  CLI::App app("Turns letters into one CSV table", "letter2csv");
  Options options;
  add_run_options(app, options.shared);
  add_shared_options(app, options.shared);
  add_options(app, options);
  if (const auto status = parse_command_line(app, options.shared, argc, argv)) {
    return *status;
  }
  auto writer = csv_writer(options);
  if (!writer) {
    return end_with("letter2csv", writer.error(), ExitStatus::usage);
  }
  const CsvPrinter printer(std::move(*writer), options);
  return run("letter2csv", options.shared, printer);
}

}  // namespace
}  // namespace letterkit::cli

int main(int argc, char** argv) {
  return letterkit::cli::to_int(letterkit::cli::start(argc, argv));
}
