#include "profile/profile_files.hpp"

#include "letterkit/profile.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "profile/embedded.hpp"
#include "support/calendar.hpp"
#include "support/simd_json.hpp"

namespace letterkit {
namespace {

namespace fs = std::filesystem;

/// Where the bytes stop being UTF-8: 1-based line.
std::size_t first_bad_line(const std::string& text) {
  std::size_t number = 1;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!is_valid_utf8(std::string_view(text).substr(begin, end - begin))) {
      return number;
    }
    begin = end + 1;
    ++number;
  }
  return number;
}

}  // namespace

Result<ProfileFiles> ProfileFiles::built_in(std::string_view language) {
  ProfileFiles files;
  files.language_ = language;
  files.folder_ = std::string(language) + '/';
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.substr(0, files.folder_.size()) == files.folder_) {
      files.texts_.emplace(file.path.substr(files.folder_.size()), file.text);
    }
  }
  if (files.texts_.empty()) {
    return Error{"profile.unknown",
                 "no built-in profile \"" + std::string(language) + "\"; there are " +
                     listed(builtin_languages()),
                 ""};
  }
  files.take_calendar();
  return files;
}

Result<ProfileFiles> ProfileFiles::in_folder(const std::string& folder) {
  ProfileFiles files;
  const fs::path path = fs::path(folder) / "";
  files.language_ = path.parent_path().filename().string();
  files.folder_ = path.string();
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() != ".txt") {
      continue;
    }
    std::ifstream in(it->path(), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string name = it->path().filename().string();
    if (!in) {
      return Error{"profile.unreadable", "cannot be read; check its permissions",
                   it->path().string()};
    }
    if (!is_valid_utf8(text)) {
      return Error{"profile.encoding", "is not UTF-8; convert it",
                   it->path().string() + ':' + std::to_string(first_bad_line(text)) + ":1"};
    }
    files.owned_.emplace(name, std::move(text));
  }
  if (error) {
    return Error{"profile.unreadable", "cannot be listed; check the name", folder};
  }
  files.take_calendar();
  if (files.owned_.empty()) {
    return Error{"profile.unreadable", "no .txt files in it; a profile is a folder of them",
                 folder};
  }
  return files;
}

Result<ProfileFiles> ProfileFiles::named(const std::string& name) {
  std::error_code error;
  if (auto files = built_in(name); files || !fs::is_directory(name, error)) {
    return files;
  }
  return in_folder(name);
}

void ProfileFiles::take_calendar() {
  std::string language = language_;
  for (const DataLine& line : data_lines(file("dates.txt").text)) {
    if (!line.text.starts_with("calendar")) {  // nearly always; spares taking the cells apart
      continue;
    }
    const auto cells = data_cells(line);
    if (cells[0].text == "calendar" && cells.size() > 1) {
      language = cells[1].text;
    }
  }
  for (const EmbeddedFile& calendar : calendar_files()) {
    if (calendar.path == language) {
      known_calendar_ = calendar.text;
      return;
    }
  }
  calendar_ = calendar_rows(language);
}

DataFile ProfileFiles::calendar() const {
  return {folder_ + "calendar", known_calendar_.empty() ? calendar_ : known_calendar_, true};
}

std::vector<std::string_view> ProfileFiles::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, text] : owned_) {
    names.emplace_back(name);
  }
  for (const auto& [name, text] : texts_) {
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

DataFile ProfileFiles::file(std::string_view name) const {
  if (const auto found = owned_.find(name); found != owned_.end()) {
    return {folder_ + std::string(name), found->second};
  }
  DataFile file{folder_ + std::string(name), {}, true};
  if (const auto found = texts_.find(name); found != texts_.end()) {
    file.text = found->second;
    const auto automata = automaton_files();
    const auto automaton = std::ranges::find(automata, file.path, &EmbeddedFile::path);
    file.automaton = automaton == automata.end() ? std::string_view() : automaton->text;
  }
  return file;
}

}  // namespace letterkit
