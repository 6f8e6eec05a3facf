#include "profile/readers.hpp"

#include "profile/rule_tables.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace birthcase::profile {
namespace {

class FieldReaders {
 public:
  explicit FieldReaders(const Rules& rules) : rules_(rules), found_(rules.fields.size()) {}

  Column<Field, Readers> find() &&;

 private:
  void by(std::string_view reader, FieldId field);
  void by(std::string_view reader, std::span<const Slot> slots);
  void by(std::string_view reader, ConditionId condition);
  void people_and_documents();
  void services();
  void channel_and_choice();

  // What rules of a table read beside their conditions.
  void others(const DataShare& share);
  void others(const DeliveryRule& delivery);
  void others(const Check& check);
  void others(const Derivation& derivation);
  void others(const Rule&) {}

  const Rules& rules_;
  Column<Field, Readers> found_;
};

void FieldReaders::by(std::string_view reader, FieldId field) {
  if (field == no_index) return;
  Readers& readers = found_[field];
  if (std::find(readers.begin(), readers.end(), reader) == readers.end()) readers.push_back(reader);
}

void FieldReaders::by(std::string_view reader, std::span<const Slot> slots) {
  for (const Slot slot : slots) by(reader, rules_.schema.at(slot).field);
}

void FieldReaders::by(std::string_view reader, ConditionId condition) {
  if (condition != no_index) by(reader, rules_.conditions[condition].condition.mentions());
}

void FieldReaders::people_and_documents() {
  for (const Holder& holder : rules_.holders) {
    if (holder.decided_by) by("holders", std::span(&*holder.decided_by, 1));
  }
  for (const EvidenceType& type : rules_.evidence) {
    for (const auto& alternative : type.alternatives) {
      for (const ConditionId when : alternative.when) by("alternatives", when);
    }
  }
}

// The channel that was told is looked up among the profile's, and what is optional among the services asked for.
void FieldReaders::channel_and_choice() {
  const auto channel = rules_.schema.channel();
  if (channel && !rules_.channels.empty()) by("channels", rules_.schema.at(*channel).field);
  const auto wanted = rules_.schema.field("services");
  const auto optional = [](const Service& service) { return service.optional; };
  if (wanted && std::any_of(rules_.services.begin(), rules_.services.end(), optional)) by("lanes", *wanted);
}

void FieldReaders::services() {
  for (const Service& service : rules_.services) {
    for (const FormEntry& entry : service.form) by("form", entry.when);
  }
}

void FieldReaders::others(const DataShare& share) {
  for (const FieldId key : share.keys) by("shares", key);
  for (const ConditionId when : share.keys_when) by("shares", when);
}

void FieldReaders::others(const DeliveryRule& delivery) {
  for (const FieldId field : delivery.fields) by("deliveries", field);
}

void FieldReaders::others(const Check& check) {
  if (!check.about_newborns) by("checks", std::span(&check.at, 1));
}

void FieldReaders::others(const Derivation& derivation) {
  if (derivation.alias) by("derivations", std::span(&*derivation.alias, 1));
  if (derivation.value) by("derivations", derivation.value->mentions());
}

Column<Field, Readers> FieldReaders::find() && {
  services();
  people_and_documents();
  channel_and_choice();
  for_each_table(rules_, [this](const auto& table, const auto& rows) {
    for (const auto& rule : rows) {
      by(table.name, rule.when);
      others(rule);
    }
  });
  return std::move(found_);
}

}  // namespace

Column<Field, Readers> readers_of(const Rules& rules) { return FieldReaders(rules).find(); }

std::vector<FieldId> read_by_rules_alone(const Rules& rules) {
  const auto readers = readers_of(rules);
  std::vector<FieldId> fields;
  for (const FieldId field : rules.fields.ids()) {
    const bool told = rules.fields[field].owner != Owner::authority;
    if (told && rules.form.find(field) == nullptr && !readers[field].empty()) fields.push_back(field);
  }
  return fields;
}

}  // namespace birthcase::profile
