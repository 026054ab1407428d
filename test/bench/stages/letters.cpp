#include "bench/stages/letters.hpp"

#include "letterkit/parse.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "assemble/read_letter.hpp"
#include "lines/columns.hpp"
#include "lines/split_lines.hpp"
#include "profile/choose_profile.hpp"
#include "profile/cut_lines.hpp"
#include "profile/recognise.hpp"

namespace letterkit::bench {
namespace {

namespace fs = std::filesystem;

BenchLetters& loaded() {
  static BenchLetters letters;
  return letters;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> text_files(const std::string& path) {
  if (!fs::is_directory(path)) {
    return {path};
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && entry.path().extension() == ".txt") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add_letters(const std::string& bytes, Split split, BenchLetters& into) {
  ParseOptions options;
  options.split = split;
  LetterReader reader("bench", into.profiles, options);
  reader.feed(bytes);
  reader.finish();
  while (auto text = reader.next()) {
    const Profile& profile = choose_profile(text->text, into.profiles);
    into.bytes += text->text.size();
    into.dump += (into.dump.empty() ? "" : "\n\f\n") + text->text;
    into.letters.push_back({std::move(*text), &profile.data()});
  }
}

}  // namespace

Status load_letters(const std::string& path) {
  BenchLetters made;
  for (const std::string& language : builtin_languages()) {
    auto profile = builtin_profile(language);
    if (!profile) {
      return profile.error();
    }
    made.profiles.push_back(std::move(*profile));
  }
  const bool folder = fs::is_directory(path);
  for (const fs::path& file : text_files(path)) {
    add_letters(read_file(file), folder ? Split::automatic : Split::formfeed, made);
  }
  if (made.letters.empty()) {
    return Error{"bench.input", "no letters; give a dump or a folder of text files", path};
  }
  for (const BenchLetter& letter : made.letters) {
    static_cast<void>(letter.profile->rules());  // compiled before any clock starts
  }
  loaded() = std::move(made);
  return ok();
}

const BenchLetters& letters() {
  return loaded();
}

std::vector<Lines> separated_lines() {
  std::vector<Lines> all;
  for (const BenchLetter& letter : letters().letters) {
    all.push_back(split_lines(letter.text.text));
    separate_columns(all.back());
  }
  return all;
}

std::vector<Lines> cut_separated_lines() {
  std::vector<Lines> all = separated_lines();
  for (std::size_t i = 0; i < all.size(); ++i) {
    cut_lines(all[i], *letters().letters[i].profile);
  }
  return all;
}

std::vector<std::vector<Features>> features_of(const std::vector<Lines>& all) {
  std::vector<std::vector<Features>> features(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ProfileData& profile = *letters().letters[i].profile;
    for (const Line& line : all[i].lines) {
      features[i].push_back(recognise_line(all[i], line, profile));
    }
    recognise_places(all[i], profile, features[i]);
  }
  return features;
}

std::vector<Reading> readings() {
  std::vector<Reading> all;
  for (const BenchLetter& letter : letters().letters) {
    LetterPlace place;
    place.input = &letter.text;
    all.push_back(read_lines(letter.text.text, place, *letter.profile));
  }
  return all;
}

void count_passes(benchmark::State& state) {
  const auto passes = static_cast<std::size_t>(state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(passes * letters().bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(passes * letters().letters.size()));
}

}  // namespace letterkit::bench
