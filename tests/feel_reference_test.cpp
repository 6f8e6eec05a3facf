// The reference of the expressions lists every function that there is, and no other.

#include "feel/functions.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>

namespace {

using birthcase::feel::Arity;
using birthcase::feel::Function;

// As the reference writes it: `substring(string, start position[, length])`, `union(list, …)`.
std::string signature(const Function& function) {
  std::string text(function.name);
  text += '(';
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const bool optional = i >= function.required;
    text += optional ? "[" : "";
    text += i > 0 ? ", " : "";
    text += function.parameters[i].name;
    text += optional ? "]" : "";
  }
  return text + (function.arity == Arity::rest ? ", …)" : ")");
}

bool has_own_overload(const Function& function) {
  for (const auto& parameter : function.parameters) {
    if (parameter.name == birthcase::feel::by_place) return true;
  }
  return false;
}

// What stands in code in the first column of the tables between two headings.
std::set<std::string> documented(std::string_view from, std::string_view to) {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/docs/conditions.md");
  REQUIRE(file);
  std::set<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == from || (inside && line != to);
    const std::size_t end = line.find("` |");
    if (inside && line.starts_with("| `") && end != std::string::npos) found.insert(line.substr(3, end - 3));
  }
  return found;
}

}  // namespace

TEST_CASE("the reference lists every function with its parameters, and no other") {
  std::set<std::string> listed = documented("## Functions", "## Our own functions");
  for (const Function& function : birthcase::feel::functions()) {
    if (has_own_overload(function)) continue;
    CAPTURE(signature(function));
    CHECK(listed.erase(signature(function)) == 1);
  }
  for (const std::string& other : listed) FAIL_CHECK("there is no function ", other);
}
