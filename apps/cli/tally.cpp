#include "cli/tally.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace letterkit::cli {

void Tally::add(const Letter& letter) {
  ++letters;
  ++encodings[letter.source.encoding];
  ++forms[letter.form];
  ++languages[letter.language];
  without_date += letter.date.iso ? 0 : 1;
  without_signatory += letter.signatories.empty() ? 1 : 0;
  has_error = has_error || std::any_of(letter.diagnostics.begin(), letter.diagnostics.end(),
                                       [](const Diagnostic& diagnostic) {
                                         return diagnostic.severity == Diagnostic::Severity::error;
                                       });
}

void Tally::add(const Tally& other) {
  inputs += other.inputs;
  letters += other.letters;
  bytes += other.bytes;
  failures += other.failures;
  skipped += other.skipped;
  without_date += other.without_date;
  without_signatory += other.without_signatory;
  has_error = has_error || other.has_error;
  const auto add_counts = [](auto& to, const auto& from) {
    for (const auto& [key, count] : from) {
      to[key] += count;
    }
  };
  add_counts(encodings, other.encodings);
  add_counts(forms, other.forms);
  add_counts(languages, other.languages);
}

std::string to_json(const Tally& tally) {
  const nlohmann::ordered_json object = {
      {"inputs",            tally.inputs           },
      {"letters",           tally.letters          },
      {"bytes",             tally.bytes            },
      {"failures",          tally.failures         },
      {"skipped",           tally.skipped          },
      {"encodings",         tally.encodings        },
      {"forms",             tally.forms            },
      {"languages",         tally.languages        },
      {"without_date",      tally.without_date     },
      {"without_signatory", tally.without_signatory},
  };
  return object.dump() + "\n";
}

}  // namespace letterkit::cli
