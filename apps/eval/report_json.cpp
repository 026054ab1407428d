#include "eval/report_json.hpp"

#include <utility>

#include "eval/calibration.hpp"
#include "eval/json_lines.hpp"

namespace letterkit::eval {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json json_of(const Rates& rates) {
  return {
      {"p",  rates.precision},
      {"r",  rates.recall   },
      {"f1", rates.f1       }
  };
}

ordered_json json_of(const Tally& tally, Matching matching) {
  ordered_json counted = {
      {"right", tally.right(matching)}
  };
  counted.update(json_of(rates(tally, matching)));
  return counted;
}

ordered_json json_of(const Tally& tally) {
  ordered_json counted;
  counted["letters"] = tally.letters;
  counted["gold"] = tally.gold;
  counted["found"] = tally.found;
  counted["empty_right"] = tally.empty_right;
  counted["soft"] = json_of(tally, Matching::soft);
  counted["strict"] = json_of(tally, Matching::strict);
  return counted;
}

ordered_json json_of(const Calibration::Bin& bin, std::size_t index) {
  return {
      {"from",       static_cast<double>(index) / Calibration::kBins    },
      {"to",         static_cast<double>(index + 1) / Calibration::kBins},
      {"count",      bin.count                                          },
      {"confidence", bin.confidence()                                   },
      {"right",      bin.share_right()                                  }
  };
}

ordered_json json_of(const Calibration& calibration) {
  ordered_json bins = ordered_json::array();
  for (std::size_t i = 0; i < Calibration::kBins; ++i) {
    const Calibration::Bin& bin = calibration.bins()[i];
    if (bin.count > 0) {
      bins.push_back(json_of(bin, i));
    }
  }
  return {
      {"count",          calibration.count()         },
      {"expected_error", calibration.expected_error()},
      {"brier",          calibration.brier()         },
      {"bins",           std::move(bins)             }
  };
}

ordered_json calibrations_of(const SetReport& set) {
  ordered_json fields = ordered_json::object();
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const Calibration calibration = calibrate_values(set, static_cast<Field>(i));
    if (calibration.count() > 0) {
      fields[std::string(kFieldNames[i])] = json_of(calibration);
    }
  }
  return {
      {"records", json_of(calibrate_records(set))},
      {"values",  json_of(calibrate_values(set,    std::nullopt))},
      {"fields",         std::move(fields)                                }
  };
}

ordered_json json_of(const Values& values) {
  ordered_json texts = ordered_json::array();
  for (const FieldValue& value : values) {
    texts.push_back(value.text);
  }
  return texts;
}

/// For each value found its confidence, null without provenance, and whether it is soft-right.
ordered_json sureness_of(const FieldOutcome& outcome) {
  ordered_json pairs = ordered_json::array();
  for (std::size_t i = 0; i < outcome.have.size(); ++i) {
    const auto& confidence = outcome.have[i].confidence;
    pairs.push_back({
        {"confidence", confidence ? ordered_json(*confidence) : ordered_json()},
        {"right",      static_cast<bool>(outcome.have_right[i])               }
    });
  }
  return pairs;
}

ordered_json json_of(const FieldOutcome& outcome) {
  return {
      {"want",   json_of(outcome.want)},
      {"have",   json_of(outcome.have)},
      {"sure",   sureness_of(outcome) },
      {"soft",   outcome.soft         },
      {"strict", outcome.strict       }
  };
}

ordered_json json_of(const LetterOutcome& letter) {
  ordered_json fields = ordered_json::object();
  for (const FieldOutcome& outcome : letter.fields) {
    fields[std::string(name_of(outcome.field))] = json_of(outcome);
  }
  ordered_json report;
  report["file"] = letter.file;
  report["letter"] = letter.letter;
  report["has_record"] = letter.has_record;
  report["confidence"] = letter.confidence ? ordered_json(*letter.confidence) : ordered_json();
  report["soft"] = letter.all_right(Matching::soft);
  report["strict"] = letter.all_right(Matching::strict);
  report["fields"] = std::move(fields);
  return report;
}

ordered_json records_of(const SetReport& set) {
  return {
      {"soft",         set.record_share(Matching::soft)   },
      {"strict",       set.record_share(Matching::strict) },
      {"soft_right",   set.records_right(Matching::soft)  },
      {"strict_right", set.records_right(Matching::strict)}
  };
}

ordered_json json_of(const SetReport& set) {
  ordered_json fields = ordered_json::object();
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (const auto tally = set.tally(static_cast<Field>(i))) {
      fields[std::string(kFieldNames[i])] = json_of(*tally);
    }
  }
  ordered_json outcomes = ordered_json::array();
  for (const LetterOutcome& letter : set.letters) {
    outcomes.push_back(json_of(letter));
  }
  ordered_json report;
  report["letters"] = set.letters.size();
  report["missing"] = set.missing();
  report["record"] = records_of(set);
  report["fields"] = std::move(fields);
  report["micro"] = json_of(set.pooled());
  report["macro"]["soft"] = json_of(set.macro(Matching::soft));
  report["macro"]["strict"] = json_of(set.macro(Matching::strict));
  report["calibration"] = calibrations_of(set);
  report["outcomes"] = std::move(outcomes);
  return report;
}

Values values_of(const json& texts) {
  Values values;
  for (const json& text : texts) {
    values.push_back({text.get<std::string>()});
  }
  return values;
}

LetterOutcome letter_of(const json& outcome) {
  LetterOutcome letter;
  letter.file = outcome.at("file").get<std::string>();
  letter.letter = outcome.at("letter").get<std::size_t>();
  letter.has_record = outcome.at("has_record").get<bool>();
  for (const auto& [name, values] : outcome.at("fields").items()) {
    if (const auto field = field_named(name)) {  // a later version may measure more fields
      letter.fields.push_back(
          compare(*field, values_of(values.at("want")), values_of(values.at("have"))));
    }
  }
  return letter;
}

}  // namespace

ordered_json to_json(const std::vector<SetReport>& sets) {
  ordered_json named = ordered_json::object();
  for (const SetReport& set : sets) {
    named[set.name] = json_of(set);
  }
  return {
      {"lettereval", "1"             },
      {"sets",       std::move(named)}
  };
}

Result<std::vector<SetReport>> read_report(std::string_view text, const std::string& path) {
  const auto report = read_json(text, path);
  if (!report) {
    return report.error();
  }
  std::vector<SetReport> sets;
  try {
    for (const auto& [name, set] : report->at("sets").items()) {
      sets.push_back({name, {}});
      for (const json& outcome : set.at("outcomes")) {
        sets.back().letters.push_back(letter_of(outcome));
      }
    }
  } catch (const json::exception&) {
    return Error{"baseline.shape",
                 "not a report of lettereval; give what lettereval --json printed", path};
  }
  return sets;
}

}  // namespace letterkit::eval
