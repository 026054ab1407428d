// Named patterns that say where a value starts or ends inside its line: what the extractors cut
// off.
//
// In: extract.txt, a row "name pattern". Out: the patterns of each name. Patterns ignore case.
//
//   addressee-lead   ^(aan (?:de |het )?)
#pragma once

#include "letterkit/result.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "support/data_file.hpp"
#include "support/pattern.hpp"

namespace letterkit {

/// What an extractor cuts off, or asks about, a line.
enum class Extract : unsigned char {
  addressee_lead,    ///< before the recipient: "Aan de"
  addressee_stop,    ///< a line of an address: the recipient ends above
  addressee_more,    ///< goes on with the recipient of the line above
  addressee_open,    ///< a recipient that the next line goes on with, whatever it looks like
  addressee_below,   ///< never a recipient's first line: "t.a.v. mevrouw Berg"
  addressee_tail,    ///< behind a recipient on its line: ", t.a.v. mevrouw Berg"
  addressee_again,   ///< starts a block that goes before those above it: a letterhead's persons
  addressee_start,   ///< starts a recipient's block: what stands above it is the sender's
  addressee_next,    ///< a further recipient's name, below the first one's title and address
  letterhead_start,  ///< the first line of a letterhead: fields above it are another page's
  chain,             ///< an authority above, an agent below: "namens deze:"
  deputy,            ///< an agent signs for an authority that it names again, maybe in short
  behalf_lead,       ///< before an authority: "Mede namens"
  behalf_beside,     ///< says that the signatory signs for himself too: "Mede namens"
  behalf_end,        ///< behind an authority: "et par delegation"
  signature_mark,    ///< before or around a name: "w.g."
  role_part,         ///< a line that is another part of the role above it, joined by a comma
  role_open,         ///< a role that the next line goes on with, whatever it looks like
  code_subject,      ///< a subject that is but a reference, which is group 1: "Case # 1234"
  reference_lead,    ///< before a reference: "No."
  copies_lead,       ///< before receivers of copies: "c.c."
  enclosure_label,   ///< "Bijlage 1"
  list_mark,         ///< before an item of a list: "1.", "-"
  footnote_lead,     ///< says that a note follows: "X Noot"
  footnote_mark,     ///< the mark of a note before its text
  count,
};

class Extracts {
 public:
  /// Errors "extract.name", "extract.pattern".
  static Result<Extracts> parse(const DataFile& file);

  /// What group 1 of the first pattern of that name that matches captured; its data() is null when
  /// none matches. A pattern without group 1 captures the whole match.
  [[nodiscard]] std::string_view find(Extract name, std::string_view text) const;

  /// Whether find() finds something.
  [[nodiscard]] bool matches(Extract name, std::string_view text) const;

  /// All patterns, by their names.
  [[nodiscard]] const auto& patterns() const { return patterns_; }

 private:
  std::array<std::vector<Pattern>, static_cast<std::size_t>(Extract::count)> patterns_;
  // By name, whether one of its patterns may have groups. Where none has, whether one matches can
  // be asked without RE2, which takes ten times as long to say where.
  std::array<bool, static_cast<std::size_t>(Extract::count)> grouped_{};
};

}  // namespace letterkit
