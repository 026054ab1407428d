#include "eval/measure_set.hpp"

#include "letterkit/parse.hpp"
#include "letterkit/write.hpp"

#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "eval/gold.hpp"
#include "eval/misses.hpp"

namespace letterkit::eval {

namespace {

/// A file that labels name: its text and, where texts are parsed, its records.
struct LabelledText {
  std::optional<std::string> text;
  std::vector<Record> records;
};

class SetMeasurement {
 public:
  SetMeasurement(const SetFiles& files, const MeasureOptions& options)
      : files_(files), options_(options) {}

  MeasuredSet run() {
    set_.report.name = files_.name;
    const auto labels = options_.read_file(files_.labels);
    if (!labels) {
      set_.errors.push_back({labels.error().code, labels.error().message, files_.labels});
      return std::move(set_);
    }
    Gold gold = read_gold(*labels, files_.labels);
    set_.errors = std::move(gold.errors);
    for (const GoldRow& row : gold.rows) {
      measure(row);
    }
    return std::move(set_);
  }

 private:
  void measure(const GoldRow& row) {
    const Record* const record = record_of(row);
    LetterOutcome letter =
        compare_letter(row.labels, record == nullptr ? nullptr : &record->values, options_.only);
    letter.file = row.file;
    letter.letter = row.letter;
    letter.confidence = record == nullptr ? std::nullopt : record->confidence;
    for (const FieldOutcome& outcome : letter.fields) {
      if (!outcome.all_right(Matching::soft) && set_.misses.size() < options_.misses) {
        add_miss(row, record, letter, outcome);
      }
    }
    set_.report.letters.push_back(std::move(letter));
  }

  const Record* record_of(const GoldRow& row) {
    const std::vector<Record>* records = nullptr;
    if (options_.records == nullptr) {
      records = &text_of(row).records;
    } else if (const auto found = options_.records->by_name.find(base_name(row.file));
               found != options_.records->by_name.end()) {
      records = &found->second;
    }
    return records != nullptr && row.letter < records->size() ? &(*records)[row.letter] : nullptr;
  }

  void add_miss(const GoldRow& row, const Record* record, const LetterOutcome& letter,
                const FieldOutcome& outcome) {
    const LabelledText& text = text_of(row);
    if (!text.text) {
      set_.misses.push_back(show_miss(letter, outcome, nullptr));
      return;
    }
    const LetterLines lines(*text.text, record == nullptr ? 0 : record->start,
                            record == nullptr ? std::string::npos : record->end);
    set_.misses.push_back(show_miss(letter, outcome, &lines));
  }

  /// The text of a row's letter, read and parsed once.
  const LabelledText& text_of(const GoldRow& row) {
    const auto [found, is_new] = texts_.try_emplace(row.file);
    if (is_new) {
      load(row, found->second);
    }
    return found->second;
  }

  void load(const GoldRow& row, LabelledText& text) {
    if (!row.block.empty()) {
      text.text = letter_around(options_.block_letter, row.block);
    } else if (auto bytes = options_.read_file(files_.texts + "/" + row.file)) {
      text.text = std::move(*bytes);
    } else if (options_.records == nullptr) {  // with records, texts are only shown
      set_.errors.push_back(
          {bytes.error().code, bytes.error().message, files_.texts + "/" + row.file});
    }
    if (text.text && options_.records == nullptr) {
      parse(row.file, text);
    }
  }

  /// By way of the printed record, so that what users get is what is measured.
  void parse(const std::string& name, LabelledText& text) {
    JsonOptions json;
    json.provenance = true;
    for (const Letter& letter : parse_letters(*text.text, name, options_.profiles)) {
      std::string printed;
      write_json(letter, json, printed);
      text.records.push_back(flatten_record(nlohmann::json::parse(printed)));
    }
  }

  const SetFiles& files_;
  const MeasureOptions& options_;
  MeasuredSet set_;
  std::map<std::string, LabelledText> texts_;
};

}  // namespace

MeasuredSet measure_set(const SetFiles& files, const MeasureOptions& options) {
  return SetMeasurement(files, options).run();
}

}  // namespace letterkit::eval
