// What a line of a letter is. The labels are those of the letter grammar; profiles name them in
// their rules.
//
//   "Den Haag, 2 maart 2026" -> date_line
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace letterkit {

enum class Label : unsigned char {
  masthead,       ///< sender's letterhead, addresses of the sender, publisher's head
  dossier,        ///< "33 279", maybe with its title
  dossier_title,  ///< the title, or more of it
  number,         ///< "Nr. 40", maybe with the paper's title
  title,          ///< the paper's title, or more of it
  addressee,      ///< "Aan de Voorzitter ...", address
  date_line,      ///< place and date, or one of them
  field,          ///< label and maybe value: "Betreft  Jaarverslag"
  field_value,    ///< the value, or more of it
  subject,        ///< a subject printed as a heading
  salutation,
  body,
  heading,
  list_item,
  quote,
  table,
  closing,
  behalf,     ///< "namens deze:"; "Mede namens de minister van ..."
  role,       ///< "De minister van Defensie,"
  name,       ///< "D. Visser"
  copies,     ///< "c.c.", and who receives them
  enclosure,  ///< "Bijlage 1", and text of an enclosure
  footnote,   ///< mark and text of a note at the foot of a page
  endnote,    ///< a note behind the signature
  remark,     ///< notes of the publisher around the letter
  furniture,  ///< running heads and feet, page marks
};

inline constexpr std::array<std::string_view, 26> kLabelNames = {
    "masthead",  "dossier",     "dossier_title", "number",     "title",    "addressee", "date_line",
    "field",     "field_value", "subject",       "salutation", "body",     "heading",   "list_item",
    "quote",     "table",       "closing",       "behalf",     "role",     "name",      "copies",
    "enclosure", "footnote",    "endnote",       "remark",     "furniture"};
inline constexpr std::size_t kLabelCount = kLabelNames.size();

constexpr std::size_t index_of(Label label) {
  return static_cast<std::size_t>(label);
}

inline std::string_view name_of(Label label) {
  return kLabelNames[index_of(label)];
}

inline std::optional<Label> label_named(std::string_view name) {
  for (std::size_t i = 0; i < kLabelCount; ++i) {
    if (kLabelNames[i] == name) {
      return static_cast<Label>(i);
    }
  }
  return std::nullopt;
}

}  // namespace letterkit
