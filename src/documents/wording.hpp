// How the papers word a plan.
#pragma once

#include <birthcase/documents.hpp>
#include <birthcase/plan.hpp>

#include "documents/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::documents {

/// Speaks of one plan in one language. Keeps neither alive.
class Wording {
 public:
  Wording(const Plan& plan, Language language) : plan_(plan), rules_(plan.profile().rules()), words_(language) {}

  const Plan& plan() const noexcept { return plan_; }
  const Rules& rules() const noexcept { return rules_; }
  Words words() const noexcept { return words_; }
  auto words(const auto&... text) const { return words_(text...); }
  Language language() const noexcept { return words_.language(); }
  std::string_view in(const Label& label) const noexcept { return words_.in(label); }

  /// An empty paper with its head: title after the place, window, number of the case.
  Paper paper(std::string_view title, std::string_view case_id) const;

  std::string service(const Service& service, std::uint16_t newborn) const;
  std::string services(ServiceSet services) const;
  std::string organisation(OrganisationId organisation) const;
  std::string holder(const EvidenceItem& item) const;
  std::string document(const EvidenceItem& item) const;
  std::string instead_of(const EvidenceItem& item) const;  ///< empty where it is what the rules ask for
  std::string fact(FactRef fact) const;
  /// How it became known; while it is not, which organisation holds or issues it; empty where it is asked.
  std::string source(const FormField& field) const;
  /// What a look-up says of a document that is shared; empty while nobody has asked.
  std::string looked_up(const EvidenceItem& item) const;

  /// `新生儿 1`, and the name if it has one; only the name, or nothing, where there is no other newborn.
  std::string newborn(std::uint16_t newborn) const;
  std::string newborns() const;  ///< all of them; empty while nothing tells one from another
  bool several_newborns() const noexcept { return plan_.newborns() > 1; }

  /// The value of a fact for people, by its name in the profile; empty while it is not known or there is no such fact.
  std::string known(std::string_view fact, std::uint16_t newborn = FactRef::family) const;

  std::string joined(const std::vector<std::string>& parts) const;
  std::string in_brackets(std::string_view text) const;
  std::string date(int year, unsigned month, unsigned day) const;
  std::string date(Date day) const;
  std::string moment(const DateTime& moment) const;
  std::string due(const Due& due) const;
  std::string term(const Term& term) const;

 private:
  std::string with_newborn(std::string_view text, std::uint16_t newborn) const;
  std::string how_known(const FormField& field) const;
  std::string found(std::string_view organisation, const LookUp& look_up) const;
  std::string told(const FormField& field) const;
  std::string expected(const FormField& field) const;

  const Plan& plan_;
  const Rules& rules_;
  Words words_;
};

/// `a、b、c`
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace birthcase::documents
