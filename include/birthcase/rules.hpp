/// The tables of a profile: everything that one place has decided, resolved to indexes.
///
/// Data, open to read. `profile.hpp` says how it is loaded; `docs/profiles.md` how it is written.
#pragma once

#include <birthcase/calendar.hpp>
#include <birthcase/codes.hpp>
#include <birthcase/field.hpp>
#include <birthcase/institutions.hpp>
#include <birthcase/result.hpp>
#include <birthcase/rule.hpp>
#include <birthcase/schema.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace birthcase {

/// A department or institution.
struct Organisation {
  std::string id;
  Label label;
};

/// A part of the printed application form: the facts whose names begin with one of these words.
struct FieldGroup {
  std::string id;
  Label label;
  std::vector<std::string> of;  ///< `marriage`, `residence`: no word is in two groups
};

/// A person named by a role that the application settles: `applicant`, `settling-parent`, `either-parent`.
struct Holder {
  std::string id{};
  Label label{};
  std::optional<Slot> decided_by{};                        ///< the coded field that says who it is, if any
  std::vector<std::pair<std::string, HolderId>> people{};  ///< code of that field → holder
  std::vector<HolderId> any_of{};                          ///< or: any of these who is there
};

/// A document.
struct EvidenceType {
  /// Another document that does instead, for those for whom `when` holds.
  struct Alternative {
    EvidenceId evidence{};
    Column<Holder, ConditionId> when{};  ///< by holder; none where it is never accepted
    std::string source{};
    std::string document{};  ///< where it stands, as `Rule::document` and `Rule::path`
    std::string path{};
  };

  std::string id{};
  Label label{};
  bool per_newborn = false;  ///< one for each newborn
  std::vector<Alternative> alternatives{};
};

/// Evidence that a service asks for.
struct Requirement : Rule {
  ServiceId service{};
  EvidenceId evidence{};
  HolderId holder{};
  std::uint8_t original = 0;
  std::uint8_t copies = 0;
};

/// What a service yields for the services after it.
using Product = std::variant<FieldId, EvidenceId>;

/// Who has something instead of the family: an organisation, or a service of the case that yields it; or nobody.
using SuppliedBy = std::variant<std::monostate, OrganisationId, ServiceId>;

/// What one organisation does for one family or one newborn.
struct Service {
  std::string id{};
  Label label{};
  OrganisationId organisation{};
  bool per_newborn = false;
  bool optional = false;  ///< only for those who ask for it
  std::vector<FormEntry> form{};
  Table<Requirement> requirements{};
  std::vector<Product> outputs{};
};

enum class Lane : std::uint8_t { joint, elsewhere, not_offered, undetermined };
std::string_view to_string(Lane lane) noexcept;

/// Which lane a service takes. The first rule that applies decides; without one the service is joint.
struct LaneRule : Rule {
  ServiceSet services;
  Lane lane = Lane::joint;
  bool already_done = false;      ///< the family has been there before: its outputs are in their hands
  OrganisationId organisation{};  ///< where to go, if it is an organisation
  ChannelId channel{};            ///< where to go, if it is another channel

  /// Whether the rule says that the service is available nowhere. Such a rule decides before all others.
  bool is_pointless() const noexcept {
    return lane == Lane::not_offered && organisation == no_index && channel == no_index;
  }
};

/// When a service has been done before, so that it is not done again and its results are in the family's hands.
struct DoneRule : Rule {
  ServiceSet services;  ///< the one that it is about
  Rule by_document;     ///< this rule's head without its condition: a document that the service yields was handed in
};

/// An organisation's data that answers for the family. It is looked up, unless it is the hospital's own.
struct DataShare : Rule {
  OrganisationId organisation{};
  bool hospital = false;  ///< the hospital's own records, where the case is taken in
  ServiceSet services;    ///< for these only
  std::vector<EvidenceId> evidence;
  std::vector<FieldId> fields;
  std::vector<FieldId> keys;              ///< fields by which the organisation is asked
  std::vector<ConditionId> keys_when;     ///< by key: none where it always asks by it
  bool per_newborn = false;               ///< looked up for each newborn: what it reads or supplies is a newborn's
  bool by_hand = true;                    ///< an operator may note what was seen, without a connector
  bool before_acceptance = false;         ///< it must be answered before a case is accepted
  Severity difference = Severity::error;  ///< of the finding where something else was told than is found
  Rule if_not_found;                      ///< this rule's head with the reason why the family is asked after all
  Rule if_not_available;
};

/// Paper forms that the one application form has swallowed.
struct Absorption : Rule {
  std::vector<EvidenceId> evidence;
};

/// A way in.
struct Channel : Rule {
  Label label;
  HoursId hours{};
};

struct NamedHours {
  std::string id;
  std::string source;
  bool interpretation = false;
  OpeningHours hours;
};

/// The competent organisation for a service in some cases, instead of the service's own: it decides and issues, and
/// gets the request.
struct Competence : Rule {
  ServiceSet services;
  OrganisationId organisation{};
};

/// Who stands at the window for a service.
struct OperatorRule : Rule {
  ServiceSet services;
  OrganisationId organisation{};
};

/// How long a service may take.
struct Promise : Rule {
  ServiceSet services;
  Term term;
  HoursId hours{};              ///< for terms that count open time
  bool from_ready = false;      ///< counted from the moment its inputs are there, not from acceptance
  bool until_delivery = false;  ///< kept when the result is delivered, not when it is done
  bool clock_stops = false;     ///< while the family is waited for
  std::string clock_source;     ///< where it is written that the clock stops
  bool clock_interpretation = false;
};

/// Evidence that may come later, or as a scan first.
struct Tolerance : Rule {
  /// How long after acceptance at the latest the original must be here.
  struct Longest {
    int days = 0;
    bool working = false;  ///< working days, else days of the calendar
    std::string source{};
    bool interpretation = false;
  };

  std::vector<EvidenceId> evidence;  ///< empty: every evidence
  Label until;                       ///< by when the original must be here, in words
  std::optional<Longest> longest;    ///< without it any day is good enough
};

/// What a supplement notice (补正告知书) keeps to.
struct SupplementTerms {
  std::optional<int> notice_working_days{};  ///< how soon the family is told
  std::optional<int> working_days{};         ///< how soon it must answer; the sources may give it no term
  Label by{};                                ///< what is said of that on the notice
  std::string source{};
  bool interpretation = false;
};

/// Two births of one mother within this many days get a finding.
struct BirthSpacing {
  int days = 0;  ///< 0: no births are compared, except those of one day
  std::string source{};
  bool interpretation = false;
};

/// How a result reaches the family.
struct DeliveryRule : Rule {
  ServiceSet services;
  std::string method;
  Label label;
  std::vector<FieldId> fields;  ///< what the delivering organisation must know: addressee, address, phone
};

/// A cross-check of the application: a finding where the condition holds.
struct Check : Rule {
  Severity severity = Severity::warning;
  Slot at;                      ///< what to look at
  bool about_newborns = false;  ///< or: the newborns taken together
};

/// A fact that follows from others. A told value always counts. If it differs from the value that follows, the plan has
/// a finding, unless the derivation is only a default.
struct Derivation : Rule {
  FieldId field{};
  std::optional<Expression> value;
  std::optional<Slot> alias;            ///< the other fact, if the value is simply this fact
  bool is_default = false;              ///< the value is only a default: another value may be told
  Severity severity = Severity::error;  ///< of the finding where something else was told
  std::string code;                     ///< of that finding; empty: `facts-disagree`
  bool if_known = false;                ///< skipped while its value is unknown: then the fact may be told
  /// The fields that say who a person is. If one of them was told with another value than the one that follows, it is
  /// another person, and none of these fields follows from the first person.
  std::vector<FieldId> together;
};

/// An option that a city may switch on.
struct Option {
  std::string id;
  Label label;
  std::string source;
  bool enabled = false;
};

/// A cited document.
struct Source {
  std::string id;
  std::string title;
};

/// A condition; rules with the same condition share it.
struct SharedCondition {
  Condition condition;
  bool per_newborn = false;  ///< it reads facts of the newborn at hand
};

/// The text of one profile.
struct ProfileText {
  std::string id;  ///< of the outermost layer its own; of the others what the layer above extends
  std::string text;

  friend bool operator==(const ProfileText&, const ProfileText&) = default;
};

/// Which rules these are: a case is bound to them from its acceptance on.
struct RulesVersion {
  std::string profile{};   ///< SHA-256 of the profile's text and of those it extends
  std::string codes{};     ///< SHA-256 of the code tables
  std::string calendar{};  ///< SHA-256 of the notices on holidays; those announced by the day of acceptance count

  friend bool operator==(const RulesVersion&, const RulesVersion&) = default;
};

class PlanningTables;

namespace profile {

class Builder;

}  // namespace profile

/// Every table of a profile: what it says, and the one form that its services make.
struct Rules {
  Rules() = default;
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  std::string id;
  Label title;
  Label note;  ///< what a reader should know about the profile as a whole
  Validity valid;
  std::string valid_source;
  std::string division;  ///< GB/T 2260 code of the place; empty for a profile of no place
  Label place;
  Label window;        ///< what the place calls its joint window
  Label form_title;    ///< what the place calls its application form
  bool joint = false;  ///< one window for all: products, shares and absorption count, copies are made by the window

  std::shared_ptr<const CodeTables> codes;
  std::shared_ptr<const Calendar> calendar;
  std::vector<Source> sources;
  Table<Option> options;
  Table<Organisation> organisations;
  Institutions institutions;  ///< of the place; empty where its sources list none
  Table<Holder> holders;
  Table<Field> fields;
  std::vector<FieldGroup> groups;  ///< of the printed form, in its order
  Schema schema;
  Table<SharedCondition> conditions;
  Table<EvidenceType> evidence;
  Table<Service> services;
  Table<DoneRule> done;
  Table<NamedHours> hours;
  Table<Channel> channels;
  Table<LaneRule> lanes;
  Table<DataShare> shares;
  Table<Absorption> absorptions;
  Table<Competence> competences;
  Table<OperatorRule> operators;
  Table<Promise> promises;
  Table<Tolerance> tolerances;
  Table<DeliveryRule> deliveries;
  SupplementTerms supplement;
  BirthSpacing birth_spacing;
  Table<Check> checks;
  Table<Derivation> derivations;

  ServiceSet offered;                                     ///< all but those that the window handles for nobody
  UnifiedForm form;                                       ///< of the services offered
  std::vector<std::pair<FieldId, Expression>> reference;  ///< field → value: the ordinary family of `compare`
  RulesVersion version;                                   ///< what the texts digest to
  std::vector<ProfileText> layers;                        ///< the texts themselves, the outermost first
  std::vector<Finding> findings;                          ///< what is odd about the profile, though it can be used

  /// The id of a row, which must be a row of this profile.
  ServiceId id_of(const Service& row) const noexcept { return services.id_of(row); }
  FieldId id_of(const Field& row) const noexcept { return fields.id_of(row); }
  EvidenceId id_of(const EvidenceType& row) const noexcept { return evidence.id_of(row); }
  HolderId id_of(const Holder& row) const noexcept { return holders.id_of(row); }
  ShareId id_of(const DataShare& row) const noexcept { return shares.id_of(row); }
  DerivationId id_of(const Derivation& row) const noexcept { return derivations.id_of(row); }

  /// The text id of the supplier; empty for nobody.
  std::string_view id_of(const SuppliedBy& supplier) const noexcept;

 private:
  friend class profile::Builder;
  friend const PlanningTables& planning_of(const Rules& rules) noexcept;

  std::shared_ptr<const PlanningTables> planning_;  // what the library has made of all that
};

}  // namespace birthcase
