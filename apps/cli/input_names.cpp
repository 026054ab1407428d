#include "cli/input_names.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string_view>

#include "cli/error_list.hpp"
#include "cli/system_error.hpp"

namespace letterkit::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder_name(const std::string& name) {
  std::error_code error;
  return fs::is_directory(name, error);
}

}  // namespace

/// Whether to look at a folder's entry at all. Links to folders are not followed: they may lead
/// round in circles. A link to nothing is kept, so that reading it tells.
bool InputNames::is_wanted(const fs::directory_entry& entry, bool& is_folder) const {
  std::error_code error;
  const auto own = entry.symlink_status(error).type();
  const std::string path = entry.path().lexically_relative(walked_).string();
  is_folder = own == fs::file_type::directory;
  if (is_folder) {
    return entry.path().filename().string()[0] != '.' && options_.filter.accepts_folder(path);
  }
  const auto target = own == fs::file_type::symlink ? entry.status(error).type() : own;
  const bool may_be_file = target == fs::file_type::regular ||
                           (own == fs::file_type::symlink && target != fs::file_type::directory);
  return may_be_file && options_.filter.accepts_file(path);
}

Result<InputNames> InputNames::open(const InputOptions& options) {
  InputNames names(options);
  if (options.files_from.empty() && options.operands.empty()) {
    names.options_.operands = {"-"};
  }
  if (!options.files_from.empty() && options.files_from != "-") {
    names.list_.emplace(options.files_from, std::ios::binary);
    if (!*names.list_ || is_folder_name(options.files_from)) {
      const int error_number = is_folder_name(options.files_from) ? EISDIR : errno;
      return Error{"usage.files-from", reading_failed(error_number),
                   "--files-from " + options.files_from};
    }
  }
  return names;
}

std::optional<InputName> InputNames::next() {
  while (true) {
    if (auto found = next_in_folder()) {
      return found;
    }
    auto given = next_given();
    if (!given || given->error || given->name == "-" || !is_folder_name(given->name)) {
      return given;
    }
    walked_ = given->name;
    found_ = 0;
    if (auto failed = enter_folder(given->name)) {
      return failed;
    }
  }
}

std::optional<InputName> InputNames::next_given() {
  if (next_operand_ < options_.operands.size()) {
    return InputName{options_.operands[next_operand_++], std::nullopt};
  }
  return options_.files_from.empty() || list_ended_ ? std::nullopt : next_listed();
}

std::optional<InputName> InputNames::next_listed() {
  std::istream& list = list_ ? static_cast<std::istream&>(*list_) : std::cin;
  std::string line;
  while (std::getline(list, line, options_.null_separated ? '\0' : '\n')) {
    if (!options_.null_separated && line.ends_with('\r')) {
      line.pop_back();  // a list made on Windows
    }
    if (!line.empty()) {
      return InputName{options_.null_separated ? line : listed_name(line), std::nullopt};
    }
  }
  list_ended_ = true;
  if (list.bad()) {
    return InputName{
        options_.files_from, Error{"input.unreadable", reading_failed(EIO), ""}
    };
  }
  return std::nullopt;
}

/// Sorts the entries of a folder onto the stack. Gives the folder back when it cannot be read.
std::optional<InputName> InputNames::enter_folder(const fs::path& folder) {
  Folder entries;
  entries.path = folder;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    bool is_folder = false;
    if (is_wanted(*it, is_folder)) {
      const std::string name = it->path().filename().string();
      entries.starts.push_back(entries.names.size());
      entries.names += is_folder ? name + '/' : name;
      entries.names += '\0';
    }
  }
  if (error) {
    ++found_;  // it may hold texts: no second complaint that there are none
    return InputName{
        folder.string(), Error{"input.unreadable", reading_failed(error.value()), ""}
    };
  }
  const char* const names = entries.names.data();
  std::sort(entries.starts.begin(), entries.starts.end(), [names](std::size_t a, std::size_t b) {
    return std::strcmp(names + a, names + b) > 0;
  });
  folders_.push_back(std::move(entries));
  read_ahead(true);
  return std::nullopt;
}

/// Asks for the file that comes some files behind the next one; in a folder just entered, for all
/// from the next one on.
void InputNames::read_ahead(bool entered) {
  const Folder& folder = folders_.back();
  const std::size_t left = folder.starts.size();
  if (left < 2) {
    return;  // what is about to be read needs no other reader
  }
  ahead_ = ahead_ ? std::move(ahead_) : std::make_unique<ReadAhead>();
  for (std::size_t behind = entered ? 0 : ReadAhead::kReach;
       behind <= ReadAhead::kReach && behind < left; ++behind) {
    const std::string_view name = folder.names.data() + folder.starts[left - 1 - behind];
    if (!name.ends_with('/') && ahead_->is_due()) {
      ahead_->ask((folder.path / name).string());
    }
  }
}

std::optional<InputName> InputNames::next_in_folder() {
  while (!folders_.empty()) {
    Folder& folder = folders_.back();
    if (folder.starts.empty()) {
      folders_.pop_back();
      if (folders_.empty() && found_ == 0) {
        return InputName{
            walked_, Error{"input.no-texts",
                           options_.filter.include.empty()
                               ? "no .txt files in this folder; choose others by --include"
                               : "no files in this folder that --include takes; widen it",
                           ""}
        };
      }
      continue;
    }
    const std::string_view name = folder.names.data() + folder.starts.back();
    read_ahead(false);
    folder.starts.pop_back();
    if (!name.ends_with('/')) {
      ++found_;
      return InputName{(folder.path / name).string(), std::nullopt};
    }
    if (auto failed = enter_folder(folder.path / name.substr(0, name.size() - 1))) {
      return failed;
    }
  }
  return std::nullopt;
}

}  // namespace letterkit::cli
