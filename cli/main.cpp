/// `birthcase`: the library on the command line, for integrators, tests and operators.

#include "command.hpp"
#include "exchange/commands.hpp"
#include "json/document.hpp"
#include "output.hpp"
#include "system.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#ifndef BIRTHCASE_VERSION
#define BIRTHCASE_VERSION "0.1.0"
#endif

namespace birthcase::cli {
namespace {

Command add_commands(CLI::App& program) {
  std::vector<Command> commands{add_plan(program), add_form(program),    add_fields(program),   add_compare(program),
                                add_eval(program), add_batch(program),   add_profiles(program), add_lint(program),
                                add_test(program), add_init(program),    add_schema(program),   add_prove(program),
                                add_diff(program), add_calendar(program)};
#ifdef BIRTHCASE_WITH_STORE
  commands.push_back(add_case(program));
#endif
#ifdef BIRTHCASE_WITH_EXCHANGE
  commands.push_back(add_import(program));
  commands.push_back(add_export(program));
  commands.push_back(add_map(program));
#endif
  return one_of(program, std::move(commands));
}

// What was typed, where it looks like a name of ours: a family's name or number that got in the wrong place does not.
std::string as_typed(std::string_view argument) {
  const auto dashes = std::min(argument.find_first_not_of('-'), argument.size());
  const std::string_view option = argument.substr(dashes, argument.find('=') - dashes);
  if (json::is_presentable(argument)) return std::string(argument);
  if (dashes > 0 && json::is_presentable(option)) return std::string(argument.substr(0, dashes + option.size()));
  return "…";
}

// CLI11 quotes what does not fit.
std::string without_values(std::string text, std::span<const std::string> arguments) {
  for (const std::string_view argument : arguments) {
    const auto sign = argument.starts_with('-') ? argument.find('=') : std::string_view::npos;
    const std::string_view value = sign == std::string_view::npos ? argument : argument.substr(sign + 1);
    const bool small_number = value.size() < 6 && value.find_first_not_of("0123456789") == std::string_view::npos;
    if (value.empty() || value.starts_with('-') || small_number || json::is_presentable(value)) continue;
    for (auto at = text.find(value); at != std::string::npos; at = text.find(value, at)) {
      text.replace(at, value.size(), "…");
      at += std::string_view("…").size();
    }
  }
  return text;
}

// What to say: for a mistyped command CLI11 would ask for one.
std::string reason(const CLI::App& parser, const CLI::ParseError& error, std::span<const std::string> arguments) {
  const auto left = parser.remaining(true);
  const bool wants_command = parser.get_require_subcommand_min() > 0 && parser.get_subcommands().empty();
  if (wants_command && !left.empty() && !left.front().starts_with('-')) {
    return "there is no command '" + as_typed(left.front()) + "'";
  }
  const bool too_many = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (!too_many || left.empty()) return without_values(error.what(), arguments);
  std::string words = "not expected here:";
  for (const std::string& each : left) words += ' ' + as_typed(each);
  return words;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Status wrong_call(const CLI::App& program, const CLI::ParseError& error, std::span<const std::string> arguments) {
  const CLI::App* reached = &program;
  std::string name = program.get_name();
  while (!reached->get_subcommands().empty()) {
    reached = reached->get_subcommands().front();
    name += ' ' + reached->get_name();
  }
  complain(name + ": " + one_line(reason(*reached, error, arguments)) + " (see " + name + " --help)");
  return wrong_input;
}

Status run(std::span<const std::string> arguments) {
  const auto given = arguments.subspan(arguments.empty() ? 0 : 1);
  CLI::App program("China's birth, handled as one thing: what to ask, what to bring, who does what by when.",
                   "birthcase");
  program.set_version_flag("--version", "birthcase " BIRTHCASE_VERSION);
  const Command command = add_commands(program);
  try {
    program.parse(std::vector<std::string>(given.rbegin(), given.rend()));  // CLI11 takes the last one first
  } catch (const CLI::ParseError& error) {
    const bool answered = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (!answered) return wrong_call(program, error, given);
    program.exit(error);  // prints the help or the version
    return done;
  }
  return command.run();
}

}  // namespace
}  // namespace birthcase::cli

int main(int argc, char** argv) {
  using namespace birthcase::cli;
  try {
    prepare_process();
    const auto arguments = arguments_of(argc, argv);
    const Status status = run(arguments);
    flush();
    return status;
  } catch (const std::bad_alloc&) {
    complain("birthcase: not enough memory");
  } catch (const std::exception& failure) {
    complain(std::string("birthcase: ") + failure.what());
  }
  return wrong_input;
}
