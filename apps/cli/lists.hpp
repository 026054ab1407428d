// Lists as options take them and messages print them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace letterkit::cli {

/// "a,b, c" to its elements, without spaces around them; empty elements are left out.
std::vector<std::string> split_list(std::string_view list);

/// "a, b, c"
template <class List>
std::string join_list(const List& list) {
  std::string joined;
  for (const auto& item : list) {
    joined += joined.empty() ? "" : ", ";
    joined += item;
  }
  return joined;
}

}  // namespace letterkit::cli
