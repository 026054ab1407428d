// Which profiles a run reads letters with.
#pragma once

#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <string>
#include <vector>

namespace letterkit::cli {

struct ProfileOptions {
  std::string languages;             ///< of built-in profiles, comma-separated; empty: see below
  std::vector<std::string> folders;  ///< of other profiles
};

/// The profiles from the folders, and the built-in ones: of the languages named; when neither
/// languages nor folders are named, all of them. Error "usage.profile" or the profile's own.
Result<std::vector<Profile>> choose_profiles(const ProfileOptions& options);

}  // namespace letterkit::cli
