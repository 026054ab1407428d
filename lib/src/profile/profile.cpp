// The public face of profiles: built-in ones, opened once, and those of a folder.
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

Result<Profile> open(Result<ProfileFiles> files) {
  return files ? Result<Profile>(Profile(std::make_shared<const ProfileData>(std::move(*files))))
               : files.error();
}

/// The same, and compiles what is else compiled when it is first asked for.
Result<Profile> compile(Result<ProfileFiles> files) {
  auto profile = open(std::move(files));
  if (profile) {
    if (Status compiled = profile->data().check(); !compiled) {
      return compiled.error();
    }
  }
  return profile;
}

}  // namespace

ProfileData::ProfileData(ProfileFiles files)
    : files_(std::move(files)),
      language(files_.language()),
      dates([this] { return DateWords::parse(files_.file("dates.txt"), files_.calendar()); }),
      papers([this] { return PaperWords::parse(files_.file("papers.txt")); }),
      names([this] {
        return NameWords::parse(files_.file("titles.txt"), files_.file("surname_prefixes.txt"),
                                files_.file("not_names.txt"));
      }),
      references([this] { return ReferenceWords::parse(files_.file("references.txt")); }),
      offices([this] {
        return OfficeWords::parse(files_.file("offices.txt"), files_.file("ministries.txt"));
      }),
      fields([this] { return FieldLabels::parse(files_.file("fields.txt")); }),
      grammar([this] { return Grammar::parse(files_.file("grammar.txt")); }),
      extracts([this] { return Extracts::parse(files_.file("extract.txt")); }),
      words([this] { return LanguageWords::parse(files_.file("language.txt")); }),
      split([this] { return SplitWords::parse(files_.file("split.txt")); }),
      split_gates([this] { return SplitGates::parse(files_.file("split.txt")); }),
      confidences([this] { return Confidences::parse(files_.file("confidence.txt")); }),
      letter_parts([this] { return LetterParts::parse(files_.file("letter.txt")); }),
      cut_hits([this] { return Result<HitBits>(hits_of_cuts(rules_)); }),
      rules_([this] { return Rules::parse(files_.file("rules.txt"), language, {}); }) {}

Status ProfileData::check() const {
  for (const Status& status :
       {dates.status(), papers.status(), names.status(), references.status(), offices.status(),
        fields.status(), grammar.status(), extracts.status(), words.status(), split.status(),
        confidences.status(), letter_parts.status(), rules_.status()}) {
    if (!status) {
      return status;
    }
  }
  return ok();
}

Profile::Profile(std::shared_ptr<const ProfileData> data) : data_(std::move(data)) {}

std::string_view Profile::language() const {
  return data_->language;
}

Result<Profile> builtin_profile(std::string_view language) {
  static std::mutex mutex;
  // Never taken down: a run ends with what it holds, and to free word by word what the system takes
  // back as a whole is a thirtieth of a run on one letter.
  static auto& known = *new std::map<std::string, Profile, std::less<>>();
  const std::lock_guard lock(mutex);
  if (const auto found = known.find(language); found != known.end()) {
    return found->second;
  }
  auto profile = open(ProfileFiles::built_in(language));
  if (profile) {
    known.emplace(std::string(language), *profile);
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
  return compile(ProfileFiles::in_folder(directory));
}

Result<Profile> named_profile(const std::string& name) {
  return compile(ProfileFiles::named(name));
}

}  // namespace letterkit
