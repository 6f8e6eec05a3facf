// One planning: from facts and rules to a plan, in the order of the functions below.
#pragma once

#include <birthcase/plan.hpp>

#include "plan/fact_table.hpp"

#include <boost/container/small_vector.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace birthcase {

/// Works one plan out. Used once.
class Planner {
 public:
  Planner(const Profile& profile, const Application& application, Date as_of);

  Plan run();

 private:
  static constexpr std::uint16_t family = FactRef::family;

  /// An answer and the rule that gave it.
  struct Decision {
    Truth truth = Truth::no;
    const Rule* rule = nullptr;
    Index index = no_index;  ///< of the rule in its table
  };

  /// Who needs a field: for sure, perhaps, and who cannot do without.
  struct Need {
    ServiceSet by;
    ServiceSet perhaps_by;
    ServiceSet required_by;
  };

  /// What else the form has to ask, by `place_of`, before it is added to what its lines need.
  using Questions = std::vector<std::pair<std::size_t, Need>>;

  /// Services of one newborn (and of the family), or of all.
  struct Planned {
    ServiceSet surely;
    ServiceSet perhaps;
  };

  /// The rules of which one says how a result comes: the last surely applies if it is settled.
  struct Deliveries {
    boost::container::small_vector<const DeliveryRule*, 4> rules;
    bool settled = false;

    bool surely_need(Index field) const;
  };

  // lanes.cpp: which services this window handles.
  void choose_lanes();
  void choose_lane(ServiceLane& lane);
  const LaneRule* pointless_by(Index service, std::uint16_t newborn) const;
  bool was_done_before(ServiceLane& lane) const;
  bool has_its_product(const ServiceLane& lane) const;
  void follow_producers(ServiceLane& lane);
  Truth needs(Index consumer, const Supply& supply, std::uint16_t newborn) const;
  Truth needs_on_form(const Service& service, Index field, std::uint16_t newborn) const;
  Truth needs_to_deliver(const Service& service, Index field, std::uint16_t newborn) const;
  Truth needs_to_follow(Index consumer, Index field, std::uint16_t newborn) const;
  bool at_hand(const Supply& supply, std::uint16_t newborn) const;
  bool at_hand(Index evidence, std::uint16_t newborn) const;
  void follow(ServiceLane& lane, const ServiceLane& producer);
  void leave_open(ServiceLane& lane, const Rule& share) const;
  std::span<ServiceLane> lanes_of(Index service) noexcept;
  std::span<const ServiceLane> lanes_of(Index service) const noexcept;

  // evidence.cpp: what has to be brought.
  void collect_evidence();
  void require(const ServiceLane& lane, const Requirement& requirement, std::uint16_t whose);
  EvidenceItem asked_for(const ServiceLane& lane, const Requirement& requirement, std::uint16_t whose) const;
  bool find_supplier(EvidenceItem& item, Index service, std::uint16_t whose) const;
  void leave_to_family(EvidenceItem& item, const ServiceLane& lane, std::uint16_t whose, Truth needed) const;
  Truth produced(ServiceSet producers, std::uint16_t newborn) const;
  Decision shared(std::span<const Index> shares, Index service, std::uint16_t newborn) const;
  Decision absorbed(std::span<const Index> absorptions, std::uint16_t newborn) const;
  bool is_newborns_own(const Requirement& requirement) const noexcept;
  Index accepted_instead(Index evidence, Index holder) const;
  std::uint16_t merge_evidence(const EvidenceItem& item);
  void settle_either_holder();
  void drop_evidence(std::uint16_t from, std::uint16_t into);
  void tolerate();

  // form.cpp: what has to be asked.
  void collect_form();
  void sum_up_lanes();
  void collect_conditional_lines(const ServiceLane& lane);
  void count_lines(const ServiceLane& lane);
  Need need_of(Index field, std::uint16_t newborn) const;
  void add_field(Index field, std::uint16_t newborn);
  bool comes_later(Index field, std::uint16_t newborn, const Need& need) const;
  Truth find_supplier(FormField& field, ServiceSet needed_by) const;
  Truth find_share(FormField& field, std::span<const Index> shares, ServiceSet needed_by) const;
  void find_source(FormField& field, ServiceSet needed_by);
  bool will_follow(const FormField& field) const;

  // form_questions.cpp: what else has to be asked so that the form can be filled in.
  void ask_what_fields_follow_from();
  void ask_what_follows_to(Index field, std::uint16_t newborn, const Need& need, Questions& questions);
  bool perhaps_exists(Index field, std::uint16_t newborn) const;
  void name_open_shares(const FormField& field, ServiceSet needed_by);
  void note_awaited();
  void have_records_told();
  bool is_to_be_told(const FormField& field) const;

  // delivery.cpp: how results reach the family.
  Deliveries deliveries_of(const Service& service, std::uint16_t newborn) const;
  void collect_delivery_fields(const ServiceLane& lane);
  void set_delivery(Step& step);
  void add_delivery_fields(Step& step);
  void check_delivery_method();
  std::string ways_of_delivery(Language language) const;

  // look_ups.cpp: which organisations are asked what.
  const Rule* failed_look_up(Index share, std::uint16_t newborn) const;
  void collect_look_ups();
  void plan_look_up(Index share, std::uint16_t newborn);
  void add_keys(PlannedLookUp& look_up) const;
  void check_look_ups();
  void check_found(const LookUp& look_up);

  // route.cpp: who does what after whom by when.
  void lay_route();
  void add_step(const ServiceLane& lane);
  void add_predecessors(Step& step);
  void add_payload(Step& step);
  bool arrives_in_time(const Step& step, const FormLine& line, const FormField& field) const;
  Index competent(Index service, std::uint16_t newborn);
  void set_operator(Step& step, Index service);
  template <class Table>
  Index named_by(const Table& rules, Index service, std::uint16_t newborn, Index otherwise, std::string_view decides);
  void set_deadline(Step& step);
  std::optional<Due> promised(Step& step, std::optional<Due>& ready);
  std::optional<Due> start_of(const Step& step, const Promise& promise) const;
  static bool later(const Due& a, const Due& b) noexcept;  ///< whether `b` is later than `a`

  // costs.cpp: which rules take too much work.
  void check_costs();
  void too_costly(const std::string& rule);

  // acceptance.cpp: what is wrong, what is missing, what to ask.
  void check_profile();
  void check_channel();
  void refuse_channel(std::string code, const Label& why);
  std::string open_channels(Language language) const;
  void check_facts();
  void check_route();
  std::string elsewhere(Language language) const;
  void report_calendar(const Error& error);
  void collect_undetermined();
  void undetermined(const Why& why, std::string decides);
  void undetermined(FactRef fact, std::string decides);
  void ask_whose(std::uint16_t evidence);
  void find_unowned_documents();
  void judge_acceptance();
  bool handed_in(const EvidenceItem& item, HandedInAs as) const;
  void find(Severity severity, std::string code, std::string path, Label message);

  /// The place of a field in the tables below.
  std::size_t place_of(Index field, std::uint16_t newborn) const noexcept {
    return newborn == family ? field : (newborn + 1u) * rules_.fields.size() + field;
  }
  void each_newborn(bool per_newborn, std::uint16_t newborn, auto&& visit) const {
    if (!per_newborn) return visit(family);
    if (newborn != family) return visit(newborn);
    for (std::uint16_t each = 0; each < table_->newborns(); ++each) visit(each);
  }

  const Rules& rules_;
  const FactStore& store_;
  std::shared_ptr<FactTable> table_;
  Plan plan_;
  Due accepted_;
  std::vector<std::optional<Due>> ready_;  // by step: when its result is there; on the spot that is a moment, not a day
  std::vector<std::uint16_t> first_lane_;  // by service
  boost::container::small_vector<Planned, 3> planned_;  // family, then each newborn
  std::vector<Need> needs_;                             // by `place_of`: what conditional lines add
  std::vector<std::uint16_t> places_;                   // by `place_of`: in the form, `no_index` if not there
  std::vector<std::pair<Why, std::string>> open_;  // what of form and route a rule leaves open, and what it decides
  std::vector<std::pair<FactRef, std::string>> open_facts_;  // the same for facts that no form asks: groups
  bool needs_time_ = false;  // a promise counts minutes, and the time of acceptance is not known
};

}  // namespace birthcase
