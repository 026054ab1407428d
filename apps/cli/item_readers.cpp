#include "cli/item_readers.hpp"

#include <algorithm>
#include <utility>

#include "cli/csv_row.hpp"
#include "cli/row_cutter.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

class TextReader : public ItemReader {
 public:
  TextReader(const std::string& name, const std::vector<Profile>& profiles,
             const ParseOptions& options, std::vector<Diagnostic> odd)
      : reader_(to_utf8(name), profiles, options), odd_(std::move(odd)) {}

  Status feed(std::string_view bytes, bool complete) override {
    reader_.feed(bytes);
    if (complete) {
      reader_.finish();
    }
    return ok();
  }

  bool next(Batch& batch) override {
    auto letter = reader_.next();
    if (!letter) {
      return false;
    }
    letter->diagnostics.insert(letter->diagnostics.end(), odd_.begin(), odd_.end());
    batch.bytes += letter->text.size();
    batch.items.emplace_back(std::move(*letter));
    return true;
  }

 private:
  LetterReader reader_;
  std::vector<Diagnostic> odd_;
};

class RowReader : public ItemReader {
 public:
  RowReader(const std::string& name, bool is_json, RowFields fields, std::size_t limit)
      : name_(std::make_shared<const std::string>(to_utf8(name))),
        is_json_(is_json),
        fields_(std::move(fields)),
        limit_(limit),
        cutter_(!is_json, limit) {}

  Status feed(std::string_view bytes, bool complete) override {
    cutter_.feed(bytes);
    if (complete) {
      cutter_.finish();
    }
    return !is_json_ && !columns_ ? read_header() : ok();
  }

  bool next(Batch& batch) override {
    if (!is_json_ && !columns_) {
      return false;
    }
    auto piece = cutter_.next();
    if (!piece) {
      return false;
    }
    Row row;
    row.input = name_;
    row.number = piece->line;
    row.is_json = is_json_;
    row.columns = columns_;
    row.bytes = std::move(piece->bytes);
    if (piece->too_long) {
      row.error = Error{
          "row.too-long",
          "longer than " + std::to_string(limit_) + " bytes; raise --max-letter-bytes to read it",
          ""};
    }
    batch.bytes += row.bytes.size();
    batch.items.emplace_back(std::move(row));
    return true;
  }

 private:
  Status read_header() {
    const auto row = cutter_.next();
    if (!row) {
      return ok();
    }
    auto columns = csv_cells(row->bytes);
    if (std::find(columns.begin(), columns.end(), fields_.text) == columns.end()) {
      return Error{"rows.no-text",
                   "no column \"" + fields_.text + "\" in the first row; name it by --text-field",
                   ""};
    }
    columns_ = std::make_shared<const std::vector<std::string>>(std::move(columns));
    return ok();
  }

  std::shared_ptr<const std::string> name_;
  bool is_json_;
  RowFields fields_;
  std::size_t limit_;
  RowCutter cutter_;
  std::shared_ptr<const std::vector<std::string>> columns_;
};

}  // namespace

std::unique_ptr<ItemReader> text_reader(const std::string& name,
                                        const std::vector<Profile>& profiles,
                                        const ParseOptions& options, std::vector<Diagnostic> odd) {
  return std::make_unique<TextReader>(name, profiles, options, std::move(odd));
}

std::unique_ptr<ItemReader> row_reader(const std::string& name, Format format,
                                       const RowFields& fields, const ParseOptions& options) {
  return std::make_unique<RowReader>(name, format == Format::ndjson, fields,
                                     options.max_letter_bytes);
}

}  // namespace letterkit::cli
