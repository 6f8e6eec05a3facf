/// All applications at once: what a family may have told, as formulas.
#pragma once

#include <birthcase/profile.hpp>

#include "analysis/formula.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::analysis {

/// What was told about one birth, by name, so that several profiles can be asked about the same. Facts come into being
/// when they are asked for; `limits` says what holds for them in every application.
class Birth {
 public:
  Birth(Formulas& formulas, std::uint16_t newborns);

  std::uint16_t newborns() const noexcept { return newborns_; }

  /// A fact as it was told, under the limits of this profile's field.
  Term told(const Profile& profile, FactRef fact);

  /// Whether this item is in a list that was told, such as the services asked for.
  z3::expr listed(FactRef list, const std::string& name, std::string_view item);

  /// Whether a document of this kind was handed in for this newborn (or the family).
  z3::expr handed_in(const std::string& evidence, std::uint16_t newborn);

  /// What holds for everything that was asked for so far.
  z3::expr limits();

  /// That no document was handed in, of those asked for so far.
  z3::expr nothing_handed_in() const;

  /// Makes the solver look for the model in which the least was told and handed in.
  void prefer_little(z3::optimize& solver) const;

  /// Anything but what this model says about the facts.
  z3::expr differs_from(const z3::model& model) const;

  /// For building an application from a model.
  struct Fact {
    std::string name;
    std::uint16_t newborn;
    Term term;
    const Field* field;  ///< nullptr for a group
    std::vector<std::pair<std::string, z3::expr>> items;
  };
  struct Document {
    std::string evidence;
    std::uint16_t newborn;
    z3::expr there;
  };
  const std::vector<Fact>& facts() const noexcept { return facts_; }
  const std::vector<Document>& documents() const noexcept { return documents_; }

 private:
  using Key = std::pair<std::string, std::uint16_t>;

  struct FreeText {
    Term term;
    const Rules* rules;
    FieldId field;
  };

  Fact& fact(const Profile& profile, FactRef fact);
  void limit(const Profile& profile, const Fact& fact);
  void limit_codes(const Rules& rules, FieldId field, const Term& term);
  void limit_channels(const Rules& rules, const Term& term);
  z3::expr among(const Term& term, std::vector<int> numbers);
  void join_groups(const Profile& profile, FactRef fact);

  Formulas& formulas_;
  std::uint16_t newborns_;
  std::vector<Fact> facts_;
  std::map<Key, std::size_t> by_name_;
  std::map<std::pair<Key, const Rules*>, bool> limited_;
  std::vector<Document> documents_;
  std::vector<z3::expr> limits_;
  std::vector<FreeText> free_texts_;
  std::optional<Term> channel_;
  std::set<int> channels_;
};

}  // namespace birthcase::analysis
