// letterprofile new: writes a profile to start from. Never over one that is there.
//
//   letterprofile new xx .   ->   ./xx: 12 files; fill in what starts with fillin-, then check it
#include "letterkit/profile_writing.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

namespace fs = std::filesystem;

/// Whether a text may name a language: letters and hyphens, as in "xx" and "xx-yy".
bool is_language(const std::string& text) {
  return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
         });
}

using Files = std::vector<std::pair<std::string, std::string>>;

Status write_files(const fs::path& folder, const Files& files) {
  for (const auto& [name, text] : files) {
    auto file = cli::OutputFile::open((folder / name).string());
    if (!file) {
      return file.error();
    }
    if (Status written = file->write(text); !written) {
      return written;
    }
    if (Status finished = file->finish(); !finished) {
      return finished;
    }
  }
  return ok();
}

}  // namespace

cli::ExitStatus start(const Options& options) {
  const std::vector<std::string>& operands = options.shared.input.operands;
  if (operands.size() != 2) {
    return misused("new: takes a language and a folder, as in 'new xx .'");
  }
  if (!is_language(operands[0])) {
    return misused("new " + operands[0] + ": no language; use a code of letters, as in 'new xx .'");
  }
  const fs::path folder = fs::path(operands[1]) / operands[0];
  std::error_code error;
  if (fs::exists(folder, error)) {
    return cli::end_with(
        kTool,
        {"usage.exists", "is there already; name another folder, or remove it", folder.string()},
        cli::ExitStatus::usage);
  }
  if (fs::create_directories(folder, error); error) {
    return cli::end_with(
        kTool, {"output.failed", error.message() + "; choose another folder", folder.string()},
        cli::ExitStatus::output_failed);
  }
  const Files files = profile_skeleton(operands[0]);
  if (Status written = write_files(folder, files); !written) {
    return cli::end_with(kTool, written.error(), cli::ExitStatus::output_failed);
  }
  return finish(options,
                folder.string() + ": " + std::to_string(files.size()) +
                    " files; fill in what starts with " + std::string(kToFillIn) +
                    ", then check it\n",
                cli::ExitStatus::all_read);
}

}  // namespace letterkit::profiles
