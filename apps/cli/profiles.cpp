#include "cli/profiles.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/lists.hpp"

namespace letterkit::cli {
namespace {

/// The languages to use built-in profiles of.
Result<std::vector<std::string>> choose_languages(const ProfileOptions& options) {
  const std::vector<std::string> available = builtin_languages();
  if (options.languages.empty()) {
    return options.folders.empty() ? available : std::vector<std::string>();
  }
  std::vector<std::string> chosen = split_list(options.languages);
  for (const std::string& language : chosen) {
    if (std::find(available.begin(), available.end(), language) == available.end()) {
      return Error{"usage.language",
                   "no language \"" + language + "\"; use some of " + join_list(available) +
                       ", or --profile DIR",
                   "--language"};
    }
  }
  return chosen;
}

}  // namespace

Result<std::vector<Profile>> choose_profiles(const ProfileOptions& options) {
  std::vector<Profile> profiles;
  for (const std::string& folder : options.folders) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
      return Error{"usage.profile", "no such folder; give the folder of a profile's files",
                   "--profile " + folder};
    }
    auto profile = load_profile(folder);
    if (!profile) {
      return profile.error();
    }
    profiles.push_back(std::move(*profile));
  }
  auto languages = choose_languages(options);
  if (!languages) {
    return languages.error();
  }
  for (const std::string& language : *languages) {
    auto profile = builtin_profile(language);
    if (!profile) {
      return profile.error();
    }
    profiles.push_back(std::move(*profile));
  }
  return profiles;
}

}  // namespace letterkit::cli
