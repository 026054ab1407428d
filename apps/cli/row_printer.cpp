#include "cli/row_printer.hpp"

#include <nlohmann/json.hpp>

#include "cli/utf8.hpp"

namespace letterkit::cli {

void RowPrinter::print(const Letter& letter, std::string& out) const {
  LetterText none;
  print_text(none, letter, out);
}

void RowPrinter::print_text(LetterText& text, const Letter& letter, std::string& out) const {
  using Json = nlohmann::ordered_json;
  Json row;
  row["id"] = letter.id ? Json(*letter.id) : Json();
  row["date"] = letter.date.iso ? Json(*letter.date.iso) : Json();
  row["source"] = to_utf8(letter.source.name);
  row["index"] = letter.source.index;
  row["start"] = letter.source.start;
  row["end"] = letter.source.end;
  row["text"] = text.text;
  out += row.dump();
  out += '\n';
}

}  // namespace letterkit::cli
