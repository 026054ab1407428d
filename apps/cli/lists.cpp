#include "cli/lists.hpp"

#include <algorithm>

namespace letterkit::cli {

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> elements;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view element = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    while (element.starts_with(' ')) {
      element.remove_prefix(1);
    }
    while (element.ends_with(' ')) {
      element.remove_suffix(1);
    }
    if (!element.empty()) {
      elements.emplace_back(element);
    }
  }
  return elements;
}

}  // namespace letterkit::cli
