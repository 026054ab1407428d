// A profile's tables: all that reading letters of one language needs.
//
// In: the files of a profile. Out: immutable tables, each compiled by the stage that uses it when
// it is first asked for: a run that meets letters of one language needs little of another's, and to
// compile all takes longer than to read a letter.
#pragma once

#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <cstdint>
#include <string>

#include "blocks/grammar.hpp"
#include "blocks/rules.hpp"
#include "fields/date.hpp"
#include "fields/dossier.hpp"
#include "fields/field_label.hpp"
#include "fields/name_words.hpp"
#include "fields/office.hpp"
#include "fields/reference.hpp"
#include "profile/choose_profile.hpp"
#include "profile/confidence.hpp"
#include "profile/cut_hits.hpp"
#include "profile/extracts.hpp"
#include "profile/letter_parts.hpp"
#include "profile/profile_files.hpp"
#include "split/split_words.hpp"
#include "support/lazy.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

/// Safe to use from many threads.
class ProfileData {
 public:
  explicit ProfileData(ProfileFiles files);

  /// Compiles all tables. The first error of one that does not compile, which is empty then; it
  /// carries "file:line:col".
  [[nodiscard]] Status check() const;

  [[nodiscard]] const Rules& rules() const { return rules_; }

  /// The files that it is compiled from.
  [[nodiscard]] const ProfileFiles& files() const { return files_; }

  /// The owner of what threads remember with it, see thread_memo.hpp.
  [[nodiscard]] std::uint64_t id() const { return id_; }

 private:
  std::uint64_t id_ = new_owner();
  ProfileFiles files_;

 public:
  std::string language;
  Lazy<DateWords> dates;
  Lazy<PaperWords> papers;
  Lazy<NameWords> names;
  Lazy<ReferenceWords> references;
  Lazy<OfficeWords> offices;
  Lazy<FieldLabels> fields;
  Lazy<Grammar> grammar;
  Lazy<Extracts> extracts;
  Lazy<LanguageWords> words;
  Lazy<SplitWords> split;
  Lazy<SplitGates> split_gates;
  Lazy<Confidences> confidences;
  Lazy<LetterParts> letter_parts;
  Lazy<HitBits> cut_hits;

 private:
  Lazy<Rules> rules_;
};

}  // namespace letterkit
