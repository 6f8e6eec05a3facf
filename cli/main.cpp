/// `birthcase`: the library on the command line, for integrators, tests and clerks.

#include "command.hpp"
#include "output.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <vector>

#ifndef BIRTHCASE_VERSION
#define BIRTHCASE_VERSION "0.1.0"
#endif

namespace birthcase::cli {
namespace {

std::vector<Command> add_commands(CLI::App& program) {
  return {add_plan(program),  add_form(program),     add_compare(program), add_eval(program),
          add_batch(program), add_profiles(program), add_lint(program),    add_test(program),
          add_init(program),  add_schema(program),   add_prove(program),   add_diff(program)};
}

// What to say: for a mistyped command CLI11 would ask for one.
std::string reason(const CLI::App& program, const CLI::ParseError& error) {
  const auto left = program.remaining();
  const bool no_command = program.get_subcommands().empty();
  if (no_command && !left.empty() && !left.front().starts_with('-')) {
    return "there is no command '" + left.front() + "'";
  }
  return error.what();
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Status wrong_call(const CLI::App& program, const std::vector<Command>& commands, const CLI::ParseError& error) {
  std::string name = program.get_name();
  for (const Command& command : commands) {
    if (command.parser->parsed()) name += ' ' + command.parser->get_name();
  }
  complain(name + ": " + one_line(reason(program, error)) + " (see " + name + " --help)");
  return wrong_input;
}

Status run(int argc, const char* const* argv) {
  CLI::App program("China's one matter of birth: what to ask, what to bring, who does what by when.", "birthcase");
  program.set_version_flag("--version", "birthcase " BIRTHCASE_VERSION);
  program.require_subcommand(1);
  const auto commands = add_commands(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool answered = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (!answered) return wrong_call(program, commands, error);
    program.exit(error);  // prints the help or the version
    return done;
  }
  const auto asked =
      std::find_if(commands.begin(), commands.end(), [](const Command& command) { return command.parser->parsed(); });
  return asked->run();
}

}  // namespace
}  // namespace birthcase::cli

int main(int argc, char** argv) {
  using namespace birthcase::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is noticed by the failing write
  try {
    const Status status = run(argc, argv);
    flush();
    return status;
  } catch (const std::bad_alloc&) {
    complain("birthcase: not enough memory");
  } catch (const std::exception& failure) {
    complain(std::string("birthcase: ") + failure.what());
  }
  return wrong_input;
}
