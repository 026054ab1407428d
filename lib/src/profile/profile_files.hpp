// The files of one profile, from the library or from a folder, and where a table finds its own.
//
// In: a folder or a built-in language. Out: named texts that live as long as the set.
//
//   profile_files_in("profiles/nl")->file("dates.txt").text
#pragma once

#include "letterkit/result.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/data_file.hpp"

namespace letterkit {

class ProfileFiles {
 public:
  /// The files compiled in for a language. Error "profile.unknown" names the languages there are.
  static Result<ProfileFiles> built_in(std::string_view language);

  /// The files of a built-in language, or else of a folder. As built_in() and in_folder().
  static Result<ProfileFiles> named(const std::string& name);

  /// The .txt files of a folder. Errors "profile.unreadable", "profile.encoding".
  static Result<ProfileFiles> in_folder(const std::string& folder);

  /// A file by its name; an empty one when the profile has none, for every table may be empty.
  [[nodiscard]] DataFile file(std::string_view name) const;

  /// The months and weekdays that the language is known to have, as rows of dates.txt; empty when
  /// nothing is known of it.
  [[nodiscard]] DataFile calendar() const;

  /// The names of the files there are, sorted.
  [[nodiscard]] std::vector<std::string_view> names() const;

  /// The last part of the folder's name, "nl": the language.
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  void take_calendar();

  std::string language_;
  std::string folder_;                                     // how errors name it, with a '/'
  std::string_view known_calendar_;                        // of the library
  std::string calendar_;                                   // else, from the locale data
  std::map<std::string, std::string, std::less<>> owned_;  // texts read from a folder
  std::map<std::string_view, std::string_view> texts_;     // of the library
};

}  // namespace letterkit
