// Method: CLI11's options become rows of what a shell needs to know; each shell has one function
// that spells a row. A value's kind follows from its type name in --help: FILE and DIR are paths,
// LIST and the rest are what `choices` has for them, or anything.
#include "cli/completions.hpp"

#include <algorithm>

namespace letterkit::cli {
namespace {

enum class ValueKind {
  none,
  optional,  ///< given with "=" or not at all
  file,
  folder,
  choice,
  list,  ///< choices with commas between
  any,
};

/// An option as a shell sees it.
struct Completed {
  std::vector<std::string> names;  ///< "-o", "--output"
  std::string description;
  std::string type_name;
  ValueKind kind = ValueKind::none;
  std::string values;  ///< choices, with spaces between
  bool repeated = false;
};

/// "WHEN" of "WHEN:{auto,never}", as CLI11 has it when values are checked.
std::string type_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

ValueKind kind_of(const CLI::Option& option, bool has_choices) {
  if (!option.get_option_text().empty()) {
    return ValueKind::optional;  // the text shows the value of a flag that may have one
  }
  if (option.get_items_expected_max() == 0) {
    return ValueKind::none;
  }
  const std::string type = type_of(option);
  if (type == "FILE") {
    return ValueKind::file;
  }
  if (type == "DIR") {
    return ValueKind::folder;
  }
  if (!has_choices) {
    return ValueKind::any;
  }
  return type == "LIST" ? ValueKind::list : ValueKind::choice;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    text.append(text.empty() ? std::string_view() : between).append(word);
  }
  return text;
}

Completed row_of(const CLI::Option& option, const Choices& choices) {
  Completed row;
  for (const std::string& name : option.get_snames()) {
    row.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    row.names.push_back("--" + name);
  }
  const auto values = choices.find(row.names.back());
  row.kind = kind_of(option, values != choices.end());
  row.description = option.get_description();
  row.type_name = type_of(option);
  row.values = values == choices.end() ? "" : joined(values->second, " ");
  row.repeated = option.get_multi_option_policy() == CLI::MultiOptionPolicy::Throw &&
                 row.kind != ValueKind::none && row.kind != ValueKind::optional;
  return row;
}

std::vector<Completed> rows_of(const CLI::App& app, const Choices& choices) {
  std::vector<Completed> rows;
  for (const CLI::Option* option : app.get_options()) {
    // An option without a group is hidden, one without a dash is an operand.
    if (!option->get_group().empty() && option->nonpositional()) {
      rows.push_back(row_of(*option, choices));
    }
  }
  return rows;
}

std::string header(std::string_view first, const std::string& tool, std::string_view shell) {
  return std::string(first) + "# Completion of " + tool + "; made by " + tool + " --completions " +
         std::string(shell) + ".\n";
}

/// What bash does when the word after this option is completed; "" for an option without value.
std::string bash_value(const Completed& row) {
  switch (row.kind) {
    case ValueKind::none:
    case ValueKind::optional:
      return "";
    case ValueKind::file:
      return "return";  // readline completes file names by default
    case ValueKind::folder:
      return "compopt +o default -o dirnames; return";
    case ValueKind::choice:
      return "COMPREPLY=($(compgen -W '" + row.values + "' -- \"$cur\")); return";
    case ValueKind::list:
      return "[[ $cur != *,* ]] || head=${cur%,*},; compopt -o nospace\n      COMPREPLY=($(compgen "
             "-P \"$head\" -W '" +
             row.values + "' -- \"${cur##*,}\")); return";
    case ValueKind::any:
      break;
  }
  return "compopt +o default; return";
}

/// The words that may come first, of a tool that does several things; "" for another.
std::string commands_in(const Choices& choices) {
  const auto found = choices.find(std::string(kCommand));
  return found == choices.end() ? "" : joined(found->second, " ");
}

std::string bash_script(const std::string& tool, const std::vector<Completed>& rows,
                        const std::string& commands) {
  std::string cases;
  std::string names;
  for (const Completed& row : rows) {
    names += (names.empty() ? "" : " ") + joined(row.names, " ");
    if (const std::string value = bash_value(row); !value.empty()) {
      cases += "    " + joined(row.names, "|") + ")\n      " + value + " ;;\n";
    }
  }
  return header("", tool, "bash") + "_" + tool +
         "() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} head=\n"
         "  COMPREPLY=()\n"
         "  # readline cuts words at \"=\": --split=auto is three of them.\n"
         "  if [[ $cur == = ]]; then cur=\n"
         "  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}\n"
         "  fi\n"
         "  case $prev in\n" +
         cases + "  esac\n  " +
         (commands.empty() ? ""
                           : "if [[ $cur != -* ]] && ((COMP_CWORD == 1)); then\n"
                             "    COMPREPLY=($(compgen -W '" +
                                 commands + "' -- \"$cur\"))\n  el") +
         "if [[ $cur == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         names +
         "' -- \"$cur\"))\n"
         "  fi\n"
         "}\n"
         "complete -o default -F _" +
         tool + " " + tool + "\n";
}

/// `text` within single quotes, with a backslash before each of `special`.
std::string quoted(std::string_view text, std::string_view special) {
  std::string escaped = "'";
  for (const char c : text) {
    if (c == '\'') {
      escaped += "'\\'";
    } else if (special.find(c) != special.npos) {
      escaped += '\\';
    }
    escaped += c;
  }
  return escaped + "'";
}

std::string zsh_value(const Completed& row) {
  const std::string message = ":" + row.type_name + ":";
  switch (row.kind) {
    case ValueKind::none:
      return "";
    case ValueKind::optional:
      return ":" + message;  // two colons: it may be left out
    case ValueKind::file:
      return message + "_files";
    case ValueKind::folder:
      return message + "_files -/";
    case ValueKind::choice:
      return message + "(" + row.values + ")";
    case ValueKind::list:
      return message + "_sequence compadd - " + row.values;
    case ValueKind::any:
      break;
  }
  return message + " ";
}

std::string zsh_script(const std::string& tool, const std::vector<Completed>& rows,
                       const std::string& commands) {
  std::string script = header("#compdef " + tool + "\n", tool, "zsh") + "_arguments -s -S";
  for (const Completed& row : rows) {
    std::string description = quoted(row.description, "[]:\\");
    description = "[" + description.substr(1, description.size() - 2) + "]";
    for (const std::string& name : row.names) {
      const bool is_long = name.starts_with("--");
      std::string spec = row.repeated ? "*" : "(" + joined(row.names, " ") + ")";
      spec += name;
      if (row.kind == ValueKind::optional) {
        spec += "=-";  // the value only in the same word
      } else if (row.kind != ValueKind::none) {
        spec += is_long ? "=" : "+";
      }
      script += " \\\n  '" + spec + description + zsh_value(row) + "'";
    }
  }
  if (!commands.empty()) {
    script += " \\\n  '1:command:(" + commands + ")'";
  }
  return script + " \\\n  '*:input:_files'\n";
}

std::string fish_value(const Completed& row) {
  switch (row.kind) {
    case ValueKind::none:
    case ValueKind::optional:
      return "";
    case ValueKind::file:
      return " -r -F";
    case ValueKind::folder:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::choice:
      return " -x -a '" + row.values + "'";
    case ValueKind::list:
      return " -x -a '(__fish_append , " + row.values + ")'";
    case ValueKind::any:
      break;
  }
  return " -x";
}

std::string fish_script(const std::string& tool, const std::vector<Completed>& rows,
                        const std::string& commands) {
  std::string script = header("", tool, "fish");
  if (!commands.empty()) {
    script += "complete -c " + tool + " -n __fish_use_subcommand -a '" + commands + "'\n";
  }
  for (const Completed& row : rows) {
    script += "complete -c " + tool;
    for (const std::string& name : row.names) {
      script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    script += fish_value(row) + " -d " + quoted(row.description, "") + "\n";
  }
  return script;
}

}  // namespace

std::optional<std::string> completion_script(const CLI::App& app, const Choices& choices,
                                             std::string_view shell) {
  const auto rows = rows_of(app, choices);
  const std::string commands = commands_in(choices);
  if (shell == "bash") {
    return bash_script(app.get_name(), rows, commands);
  }
  if (shell == "zsh") {
    return zsh_script(app.get_name(), rows, commands);
  }
  if (shell == "fish") {
    return fish_script(app.get_name(), rows, commands);
  }
  return std::nullopt;
}

}  // namespace letterkit::cli
