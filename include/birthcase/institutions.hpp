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

  /// So many ways to write one institution, and all of a list, are looked up at once. More are refused at load, since
  /// each alias goes with each campus.
  static constexpr std::size_t most_spellings = 1'000;
  static constexpr std::size_t most_spellings_in_all = 100'000;

  /// How many ways there are to write it.
  static std::size_t spellings_of(const Institution& institution) noexcept;

  /// Adds one. Answers the spelling that an institution before it has too; then nothing was added.
  std::optional<std::string> add(Institution institution);

  /// Says where the place lies, from the province down to the place itself: `浙江省`, `台州市`, `温岭市`. A name is
  /// found with these before it, and without their `省`, `市`, `县` or `区`.
  void lies_in(const std::vector<std::string>& divisions);

  /// How many spellings there are of all together.
  std::size_t size_of_spellings() const noexcept { return places_.size(); }

  const std::vector<Institution>& all() const noexcept { return institutions_; }
  bool empty() const noexcept { return institutions_.empty(); }

  /// The institution of this name, alias, campus or code, or nullptr. What stands in brackets behind a name counts only
  /// if it is known: a ward makes no other hospital. A division before a name that begins with another division of the
  /// place is left out: `浙江省温岭市…` is `温岭市…`, but `浙江省肿瘤医院` is no `肿瘤医院`. O(log n).
  const Institution* find(std::string_view text) const;

  /// Every way to write each, with its id, for programs that list them.
  std::vector<std::pair<std::string, std::string>> spellings() const;

 private:
  /// One way to write a division of the place.
  struct Division {
    std::string name;       // folded
    std::size_t level = 0;  // from the province down
  };

  const Institution* with_key(std::string_view folded) const;
  bool begins_with_another(std::string_view folded, std::size_t level) const noexcept;
  std::optional<std::string_view> without_division(std::string_view folded) const noexcept;

  std::vector<Institution> institutions_;
  std::map<std::string, std::size_t, std::less<>> places_;  // folded spelling → institution
  std::vector<Division> divisions_;                         // the longer name of each before the shorter
};

}  // namespace birthcase
