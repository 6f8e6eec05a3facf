// Lets an engine answer and be timed when the comparison says so; ../engine.py has the lines.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace peers {

/// One thing that is measured.
struct Way {
  std::string set;                                                 ///< `conditions` or `expressions`
  std::string does;                                                ///< in a few words
  std::function<void()> pass;                                      ///< answers for every family once
  std::function<boost::json::object(std::size_t family)> answers;  ///< by name
};

/// Ends the program.
[[noreturn]] void stop(const std::string& why);

/// The text of a file.
std::string text_of(const std::string& path);

/// The families of the folder, each an object of facts.
boost::json::array families_of(const std::string& folder);

/// Answers the lines of the comparison until there are none.
void serve(const std::string& version, const std::vector<Way>& ways, std::size_t families);

}  // namespace peers
