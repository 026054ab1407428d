#include "profile/letter_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace letterkit {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(LetterPart::count)> kNames = {
    "text", "addressee", "date", "subject", "paragraphs", "signatory", "signatory_role"};

}  // namespace

Result<LetterParts> LetterParts::parse(const DataFile& file) {
  LetterParts result;
  for (const DataLine& line : data_lines(file.text)) {
    const auto cells = data_cells(line);
    if (cells.size() != 2) {
      return data_error(file, line.number, line.indent + 1, "letter.syntax",
                        "not a row; write 'PART | NATS'");
    }
    const auto* const name = std::find(kNames.begin(), kNames.end(), cells[0].text);
    if (name == kNames.end()) {
      return data_error(
          file, line.number, cells[0].column, "letter.part",
          "no part '" + std::string(cells[0].text) + "'; use one of " + listed(kNames));
    }
    const auto weight = number_in<float>(cells[1].text);
    if (!weight) {
      return data_error(file, line.number, cells[1].column, "letter.number",
                        "not a number; write '0.5'");
    }
    result.weights_[static_cast<std::size_t>(name - kNames.begin())] = *weight;
  }
  return result;
}

}  // namespace letterkit
