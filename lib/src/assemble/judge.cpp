// What the record says of the letter as a whole: its form, whether it is a letter, its identifier
// and how sure the reading is.
//
// In: the rules that fired, the record so far, the profile's letter.txt. Out: form, is_letter, id,
// confidence. Method: the rules' evidence is added up, each rule at most twice, so that a long text
// does not outweigh its head.
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "assemble/steps.hpp"
#include "fields/paper_id.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

constexpr int kMostTimes = 2;
constexpr float kFormFloor = 2;

struct Evidence {
  float letter = 0;
  std::map<std::string_view, float> forms;
};

/// Whether a rule speaks for this label, or for none.
bool speaks_of(const Rule& rule, Label label) {
  return rule.labels.empty() ||
         std::any_of(rule.labels.begin(), rule.labels.end(),
                     [label](const auto& row) { return row.first == label; });
}

Evidence collect(const Reading& reading) {
  const auto& rules = reading.profile.rules().all();
  Evidence evidence;
  auto times = take_room<std::uint8_t>();
  times.assign(rules.size(), 0);
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const Label label = reading.label(i);
    if (label == Label::enclosure) {
      continue;  // another document
    }
    for (const std::uint16_t index : reading.scores[i]->of_whole) {
      const Rule& rule = rules[index];
      // Evidence of a rule that speaks for a label counts where the line has that label.
      if (times[index] == kMostTimes) {
        continue;
      }
      ++times[index];
      if (!speaks_of(rule, label)) {
        continue;
      }
      evidence.letter += rule.letter;
      if (!rule.form.empty()) {
        evidence.forms[rule.form] += rule.form_weight;
      }
    }
  }
  give_room(times);
  return evidence;
}

/// What the record's own parts say, in nats.
float evidence_of_parts(const Reading& reading, const Letter& letter) {
  const LetterParts& parts = reading.profile.letter_parts;
  float sum = parts.weight(LetterPart::text);
  const auto add = [&](bool has, LetterPart part) { sum += has ? parts.weight(part) : 0; };
  add(!letter.addressee.lines.empty(), LetterPart::addressee);
  add(letter.date.printed.has_value(), LetterPart::date);
  add(letter.header.subject.has_value(), LetterPart::subject);
  add(!lines_of_paragraphs(reading).empty(), LetterPart::paragraphs);
  if (!letter.signatories.empty()) {
    const bool role = letter.signatories.front().role.has_value();
    add(true, role ? LetterPart::signatory_role : LetterPart::signatory);
  }
  return sum;
}

void set_id(Letter& letter) {
  const auto& header = letter.header;
  if (header.dossiers.empty() || !header.number) {
    return;
  }
  const Dossier& dossier = header.dossiers.front();
  const auto suffix =
      dossier.suffix ? std::optional<std::string_view>(dossier.suffix->text) : std::nullopt;
  letter.id = make_kst_id(dossier.number.text, suffix, header.number->text);
}

}  // namespace

void judge(const Reading& reading, Letter& letter) {
  const Evidence evidence = collect(reading);
  letter.form = "letter";
  float most = kFormFloor;
  for (const auto& [form, weight] : evidence.forms) {
    if (weight >= most) {
      most = weight;
      letter.form = form;
    }
  }
  const float letter_evidence = evidence.letter + evidence_of_parts(reading, letter);
  letter.is_letter = letter_evidence > 0;
  set_id(letter);
  rate(reading, letter_evidence, letter);
}

}  // namespace letterkit
