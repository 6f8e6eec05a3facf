#include "secret.hpp"

#include "invariant.hpp"

#include <algorithm>

namespace fuzz {

bool is_in_a_key(std::string_view json) {
  for (std::size_t at = json.find('"'); at < json.size(); at = json.find('"', at)) {
    const std::size_t begin = ++at;
    while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    at = std::min(at + 1, json.size());
    const std::size_t next = json.find_first_not_of(" \t\r\n", at);
    const bool is_key = next < json.size() && json[next] == ':';
    if (is_key && json.substr(begin, at - begin).find(secret) != std::string_view::npos) return true;
  }
  return false;
}

void must_not_tell(std::string_view answer) {
  must(answer.find(secret) == std::string_view::npos, "no error and no finding quotes a value that a person typed",
       answer);
}

}  // namespace fuzz
