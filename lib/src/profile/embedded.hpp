// The profile files that are compiled into the library. In: lib/profiles/, and lib/skeleton/ for a
// profile to start from, at build time. Out: tables of paths and texts, which
// cmake/EmbedProfiles.cmake writes. Example: {"nl/rules.txt", "..."}.
#pragma once

#include <span>
#include <string_view>

namespace letterkit {

/// One file of a built-in profile. Both views live as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< below lib/profiles, with '/': "nl/rules.txt"
  std::string_view text;  ///< the file's bytes; UTF-8, automata apart
};

/// All embedded files, sorted by path (bytewise), so that a profile's files stand together.
std::span<const EmbeddedFile> embedded_files();

/// Months and weekdays of built-in languages as rows of dates.txt; the path is the language. Empty
/// when they could not be made at build time.
std::span<const EmbeddedFile> calendar_files();

/// The automata of the patterns that built-in files of rules try on every line, by the files'
/// paths. None when they could not be made at build time.
std::span<const EmbeddedFile> automaton_files();

/// The files of the profile to start from, below one folder.
std::span<const EmbeddedFile> skeleton_files();

}  // namespace letterkit
