/// The institutions of a place: finds a hospital by any way to write its name, and gives its id.
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
  std::string id;                     ///< birthcase's own, in kebab-case; rules compare with it
  std::string code;                   ///< the official code (WS 218, 22 characters); empty if it is not public
  Label name;                         ///< the official name
  std::vector<std::string> aliases;   ///< other names of the whole institution
  std::vector<std::string> campuses;  ///< names of its parts: found alone, and after the name or an alias
  std::string source;
  bool interpretation = false;
};

/// The institutions of a profile. Spaces, kinds of brackets and full-width signs make no difference in a name.
class Institutions {
 public:
  /// Instead of an id: the answer for a name that is not in the list. No institution may have it as its id.
  static constexpr std::string_view unlisted = "unlisted";

  /// The most ways to write one institution, and all institutions of a list. Each alias combines with each campus; if
  /// this gives more ways, the profile does not load.
  static constexpr std::size_t most_spellings = 1'000;
  static constexpr std::size_t most_spellings_in_all = 100'000;

  /// How many ways there are to write the institution.
  static std::size_t spellings_of(const Institution& institution) noexcept;

  /// Adds an institution. If another one has a spelling of it already, adds nothing and returns this spelling.
  std::optional<std::string> add(Institution institution);

  /// Sets the divisions of the place, from the province down to the place itself: `浙江省`, `台州市`, `温岭市`. A name
  /// is then also found with these before it, with or without their `省`, `市`, `县` or `区`.
  void lies_in(const std::vector<std::string>& divisions);

  /// How many spellings all institutions have together.
  std::size_t size_of_spellings() const noexcept { return places_.size(); }

  const std::vector<Institution>& all() const noexcept { return institutions_; }
  bool empty() const noexcept { return institutions_.empty(); }

  /// The institution with this name, alias, campus or code; nullptr if there is none. Words in brackets after a name
  /// count only if the list has them: a name with a ward in brackets is still the same hospital. If a division of the
  /// place stands before another one, it is left out: `浙江省温岭市…` is `温岭市…`. Before a name it is not left out:
  /// `浙江省肿瘤医院` and `肿瘤医院` are two hospitals. O(log n).
  const Institution* find(std::string_view text) const;

  /// Every way to write each institution, with the institution's id, for programs that list them.
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
