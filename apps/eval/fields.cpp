#include "eval/fields.hpp"

#include <algorithm>
#include <utility>

#include "support/unicode.hpp"

namespace letterkit::eval {

namespace {

std::string strict_key(std::string_view text) {
  const std::string key = to_nfc(collapse_spaces(text));
  constexpr std::string_view kStripped = " ,.:;";
  const std::size_t first = key.find_first_not_of(kStripped);
  if (first == std::string::npos) {
    return {};
  }
  return key.substr(first, key.find_last_not_of(kStripped) - first + 1);
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const auto* found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) {
    return std::nullopt;
  }
  return static_cast<Field>(found - kFieldNames.begin());
}

std::string join(const std::vector<std::string>& texts, std::string_view between) {
  std::string joined;
  for (const std::string& text : texts) {
    joined.append(&text == &texts.front() ? std::string_view() : between).append(text);
  }
  return joined;
}

std::string dossier_value(std::string_view number, std::string_view suffix) {
  std::string value(number);
  value.append(!number.empty() && !suffix.empty() ? "-" : "").append(suffix);
  return value;
}

std::string signatory_value(std::string_view name, std::string_view role) {
  return std::string(name).append(" / ").append(role);
}

Values one_value(std::string text) {
  return text.empty() ? Values{} : Values{{std::move(text)}};
}

std::string key_of(std::string_view text, Matching matching) {
  return matching == Matching::strict ? strict_key(text) : soft_key(text);
}

}  // namespace letterkit::eval
