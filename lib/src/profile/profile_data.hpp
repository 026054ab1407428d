// A compiled profile: every table that reading a letter of one language needs.
//
// In: the files of a profile. Out: immutable tables, each compiled by the stage that uses it.
#pragma once

#include "letterkit/profile.hpp"
#include "letterkit/result.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
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
#include "profile/extracts.hpp"
#include "profile/letter_parts.hpp"
#include "profile/profile_files.hpp"
#include "split/split_words.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

class ProfileData {
 public:
  /// Compiles every table but the rules. Errors carry "file:line:col".
  static Result<std::shared_ptr<const ProfileData>> compile(ProfileFiles files);

  /// The rules, compiled when they are first asked for: most of what a profile costs, and a run
  /// that meets letters of one language needs no other's. Rules that do not compile are empty;
  /// check_rules() says why. Safe to call from many threads.
  [[nodiscard]] const Rules& rules() const;

  /// The error that keeps the rules from compiling, if there is one.
  [[nodiscard]] Status check_rules() const;

  /// The files that it was compiled from.
  [[nodiscard]] const ProfileFiles& files() const { return files_; }

  /// The owner of what threads remember with it, see thread_memo.hpp.
  [[nodiscard]] std::uint64_t id() const { return id_; }

  std::string language;
  DateWords dates;
  PaperWords papers;
  NameWords names;
  ReferenceWords references;
  OfficeWords offices;
  FieldLabels fields;
  Grammar grammar;
  Extracts extracts;
  LanguageWords words;
  SplitWords split;
  Confidences confidences;
  LetterParts letter_parts;

 private:
  std::uint64_t id_ = new_owner();
  ProfileFiles files_;
  mutable std::once_flag once_;
  mutable std::atomic<bool> ready_ = false;
  mutable Rules rules_;
  mutable Status rules_status_ = ok();
};

}  // namespace letterkit
