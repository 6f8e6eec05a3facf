/// The institutions of a place: hospitals by a code of their own, whatever way their names are written.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/rule.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

/// One institution.
struct Institution {
  std::string id;                     ///< kebab-case, ours: what rules compare with
  std::string code;                   ///< the official one (WS 218, 22 characters); empty where it could not be had
  Label name;                         ///< the official one
  std::vector<std::string> aliases;   ///< other ways in which the whole institution is called
  std::vector<std::string> campuses;  ///< its parts: found alone and behind the name or an alias
  std::string source;
  bool interpretation = false;
};

/// The list of a profile. A name is found however it is spaced, bracketed, and whether its signs are full-width.
class Institutions {
 public:
  /// What is no id of an institution: the answer for a name that is not in a list.
  static constexpr std::string_view unlisted = "unlisted";

  /// Adds one. Answers the spelling that an institution before it has too; then nothing was added.
  std::optional<std::string> add(Institution institution);

  const std::vector<Institution>& all() const noexcept { return institutions_; }
  bool empty() const noexcept { return institutions_.empty(); }

  /// The institution of this name, alias, campus or code, or nullptr. What stands in brackets behind a name counts only
  /// if it is known: a ward makes no other hospital. O(log n).
  const Institution* find(std::string_view text) const;

  /// Every way to write each, with its id, for those who have to list them.
  std::vector<std::pair<std::string, std::string>> spellings() const;

 private:
  std::vector<Institution> institutions_;
  std::map<std::string, std::size_t, std::less<>> places_;  // folded spelling → institution
};

}  // namespace birthcase
