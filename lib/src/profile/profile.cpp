// The public face of profiles: built-in ones, compiled once on first use, and those of a folder.
#include "letterkit/profile.hpp"

#include "letterkit/profile_writing.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "profile/embedded.hpp"
#include "profile/profile_data.hpp"
#include "profile/profile_files.hpp"

namespace letterkit {
namespace {

Result<Profile> compile(Result<ProfileFiles> files) {
  if (!files) {
    return files.error();
  }
  auto data = ProfileData::compile(std::move(*files));
  if (!data) {
    return data.error();
  }
  return Profile(std::move(*data));
}

/// The same, and its rules, which are else compiled when they are first asked for.
Result<Profile> compile_all(Result<ProfileFiles> files) {
  auto profile = compile(std::move(files));
  if (profile) {
    if (Status rules = profile->data().check_rules(); !rules) {
      return rules.error();
    }
  }
  return profile;
}

}  // namespace

Result<std::shared_ptr<const ProfileData>> ProfileData::compile(ProfileFiles files) {
  auto data = std::make_shared<ProfileData>();
  data->language = files.language();
  // Reads one table into its member; the first error ends the compilation.
  Status status = ok();
  const auto take = [&status](auto& member, auto table) {
    if (status && !table) {
      status = table.error();
    }
    if (status) {
      member = std::move(*table);
    }
  };
  take(data->dates, DateWords::parse(files.file("dates.txt"), files.calendar()));
  take(data->papers, PaperWords::parse(files.file("papers.txt")));
  take(data->names, NameWords::parse(files.file("titles.txt"), files.file("surname_prefixes.txt"),
                                     files.file("not_names.txt")));
  take(data->references, ReferenceWords::parse(files.file("references.txt")));
  take(data->offices, OfficeWords::parse(files.file("offices.txt"), files.file("ministries.txt")));
  take(data->fields, FieldLabels::parse(files.file("fields.txt")));
  take(data->words, LanguageWords::parse(files.file("language.txt")));
  take(data->extracts, Extracts::parse(files.file("extract.txt")));
  take(data->split, SplitWords::parse(files.file("split.txt")));
  take(data->confidences, Confidences::parse(files.file("confidence.txt")));
  take(data->letter_parts, LetterParts::parse(files.file("letter.txt")));
  take(data->grammar, Grammar::parse(files.file("grammar.txt")));
  if (!status) {
    return status.error();
  }
  data->files_ = std::move(files);
  return std::shared_ptr<const ProfileData>(std::move(data));
}

const Rules& ProfileData::rules() const {
  if (ready_.load(std::memory_order_acquire)) {  // cheaper to ask than the flag
    return rules_;
  }
  std::call_once(once_, [this] {
    auto rules = Rules::parse(files_.file("rules.txt"), language, {});
    if (rules) {
      rules_ = std::move(*rules);
    } else {
      rules_status_ = rules.error();
    }
    ready_.store(true, std::memory_order_release);
  });
  return rules_;
}

Status ProfileData::check_rules() const {
  static_cast<void>(rules());
  return rules_status_;
}

Profile::Profile(std::shared_ptr<const ProfileData> data) : data_(std::move(data)) {}

std::string_view Profile::language() const {
  return data_->language;
}

Result<Profile> builtin_profile(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, Profile, std::less<>> compiled;
  const std::lock_guard lock(mutex);
  if (const auto found = compiled.find(language); found != compiled.end()) {
    return found->second;
  }
  auto profile = compile(ProfileFiles::built_in(language));
  if (profile) {
    compiled.emplace(std::string(language), *profile);
  }
  return profile;
}

std::vector<std::string> builtin_languages() {
  std::vector<std::string> languages;
  for (const EmbeddedFile& file : embedded_files()) {
    const auto language = file.path.substr(0, file.path.find('/'));
    if (languages.empty() || languages.back() != language) {
      languages.emplace_back(language);
    }
  }
  return languages;
}

Result<Profile> load_profile(const std::string& directory) {
  return compile_all(ProfileFiles::in_folder(directory));
}

Result<Profile> named_profile(const std::string& name) {
  return compile_all(ProfileFiles::named(name));
}

}  // namespace letterkit
