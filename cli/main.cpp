/// `birthcase`: the library on the command line, for integrators, tests and clerks.

#include "command.hpp"
#include "output.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <utility>
#include <vector>

#ifndef BIRTHCASE_VERSION
#define BIRTHCASE_VERSION "0.1.0"
#endif

namespace birthcase::cli {
namespace {

Command add_commands(CLI::App& program) {
  std::vector<Command> commands{add_plan(program),    add_form(program),     add_compare(program), add_eval(program),
                                add_batch(program),   add_profiles(program), add_lint(program),    add_test(program),
                                add_init(program),    add_schema(program),   add_prove(program),   add_diff(program),
                                add_calendar(program)};
#ifdef BIRTHCASE_WITH_STORE
  commands.push_back(add_case(program));
#endif
  return one_of(program, std::move(commands));
}

// What to say: for a mistyped command CLI11 would ask for one.
std::string reason(const CLI::App& parser, const CLI::ParseError& error) {
  const auto left = parser.remaining();
  const bool wants_command = parser.get_require_subcommand_min() > 0 && parser.get_subcommands().empty();
  if (wants_command && !left.empty() && !left.front().starts_with('-')) {
    return "there is no command '" + left.front() + "'";
  }
  return error.what();
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Status wrong_call(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App* reached = &program;
  std::string name = program.get_name();
  while (!reached->get_subcommands().empty()) {
    reached = reached->get_subcommands().front();
    name += ' ' + reached->get_name();
  }
  complain(name + ": " + one_line(reason(*reached, error)) + " (see " + name + " --help)");
  return wrong_input;
}

Status run(int argc, const char* const* argv) {
  CLI::App program("China's one matter of birth: what to ask, what to bring, who does what by when.", "birthcase");
  program.set_version_flag("--version", "birthcase " BIRTHCASE_VERSION);
  const Command command = add_commands(program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool answered = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
    if (!answered) return wrong_call(program, error);
    program.exit(error);  // prints the help or the version
    return done;
  }
  return command.run();
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
