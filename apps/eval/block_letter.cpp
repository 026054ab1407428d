#include "eval/block_letter.hpp"

#include "eval/fields.hpp"

namespace letterkit::eval {

std::string_view default_block_letter() {
  return "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\n"
         "\n"
         "Den Haag, 14 mei 2013\n"
         "\n"
         "Met deze brief ontvangt u het jaarverslag van de commissie, zoals ik tijdens het debat "
         "van\n"
         "vorige maand heb toegezegd. De aanbevelingen neem ik over.\n"
         "\n"
         "De staatssecretaris van Economische Zaken overlegt met de betrokken gemeenten over de\n"
         "uitvoering. Voor het zomerreces bericht ik u over de uitkomst daarvan.\n"
         "\n"
         "{{block}}\n";
}

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
