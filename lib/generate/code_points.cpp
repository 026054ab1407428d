#include "code_points.hpp"

#include <algorithm>
#include <map>

#include <unicode/uset.h>

namespace letterkit {

const CodePoints kWordCharacters = {
    {'0', '9'},
    {'A', 'Z'},
    {'_', '_'},
    {'a', 'z'}
};

CodePoints in_order(CodePoints ranges) {
  std::sort(ranges.begin(), ranges.end());
  CodePoints joined;
  for (const auto& [first, last] : ranges) {
    if (!joined.empty() && first <= joined.back().second + 1) {
      joined.back().second = std::max(joined.back().second, last);
    } else {
      joined.emplace_back(first, last);
    }
  }
  return joined;
}

CodePoints others(const CodePoints& ranges) {
  CodePoints result;
  char32_t from = 0;
  for (const auto& [first, last] : ranges) {
    if (first > from) {
      result.emplace_back(from, first - 1);
    }
    from = last + 1;
  }
  if (from <= kLastCodePoint) {
    result.emplace_back(from, kLastCodePoint);
  }
  return result;
}

CodePoints in_any_case(const CodePoints& ranges) {
  static std::map<CodePoints, CodePoints> known;
  const auto [entry, is_new] = known.try_emplace(ranges);
  if (is_new) {
    USet* const set = uset_openEmpty();
    for (const auto& [first, last] : ranges) {
      uset_addRange(set, static_cast<UChar32>(first), static_cast<UChar32>(last));
    }
    uset_closeOver(set, USET_CASE_INSENSITIVE);
    uset_removeAllStrings(set);
    for (int i = 0; i < uset_getRangeCount(set); ++i) {
      UErrorCode error = U_ZERO_ERROR;
      UChar32 first = 0;
      UChar32 last = 0;
      uset_getItem(set, i, &first, &last, nullptr, 0, &error);
      entry->second.emplace_back(first, last);
    }
    uset_close(set);
  }
  return entry->second;
}

bool contains(const CodePoints& set, char32_t c) {
  const auto behind = std::ranges::upper_bound(set, c, {}, &std::pair<char32_t, char32_t>::first);
  return behind != set.begin() && c <= std::prev(behind)->second;
}

}  // namespace letterkit
