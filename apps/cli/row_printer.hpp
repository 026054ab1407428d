// Prints letters' texts as rows: a JSON object a line, which --from ndjson of every tool reads
// back.
//
//   {"id":"kst-33279-40","date":"2026-03-02","source":"dump.txt","index":0,"start":0,"end":3001,
//   "text":"..."}
#pragma once

#include "cli/letter_printer.hpp"

namespace letterkit::cli {

class RowPrinter : public LetterPrinter {
 public:
  [[nodiscard]] Parts parts() const override { return {}; }

  void print(const Letter& letter, std::string& out) const override;
  void print_text(LetterText& text, const Letter& letter, std::string& out) const override;

  [[nodiscard]] std::string_view suffix() const override { return ".ndjson"; }
};

}  // namespace letterkit::cli
