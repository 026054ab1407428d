#include "cli/name_filter.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fnmatch.h>

namespace letterkit::cli {
namespace {

template <class Endings>
bool ends_in_any(std::string_view name, const Endings& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return name.size() > ending.size() && name.ends_with(ending);
  });
}

bool matches(const std::vector<std::string>& patterns, const std::string& path) {
  const std::string last = path.substr(path.rfind('/') + 1);
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    const bool whole = pattern.find('/') != std::string::npos;
    return ::fnmatch(pattern.c_str(), whole ? path.c_str() : last.c_str(), 0) == 0;
  });
}

}  // namespace

bool is_letters_name(std::string_view path, bool rows) {
  static constexpr std::array<std::string_view, 4> kCompressed = {".gz", ".bz2", ".xz", ".zst"};
  static constexpr std::array<std::string_view, 6> kArchives = {".zip",  ".tar", ".tgz",
                                                                ".tbz2", ".txz", ".tzst"};
  static constexpr std::array<std::string_view, 2> kTexts = {".txt", ".text"};
  static constexpr std::array<std::string_view, 3> kRows = {".ndjson", ".jsonl", ".csv"};
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (name.starts_with('.')) {
    return false;
  }
  if (ends_in_any(name, kCompressed)) {
    name.resize(name.rfind('.'));
  }
  return ends_in_any(name, kArchives) || ends_in_any(name, kTexts) ||
         (rows && ends_in_any(name, kRows));
}

bool NameFilter::accepts_file(const std::string& path) const {
  const bool included = include.empty() ? is_letters_name(path, rows) : matches(include, path);
  return included && !matches(exclude, path);
}

bool NameFilter::accepts_folder(const std::string& path) const {
  return !matches(exclude, path);
}

bool NameFilter::accepts_member(const std::string& path) const {
  return (include.empty() || matches(include, path)) && !matches(exclude, path);
}

}  // namespace letterkit::cli
