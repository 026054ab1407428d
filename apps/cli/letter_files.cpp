#include "cli/letter_files.hpp"

#include <charconv>
#include <filesystem>
#include <sys/stat.h>

#include "cli/output_file.hpp"
#include "cli/system_error.hpp"
#include "cli/utf8.hpp"

namespace letterkit::cli {
namespace {

constexpr std::size_t kLongestName = 200;  // bytes; leaves room for ~12 and .txt in 255

/// The last part of an input's name, without ".txt": "a.zip!b/letter.txt" -> "letter".
std::string stem_of(const std::string& source) {
  std::string stem = source.substr(source.find_last_of("/!") + 1);
  if (stem.ends_with(".txt")) {
    stem.resize(stem.size() - 4);
  }
  return stem == "-" || stem.empty() ? "stdin" : stem;
}

/// What a placeholder stands for; null for an unknown one.
std::optional<std::string> value_of(std::string_view placeholder, const Letter& letter) {
  if (placeholder == "id") {
    return letter.id ? *letter.id : stem_of(letter.source.name);
  }
  if (placeholder == "date") {
    return letter.date.iso ? *letter.date.iso : "undated";
  }
  if (placeholder == "index") {
    return std::to_string(letter.source.index);
  }
  if (placeholder == "source") {
    return stem_of(letter.source.name);
  }
  return std::nullopt;
}

bool is_unfit(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  // U+0080..U+009F are control characters too.
  const bool second_half =
      c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  return c < 0x20 || c == 0x7F || c == '/' || c == '\\' || second_half;
}

std::string fit_for_file(std::string_view name) {
  const std::string text = to_utf8(name);
  std::string fit;
  for (std::size_t at = 0; at < text.size() && fit.size() < kLongestName; ++at) {
    const bool unfit = is_unfit(text, at);
    at += unfit && text[at] == '\xC2' ? 1 : 0;
    fit += unfit ? '_' : text[at];
  }
  while (!fit.empty() && fit.size() >= kLongestName && to_utf8(fit) != fit) {
    fit.pop_back();  // a character that was cut
  }
  if (fit.empty()) {
    return "_";
  }
  if (fit[0] == '.' || fit[0] == '-') {
    fit[0] = '_';
  }
  return fit;
}

}  // namespace

Status check_name_pattern(std::string_view pattern) {
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos;
       open = pattern.find('{', open + 1)) {
    const std::size_t close = pattern.find('}', open);
    const std::string_view inside =
        pattern.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
    if (close == std::string_view::npos || !value_of(inside, Letter{})) {
      return Error{"usage.name",
                   "no placeholder {" + std::string(inside) +
                       "}; use some of {id}, {date}, {index} and {source}",
                   "--name " + std::string(pattern)};
    }
  }
  return ok();
}

std::string letter_file_name(std::string_view pattern, const Letter& letter) {
  std::string name;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    name += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('}');
    if (pattern.empty() || close == std::string_view::npos) {
      break;
    }
    name += value_of(pattern.substr(1, close - 1), letter).value_or("");
    pattern.remove_prefix(close + 1);
  }
  return fit_for_file(name);
}

void FilePrinter::print(const Letter& letter, std::string& out) const {
  LetterText none;
  print_text(none, letter, out);
}

void FilePrinter::print_text(LetterText& text, const Letter& letter, std::string& out) const {
  out += letter_file_name(pattern_, letter);
  out += '\0';
  out += std::to_string(text.text.size());
  out += '\0';
  out += text.text;
}

Result<std::unique_ptr<LetterSink>> LetterFiles::open(const std::string& folder, bool force) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return Error{"output.failed", writing_failed(error.value()), folder};
  }
  return std::unique_ptr<LetterSink>(new LetterFiles(folder, force));
}

Status LetterFiles::letters(Printed printed) {
  std::string_view rest = printed.text;
  while (!rest.empty()) {
    const std::size_t name_end = rest.find('\0');
    const std::size_t size_end = rest.find('\0', name_end + 1);
    std::size_t size = 0;
    std::from_chars(rest.data() + name_end + 1, rest.data() + size_end, size);
    const Status written =
        write(std::string(rest.substr(0, name_end)), rest.substr(size_end + 1, size));
    if (!written) {
      return written;
    }
    rest.remove_prefix(size_end + 1 + size);
  }
  return ok();
}

std::string LetterFiles::unique_name(const std::string& name) {
  std::size_t count = ++given_[name];
  std::string unique = name;
  while (count > 1) {
    unique = name + "~" + std::to_string(count);
    if (++given_[unique] == 1) {
      break;
    }
    count = ++given_[name];
  }
  return unique;
}

Status LetterFiles::write(const std::string& name, std::string_view text) {
  const std::string path = folder_ + "/" + unique_name(name) + ".txt";
  struct stat there = {};
  if (!force_ && ::lstat(path.c_str(), &there) == 0) {
    return Error{"output.exists", "is there already; write to another folder or use --force", path};
  }
  auto file = OutputFile::open(path);
  if (!file) {
    return file.error();
  }
  const Status written = file->write(text);
  return written ? file->finish() : written;
}

}  // namespace letterkit::cli
