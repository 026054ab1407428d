// letterprofile: for people who write a profile. In: a command, then profiles and texts. Out: what
// is wrong with a profile, what it holds, which of its rules fire, or a first one to start from.
// The commands are in profiles/.
//
//   letterprofile new xx . && letterprofile check xx
#include <algorithm>
#include <array>
#include <utility>

#include "cli/lists.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"
#include "cli/streams.hpp"
#include "profiles/commands.hpp"

namespace letterkit::profiles {
namespace {

using cli::ExitStatus;

using Command = ExitStatus (*)(const Options&);

constexpr std::array<std::pair<std::string_view, Command>, 4> kCommands = {
    {{"check", check}, {"show", show}, {"coverage", coverage}, {"new", start}}
};

constexpr const char* kFooter =
    "Commands:\n"
    "  check [PROFILE...]         tell all that is wrong with profiles (default: the built-in "
    "ones)\n"
    "  show PROFILE               tell what a profile holds\n"
    "  coverage PROFILE INPUT...  count how often each rule fires on letters\n"
    "  new LANGUAGE DIR           write a profile to start from, DIR/LANGUAGE\n"
    "A PROFILE is a built-in one's language, or a folder.\n"
    "Examples:\n"
    "  letterprofile new xx . && letterprofile check ./xx\n"
    "  letterprofile show ./xx --json | jq .states\n"
    "Exit status: 0 all is well, 1 something wrong in a profile or some inputs unread, 2 usage, "
    "3 output failed, 4 nothing read.";

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const auto& [name, command] : kCommands) {
    names.emplace_back(name);
  }
  return names;
}

ExitStatus run(const Options& options) {
  cli::prepare_streams();
  const auto* const command =
      std::find_if(kCommands.begin(), kCommands.end(),
                   [&options](const auto& known) { return known.first == options.command; });
  if (command == kCommands.end()) {
    return misused((options.command.empty() ? "no command" : options.command + ": no command") +
                   "; use " + cli::join_list(command_names()));
  }
  if (options.json && options.command != "show") {
    return misused("--json: goes with show; leave it out");
  }
  return command->second(options);
}

ExitStatus main(int argc, const char* const* argv) {
  CLI::App app(
      "Checks, describes and starts profiles, the data that a language's letters are read with",
      std::string(kTool));
  Options options;
  app.add_option("COMMAND", options.command, "What to do, see below")->type_name("");
  app.add_flag("--json", options.json, "Print JSON instead of tables")->group("Output");
  cli::add_run_options(app, options.shared);
  cli::add_shared_options(app, options.shared);
  for (const char* const unfit :
       {"--strict", "--language", "--profile", "--keep", "--out-dir", "--resume"}) {
    app.remove_option(app.get_option(unfit));
  }
  app.get_option("INPUT")->description("Profiles and texts, as the command takes them");
  options.shared.choices = {
      {"--split",                  options.shared.choices["--split"]},
      {std::string(cli::kCommand), command_names()                  }
  };
  app.footer(kFooter);
  if (const auto status = cli::parse_command_line(app, options.shared, argc, argv)) {
    return *status;
  }
  return run(options);
}

}  // namespace

ExitStatus finish(const Options& options, const std::string& text, ExitStatus status) {
  auto output = cli::OutputFile::open(options.shared.output);
  Status done = output ? output->write(text) : Status(output.error());
  if (done) {
    done = output->finish();
  }
  return done ? status : cli::end_with(kTool, done.error(), ExitStatus::output_failed);
}

ExitStatus misused(const std::string& what) {
  cli::complain(kTool, what + "; see letterprofile --help");
  return ExitStatus::usage;
}

}  // namespace letterkit::profiles

int main(int argc, char** argv) {
  return letterkit::cli::to_int(letterkit::profiles::main(argc, argv));
}
