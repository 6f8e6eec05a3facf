#include "secret.hpp"

#include "invariant.hpp"

#include <string>

namespace fuzz {

bool is_in_a_key(std::string_view json) {
  std::string open;  // the brackets around this place
  char before = ' ';
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t begin = at++;
      while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
      const bool is_value = before == ':' || open.ends_with('[');
      if (!is_value && json.substr(begin, at - begin).find(secret) != std::string_view::npos) return true;
    }
    if (c == '{' || c == '[') open += c;
    if ((c == '}' || c == ']') && !open.empty()) open.pop_back();
    if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) before = c;
  }
  return false;
}

void must_not_tell(std::string_view answer) {
  must(answer.find(secret) == std::string_view::npos, "no error and no finding quotes a value that a person typed",
       answer);
}

}  // namespace fuzz
