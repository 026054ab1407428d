#include "eval/block_letter.hpp"

#include "eval/fields.hpp"

namespace letterkit::eval {

std::string letter_around(std::string_view wrapper, const std::vector<std::string>& block) {
  constexpr std::string_view kMark = "{{block}}\n";
  std::string letter(wrapper);
  const std::string lines = join(block, "\n") + "\n";
  const std::size_t at = letter.find(kMark);
  if (at == std::string::npos) {
    return letter + lines;
  }
  return letter.replace(at, kMark.size(), lines);
}

}  // namespace letterkit::eval
