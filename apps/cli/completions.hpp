// Shell completion of a tool's command line. In: the options as --help knows them, and what some
// of their values may be. Out: a script for bash, zsh or fish that completes option names, values
// and file names; the build installs one a tool and shell.
//
//   letter2csv --table par<Tab>   ->   letter2csv --table paragraphs
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace letterkit::cli {

/// Values of an option, by its long name: {"--split", {"auto", "never", "formfeed"}}. Where the
/// option's type name is LIST, several may be given, with commas between.
using Choices = std::map<std::string, std::vector<std::string>>;

/// The name in Choices for the first operand of a tool that does several things.
inline constexpr std::string_view kCommand = "COMMAND";

constexpr std::array<std::string_view, 3> completion_shells() {
  return {"bash", "zsh", "fish"};
}

/// The script for one of those shells; null for another.
std::optional<std::string> completion_script(const CLI::App& app, const Choices& choices,
                                             std::string_view shell);

}  // namespace letterkit::cli
