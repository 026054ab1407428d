#include "cli/work_printer.hpp"

#include <cerrno>
#include <cstddef>
#include <new>
#include <utility>

#include "cli/memory.hpp"
#include "cli/row_text.hpp"
#include "cli/system_error.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kLongLetter = std::size_t{4} << 20U;  // bytes

/// Prints the letters of a batch, one input's after the other's.
class BatchPrinter {
 public:
  /// `bytes` of text are to come.
  BatchPrinter(const std::vector<Profile>& profiles, const PrintOptions& options,
               const LetterPrinter& printer, std::size_t bytes)
      : profiles_(profiles),
        options_(options),
        printer_(printer),
        parts_(printer.parts()),
        bytes_(bytes) {}

  void add(InputStart start) { out_.items.emplace_back(std::move(start)); }

  void add(InputEnd end) { out_.items.emplace_back(std::move(end)); }

  void add(LetterText&& text) { print(text); }

  void add(const Row& row) {
    if (row.error) {
      fail(row, *row.error);
      return;
    }
    auto taken = row.is_json ? json_row(row.bytes, options_.fields, options_.keep)
                             : csv_row(row.bytes, *row.columns, options_.fields, options_.keep);
    if (!taken) {
      fail(row, taken.error());
      return;
    }
    print_row(row, *taken);
  }

  PrintedBatch take() && { return std::move(out_); }

 private:
  Printed& at_hand() {
    if (out_.items.empty() || !std::holds_alternative<Printed>(out_.items.back())) {
      out_.items.emplace_back(Printed{});
      // Records are half as long again as letters: a text that grows is copied again and again.
      std::get<Printed>(out_.items.back()).text.reserve(std::exchange(bytes_, 0) / 2 * 3);
    }
    return std::get<Printed>(out_.items.back());
  }

  void fail(const Row& row, const Error& error) {
    at_hand().failures.push_back(
        {error.code, "line " + std::to_string(row.number) + ": " + error.message, ""});
  }

  void print_row(const Row& row, const RowText& taken) {
    ParseOptions parse = options_.parse;
    if (row.is_json) {
      parse.encoding = "UTF-8";
    }
    const std::string name =
        taken.id ? to_utf8(*taken.id) : *row.input + ":" + std::to_string(row.number);
    LetterReader reader(name, profiles_, parse);
    reader.feed(taken.text);
    reader.finish();
    while (auto text = reader.next()) {
      text->source.row = taken.rest;
      print(*text);
    }
  }

  void print(LetterText& text) {
    Printed& printed = at_hand();
    const std::size_t size = printed.text.size();
    try {
      Letter letter = parse_letter(text, profiles_, parts_);
      if (text.text.size() >= kLongLetter) {
        give_back_memory();  // before the record is printed, which takes as much again
      }
      printed.text += printed.letters > 0 ? printer_.between() : "";
      printer_.print_text(text, letter, printed.text);
      printed.tally.add(letter);
      ++printed.letters;
      printed.only =
          printer_.has_only() && printed.letters == 1 ? std::optional(letter) : std::nullopt;
      reuse(letter);
    } catch (const std::bad_alloc&) {
      printed.text.resize(size);
      printed.failures.push_back({"input.unreadable", reading_failed(ENOMEM), ""});
    }
  }

  const std::vector<Profile>& profiles_;
  const PrintOptions& options_;
  const LetterPrinter& printer_;
  Parts parts_;
  std::size_t bytes_;
  PrintedBatch out_;
};

}  // namespace

PrintedBatch print_batch(Batch batch, const std::vector<Profile>& profiles,
                         const PrintOptions& options, const LetterPrinter& printer) {
  use_large_pages();
  BatchPrinter batch_printer(profiles, options, printer, batch.bytes);
  for (WorkItem& item : batch.items) {
    std::visit([&](auto& work) { batch_printer.add(std::move(work)); }, item);
  }
  PrintedBatch printed = std::move(batch_printer).take();
  printed.raw_bytes = batch.raw_bytes;
  return printed;
}

}  // namespace letterkit::cli
