// From the merged document to the tables of a profile.
#pragma once

#include <birthcase/rules.hpp>

#include "profile/layers.hpp"
#include "profile/links.hpp"
#include "profile/row.hpp"
#include "profile/rule_tables.hpp"
#include "profile/tables.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace birthcase::profile {

/// Whether an expression speaks of the newborn at hand (`newborn.name`), rather than of `newborns`.
bool reads_newborn(std::string_view expression) noexcept;

/// Reports an id under this key that is not words with - between them; a rule's may stand in groups with / between
/// them.
void check_id(Row& row, std::string_view key, std::string_view id, bool of_rule = false);

/// Reads one merged document. Used once.
class Builder {
 public:
  Builder(const Layers& layers, const Tables& tables);

  Result<std::shared_ptr<const Rules>> build();

 private:
  // One function for each table, each in the file named after its subject.
  void read_head(Row& top);
  void read_options(Row& top);
  void read_organisations(Row& top);
  void read_institutions(Row& top);
  void read_fields(Row& top);
  Field read_field(Row& row);
  void read_codes(Row& row, Field& field);
  void read_groups(Row& top);
  void check_locks(Row& top);

  void read_holders(Row& top);
  void read_evidence(Row& top);
  void read_alternatives(Row& row, EvidenceType& type);
  void require_fact(HolderId holder, const std::string& fact, const std::string& evidence);
  void read_services(Row& top);
  void read_service(Row& row, ServiceId index);
  FormEntry read_entry(Row& row);
  Requirement read_requirement(Row& row, ServiceId service);
  void read_done(Row& row, ServiceId service);
  void refuse_newborn(Row& row, const Rule& rule, ServiceId service);

  void read_hours(Row& top);

  // The tables of rules: `read_table` of each, with what its rows have beside the head of every rule.
  void read_rules(Row& top);
  template <class Kind>
  void read_table(Row& top, const RuleTable<Rules, Kind>& table);
  void read_row(Row& row, Channel& channel);
  void read_row(Row& row, LaneRule& rule);
  void read_row(Row& row, DataShare& share);
  void read_look_up(Row& row, DataShare& share);
  void read_key_conditions(Row& row, DataShare& share);
  Rule unanswered(Row& row, std::string_view key, const DataShare& share, const Label& outcome);
  void read_row(Row& row, Absorption& absorption);
  void read_row(Row& row, Competence& rule);
  void read_row(Row& row, OperatorRule& rule);
  void read_row(Row& row, Promise& promise);
  Term read_term(Row& row);
  void read_suspension(Row& row, Promise& promise);
  void read_row(Row& row, Tolerance& tolerance);
  void read_longest(Row& row, Tolerance& tolerance);
  void read_row(Row& row, DeliveryRule& rule);
  void read_row(Row& row, Check& check);
  void read_row(Row& row, Derivation& derivation);
  void read_disagreement(Row& row, Derivation& derivation);
  void require_scope(Row& row, const Derivation& derivation, std::string_view value);

  void read_reference(Row& top);
  void read_terms(Row& top);

  /// The head of a rule; false if the rule is an option that is switched off.
  bool read_rule(Row& row, Rule& rule);
  ConditionId read_condition(Row& row, std::string_view key);
  ConditionId compile_condition(Row& row, std::string_view key, const std::string& text);
  ServiceSet read_service_set(Row& row);
  std::optional<Slot> read_slot(Row& row, std::string_view key);

  /// The directory of ids that rows of this table have; reports ids that stand twice.
  void enter(Row& row, Directory& directory, std::string_view id);

  // What is computed from the tables: linking.cpp.
  void unify_forms(Row& top);
  void link_supplies(Row& top);
  void order_services(Row& top);
  void order_derivations(Row& top);
  void refuse_circle(Row& top, const std::vector<DerivedId>& ordered);
  void index_sources(Row& top);
  void index_lines(ServiceId service);
  void lint();

  const Layers& layers_;
  Problems problems_;
  std::shared_ptr<Rules> rules_ = std::make_shared<Rules>();
  Links links_;
  std::map<std::string, ConditionId, std::less<>> conditions_;
  DirectoryOf<Option> options_{"option"};
  DirectoryOf<Organisation> organisations_{"organisation"};
  Directory institutions_{"institution"};
  DirectoryOf<Field> fields_{"field"};
  DirectoryOf<Holder> holders_{"holder"};
  DirectoryOf<EvidenceType> evidence_{"evidence"};
  DirectoryOf<Service> services_{"service"};
  DirectoryOf<NamedHours> hours_{"opening hours"};
  DirectoryOf<Channel> channels_{"channel"};
  Directory rules_seen_{"rule"};
};

}  // namespace birthcase::profile
