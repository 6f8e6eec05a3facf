/// The commands of the program: one file each, all of the same shape.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/result.hpp>

#include "output.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace birthcase::cli {

/// A command as the parser knows it, and what it does once its options have been read.
struct Command {
  CLI::App* parser = nullptr;
  std::function<Status()> run;
};

/// A command that is nothing by itself: one of its own commands has to follow, and is run.
Command one_of(CLI::App& parser, std::vector<Command> commands);

Command add_plan(CLI::App& program);
Command add_fields(CLI::App& program);
Command add_form(CLI::App& program);
Command add_calendar(CLI::App& program);
Command add_compare(CLI::App& program);
Command add_diff(CLI::App& program);
Command add_eval(CLI::App& program);
Command add_batch(CLI::App& program);
Command add_case(CLI::App& program);  ///< only where the program is built with the store
Command add_init(CLI::App& program);
Command add_lint(CLI::App& program);
Command add_profiles(CLI::App& program);
Command add_prove(CLI::App& program);
Command add_schema(CLI::App& program);
Command add_test(CLI::App& program);

/// `--lang zh|en`
void add_language(CLI::App& command, Language& language);

/// `--format text|markdown|html`, which excludes the options of a `JsonOutput` that the command has already.
void add_format(CLI::App& command, layout::Format& format);

/// `--json` and `--pretty`, of which the second implies the first.
struct JsonOutput {
  bool json = false;
  bool pretty = false;

  void add_to(CLI::App& command);
  bool wanted() const noexcept { return json || pretty; }

  /// Writes a JSON document and a line feed.
  void write(std::string document) const;
};

/// A JSON array that is written page by page, as `JsonOutput::write` would write it whole.
class JsonArrayOutput {
 public:
  explicit JsonArrayOutput(const JsonOutput& output) noexcept : pretty_(output.pretty) {}

  /// Writes the elements of an array as the next ones.
  void add(std::string array);

  void end();

 private:
  bool pretty_;
  bool begun_ = false;
};

/// The date of an option; empty if it was not given. The error names the option.
Result<std::optional<Date>> date_of(const std::string& option, const std::string& text);

/// Today, by the clock and the zone of this computer.
Date today();

}  // namespace birthcase::cli
