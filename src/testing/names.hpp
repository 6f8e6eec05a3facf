// What tests call the things of a plan: `id-card/mother`, `hukou-registration[1]`, `newborns[0].name`.
#pragma once

#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include "profile/row.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::testing {

enum class What : std::uint8_t { evidence, service, fact, channel, finding, look_up };

/// A thing of a plan. Of a finding `id` is its place in the plan, of everything else the place in the profile's table
/// (of a fact: its slot).
struct Item {
  What what = What::evidence;
  Index id = no_index;
  HolderId holder{};                        ///< of evidence
  std::uint16_t newborn = FactRef::family;  ///< whose

  FactRef fact() const noexcept { return {id, newborn}; }

  /// The row, in the table of these rows, which must be that of `what`.
  template <class Of>
  Id<Of> row() const noexcept {
    return Id<Of>(id);
  }
};

/// What a test calls a thing, or several: resolved when the document is read.
struct Name {
  What what = What::evidence;
  std::string text;     ///< as it was written
  Index id = no_index;  ///< as `Item::id`; of a finding: the check, `no_index` for the library's own
  HolderId holder{};    ///< of evidence; `no_index`: anybody's
  std::uint16_t newborn = FactRef::family;  ///< `family`: of a fact, the family's; of other things, any newborn's
  std::string code{};                       ///< of a finding
  std::string path{};                       ///< of a finding, where `with_path`
  bool with_path = false;

  FactRef fact() const noexcept { return {id, newborn}; }

  /// The row, in the table of these rows, which must be that of `what`.
  template <class Of>
  Id<Of> row() const noexcept {
    return Id<Of>(id);
  }
};

using Names = std::vector<Name>;

/// Whether the name means the thing. A role, such as the applicant, means the person with that role in this plan.
bool means(const Plan& plan, const Name& name, const Item& item);

/// What a test would call the thing.
std::string name_of(const Plan& plan, const Item& item);

// Things of a plan.
Item item_of(const Plan& plan, const EvidenceItem& evidence);
Item item_of(const Plan& plan, const Service& service, std::uint16_t newborn);
Item item_of(const Plan& plan, const PlannedLookUp& look_up);
inline Item item_of(FactRef fact) { return {What::fact, fact.index, no_index, fact.newborn}; }
inline Item item_of(const FormField& field) { return item_of(FactRef{field.field->slot.index, field.newborn}); }

/// The ids of a profile. Errors are without a place, and name the nearest.
class Directories {
 public:
  explicit Directories(const Profile& profile);

  const Rules& rules() const noexcept { return profile_.rules(); }
  const Profile& profile() const noexcept { return profile_; }

  // `newborns`: how many there are in the case.
  Result<Name> evidence(std::string_view text, std::uint16_t newborns) const;
  Result<Name> service(std::string_view text, std::uint16_t newborns) const;
  Result<Name> fact(std::string_view text, std::uint16_t newborns) const;
  Result<Name> field(std::string_view text, std::uint16_t newborns) const;  ///< a fact that is no group
  Result<Name> evidence_or_field(std::string_view text, std::uint16_t newborns) const;
  Result<Name> channel(std::string_view text) const;
  Result<Name> finding(std::string_view text) const;
  Result<Name> look_up(std::string_view text, std::uint16_t newborns) const;

  // Rows by their ids in the document.
  Result<OrganisationId> organisation(std::string_view id) const { return find(organisations_, id); }
  Result<ServiceId> service_row(std::string_view id) const { return find(services_, id); }
  Result<Id<Promise>> promise(std::string_view id) const { return find(promises_, id); }
  Result<Id<Tolerance>> tolerance(std::string_view id) const { return find(tolerances_, id); }
  Result<Id<DeliveryRule>> delivery(std::string_view id) const { return find(deliveries_, id); }

  /// An organisation or a service.
  Result<std::string> supplier(std::string_view id) const;

  /// An organisation or a channel.
  Result<std::string> destination(std::string_view id) const;

  /// Any rule of the profile.
  Result<const Rule*> rule(std::string_view id) const;

 private:
  using Directory = profile::Directory;

  template <class Of>
  using DirectoryOf = profile::DirectoryOf<Of>;

  static Result<Index> find(const Directory& directory, std::string_view id);
  template <class Of>
  static Result<Id<Of>> find(const DirectoryOf<Of>& directory, std::string_view id) {
    const auto place = find(static_cast<const Directory&>(directory), id);
    if (!place) return place.error();
    return Id<Of>(*place);
  }
  Result<Name> numbered(Name name, std::string_view text, bool per_newborn, std::uint16_t newborns) const;
  Error no_such_fact(std::string_view name, std::string_view newborn) const;

  Profile profile_;
  DirectoryOf<EvidenceType> evidence_{"evidence"};
  DirectoryOf<Holder> holders_{"holder"};
  DirectoryOf<Service> services_{"service"};
  DirectoryOf<Organisation> organisations_{"organisation"};
  Directory suppliers_{"organisation or service"};
  Directory destinations_{"organisation or channel"};
  DirectoryOf<Channel> channels_{"channel"};
  DirectoryOf<Promise> promises_{"promise"};
  DirectoryOf<Tolerance> tolerances_{"tolerance"};
  DirectoryOf<DeliveryRule> deliveries_{"delivery"};
  Directory look_ups_{"look-up"};  // by the ids of shares; hospital records are not looked up
  Directory codes_{"finding"};
  Directory rule_ids_{"rule"};
  std::vector<const Rule*> rules_;  // by place in `rule_ids_`
  std::vector<ShareId> looked_up_;  // by place in `look_ups_`
  std::size_t checks_ = 0;          // how many of `codes_` are checks; the library's own follow
};

}  // namespace birthcase::testing
