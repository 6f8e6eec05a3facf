// The real program, run with arguments and input: what it answered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli_tests {

struct Outcome {
  int status = -1;  ///< the exit status; -1 if the program did not end by itself
  std::string output;
  std::string errors;

  /// Whether there is exactly one line on the standard error.
  bool complained_once() const;
};

/// Runs the program that the environment variable BIRTHCASE_CLI names.
Outcome run(const std::vector<std::string>& arguments, std::string_view input = {});

/// As above, with the standard output going to this file, such as /dev/full.
Outcome run_into(const std::string& output_file, const std::vector<std::string>& arguments,
                 std::string_view input = {});

/// As above, with a terminal as the standard output.
Outcome run_on_terminal(const std::vector<std::string>& arguments);

/// A file of the examples.
std::string example(std::string_view name);

/// A new file with this text; removed at the end of the tests.
std::string file_with(std::string_view text, std::string_view name = "input.json");

/// Where a file of this name is, or would be: the program can be told to make it. Removed at the end of the tests.
std::string place_for(std::string_view name);

std::vector<std::string> lines_of(std::string_view text);

}  // namespace birthcase::cli_tests
