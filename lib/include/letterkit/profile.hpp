// Profiles: what the library knows about letters of one language, as data. A profile is a folder
// of text files (docs/ARCHITECTURE.md lists them); the built-in ones are compiled in.
#pragma once

#include "letterkit/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

class ProfileData;  // internal: the compiled rules, words and tables

/// A compiled profile. Cheap to copy; copies share the compiled data, which is immutable, so one
/// profile may be used from many threads.
class Profile {
 public:
  explicit Profile(std::shared_ptr<const ProfileData> data);

  /// "nl"
  [[nodiscard]] std::string_view language() const;

  /// Internal access for the parser.
  [[nodiscard]] const ProfileData& data() const { return *data_; }

 private:
  std::shared_ptr<const ProfileData> data_;
};

/// The profile compiled into the library for a language ("nl"). What is needed
/// of it is compiled on first use and lives until the program ends. Error "profile.unknown" names
/// the languages there are.
Result<Profile> builtin_profile(std::string_view language);

/// Languages of the built-in profiles, sorted.
std::vector<std::string> builtin_languages();

/// Reads a profile from a folder. Errors carry "file:line:col" and say how to mend the file.
Result<Profile> load_profile(const std::string& directory);

}  // namespace letterkit
