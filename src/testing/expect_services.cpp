// Lanes, steps, the route, and when all is done.
#include "testing/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace birthcase::testing {
namespace {

struct LaneExpected {
  Name service;
  std::optional<Lane> lane{};
  std::optional<std::string> go_to{};  ///< empty: nowhere
  std::optional<ServiceId> follows{};
  std::optional<bool> already_done{};
  std::optional<const Rule*> rule{};
};

struct StepExpected {
  Name service;
  bool no_step = false;
  std::optional<NameSet> after{};
  std::optional<std::optional<Due>> due{};
  std::optional<Id<Promise>> promise{};
  std::optional<OrganisationId> organisation{};
  std::optional<OrganisationId> operated_by{};
  std::optional<Id<DeliveryRule>> delivery{};
  std::optional<NameSet> payload_fields{};
  std::optional<NameSet> payload_evidence{};
};

template <class Row>
std::string id_at(const Table<Row>& table, Id<Row> place) {
  return place == no_index ? "none" : table[place].id;
}

template <class Row>
const Row* row_at(const Table<Row>& table, Id<Row> place) {
  return place == no_index ? nullptr : &table[place];
}

std::optional<Lane> read_lane(const Element& lane) {
  return read_word(lane, "lane", std::array{Lane::joint, Lane::elsewhere, Lane::not_offered, Lane::undetermined});
}

std::string where_to(const Plan& plan, const ServiceLane& lane) {
  const Rules& rules = plan.profile().rules();
  if (lane.organisation != no_index) return rules.organisations[lane.organisation].id;
  return lane.channel != no_index ? rules.channels[lane.channel].id : std::string();
}

// Where no rule decided: those that could have.
Reasons reasons_for(const Plan& plan, const LaneExpected& wanted, const ServiceLane& got) {
  Reasons reasons{explain(plan, item_of(plan, *got.service, got.newborn))};
  if (wanted.rule && !is_rule(got.why, *wanted.rule)) explain_expected(plan, *wanted.rule, got.newborn, reasons);
  if (got.why.rule != nullptr || reasons.size() > 1) return reasons;
  const Rules& rules = plan.profile().rules();
  const auto service = rules.id_of(*got.service);
  for (const LaneRule& rule : rules.lanes) {
    if (rule.services.has(service)) {
      reasons.push_back(reason_for(plan, rule, got.newborn, rule.id, "did not decide"));
    }
  }
  return reasons;
}

void compare_lane(const Plan& plan, const LaneExpected& wanted, const ServiceLane& got, Mismatches& mismatches) {
  const auto& services = plan.profile().rules().services;
  const auto none_if_empty = [](const std::string& id) { return id.empty() ? std::string("none") : id; };
  const auto yes_or_no = [](bool value) { return [value] { return std::string(value ? "true" : "false"); }; };
  Differences different;
  if (wanted.lane) {
    different.note(
        "", got.lane == *wanted.lane, [&] { return std::string(to_string(*wanted.lane)); },
        [&] { return std::string(to_string(got.lane)); });
  }
  if (wanted.go_to) {
    different.note(
        "go_to", where_to(plan, got) == *wanted.go_to, [&] { return none_if_empty(*wanted.go_to); },
        [&] { return none_if_empty(where_to(plan, got)); });
  }
  if (wanted.follows) {
    different.note(
        "follows", got.follows == *wanted.follows, [&] { return id_at(services, *wanted.follows); },
        [&] { return id_at(services, got.follows); });
  }
  if (wanted.already_done) {
    different.note("already_done", got.already_done == *wanted.already_done, yes_or_no(*wanted.already_done),
                   yes_or_no(got.already_done));
  }
  if (wanted.rule) {
    different.note(
        "rule", is_rule(got.why, *wanted.rule), [&] { return id_or_none(*wanted.rule); },
        [&] { return id_or_none(got.why.rule); });
  }
  if (different.any()) different.report("lanes " + wanted.service.text, reasons_for(plan, wanted, got), mismatches);
}

void read_lane_of(std::string_view key, const Element& element, const CaseReader& reader) {
  LaneExpected wanted;
  if (auto name = element.take(reader.ids.service(key, reader.newborns))) wanted.service = std::move(*name);
  if (element.value().is_string()) {
    wanted.lane = read_lane(element);
  } else if (element.has_only({"lane", "go_to", "follows", "already_done", "rule"})) {
    if (const auto lane = element.member("lane")) wanted.lane = read_lane(*lane);
    if (const auto go_to = element.member("go_to")) {
      const auto id = go_to->is_null() ? std::nullopt : go_to->text();
      if (go_to->is_null()) wanted.go_to.emplace();
      if (id) wanted.go_to = go_to->take(reader.ids.destination(*id));
    }
    wanted.follows = row_or_null(element, "follows", [&](std::string_view id) { return reader.ids.service_row(id); });
    if (const auto before = element.member("already_done")) wanted.already_done = before->flag();
    wanted.rule = rule_or_null(element, reader);
  }
  reader.expectations.add([wanted = std::move(wanted)](const Plan& plan, Mismatches& mismatches) {
    for (const ServiceLane& lane : plan.services) {
      if (!means(plan, wanted.service, item_of(plan, *lane.service, lane.newborn))) continue;
      compare_lane(plan, wanted, lane, mismatches);
    }
  });
}

std::vector<Item> steps_at(const Plan& plan, Places places) {
  std::vector<Item> items;
  for (const std::uint16_t place : plan.at(places)) {
    items.push_back(item_of(plan, *plan.route[place].service, plan.route[place].newborn));
  }
  return items;
}

std::vector<Item> whole_route(const Plan& plan) {
  std::vector<Item> items;
  for (const Step& step : plan.route) items.push_back(item_of(plan, *step.service, step.newborn));
  return items;
}

// The rules behind what differs of a step.
Reasons reasons_of(const Plan& plan, const Step& step, bool in_time, bool in_delivery) {
  const std::string item = name_of(plan, item_of(plan, *step.service, step.newborn));
  Reasons reasons;
  const auto add = [&](const Rule* rule, std::string answer) {
    if (rule != nullptr) reasons.push_back(reason_for(plan, *rule, step.newborn, item, std::move(answer)));
  };
  if (in_time) add(step.promise, fmt::format("due {}", text_of(step.due)));
  if (in_delivery && step.delivery != nullptr) add(step.delivery, "delivered by " + step.delivery->method);
  if (reasons.empty()) reasons.push_back(explain(plan, item_of(plan, *step.service, step.newborn)));
  return reasons;
}

void compare_attributes(const Plan& plan, const StepExpected& wanted, const Step& got, Mismatches& mismatches) {
  const Rules& rules = plan.profile().rules();
  Differences different;
  const auto compare_rule = [&](std::string_view key, const Rule* expected, const Rule* found) {
    different.note(
        key, expected == found, [=] { return id_or_none(expected); }, [=] { return id_or_none(found); });
  };
  const auto compare_row = [&](std::string_view key, const std::optional<OrganisationId>& expected,
                               OrganisationId found) {
    if (!expected) return;
    different.note(
        key, *expected == found, [&] { return id_at(rules.organisations, *expected); },
        [&] { return id_at(rules.organisations, found); });
  };
  if (wanted.due) {
    different.note(
        "due", got.due == *wanted.due, [&] { return text_of(*wanted.due); }, [&] { return text_of(got.due); });
  }
  if (wanted.promise) compare_rule("promise", row_at(rules.promises, *wanted.promise), got.promise);
  compare_row("organisation", wanted.organisation, got.organisation);
  compare_row("operator", wanted.operated_by, got.operated_by);
  if (wanted.delivery) compare_rule("delivery", row_at(rules.deliveries, *wanted.delivery), got.delivery);
  if (!different.any()) return;
  const Rule* promise = wanted.promise ? row_at(rules.promises, *wanted.promise) : got.promise;
  const Rule* delivery = wanted.delivery ? row_at(rules.deliveries, *wanted.delivery) : got.delivery;
  const bool in_time = promise != got.promise || (wanted.due && got.due != *wanted.due);
  Reasons reasons = reasons_of(plan, got, in_time, delivery != got.delivery);
  if (promise != got.promise) explain_expected(plan, promise, got.newborn, reasons);
  if (delivery != got.delivery) explain_expected(plan, delivery, got.newborn, reasons);
  different.report("steps " + wanted.service.text, std::move(reasons), mismatches);
}

void compare_step(const Plan& plan, const StepExpected& wanted, const Step& got, Mismatches& mismatches) {
  compare_attributes(plan, wanted, got, mismatches);
  const auto called = [&](std::string_view set) { return fmt::format("steps {} {}", wanted.service.text, set); };
  if (wanted.after) compare_set(plan, called("after"), *wanted.after, steps_at(plan, got.after), mismatches);
  if (wanted.payload_fields) {
    std::vector<Item> items;
    for (const std::uint16_t place : plan.at(got.payload_fields)) items.push_back(item_of(plan.form.fields[place]));
    compare_set(plan, called("payload fields"), *wanted.payload_fields, items, mismatches);
  }
  if (wanted.payload_evidence) {
    std::vector<Item> items;
    for (const std::uint16_t place : plan.at(got.payload_evidence)) {
      items.push_back(item_of(plan, plan.evidence[place]));
    }
    compare_set(plan, called("payload evidence"), *wanted.payload_evidence, items, mismatches);
  }
}

void report_presence(const Plan& plan, const StepExpected& wanted, std::vector<std::string> got,
                     Mismatches& mismatches) {
  Reasons reasons;
  explain(plan, wanted.service, reasons);
  Mismatch different = mismatch("steps " + wanted.service.text, std::move(reasons));
  different.expected = {wanted.no_step ? "no step" : "a step"};
  different.got = std::move(got);
  mismatches.push_back(std::move(different));
}

// Every newborn's step that the name means; a name with none is a mismatch unless none is expected.
void compare_steps(const Plan& plan, const StepExpected& wanted, Mismatches& mismatches) {
  std::vector<std::string> found;
  for (const Step& step : plan.route) {
    const Item item = item_of(plan, *step.service, step.newborn);
    if (!means(plan, wanted.service, item)) continue;
    found.push_back(name_of(plan, item));
    if (!wanted.no_step) compare_step(plan, wanted, step, mismatches);
  }
  if (wanted.no_step != found.empty()) report_presence(plan, wanted, std::move(found), mismatches);
}

void read_step(std::string_view key, const Element& element, const CaseReader& reader) {
  auto wanted = std::make_shared<StepExpected>();
  if (auto name = element.take(reader.ids.service(key, reader.newborns))) wanted->service = std::move(*name);
  const Directories& ids = reader.ids;
  const auto organisation = [&ids](std::string_view id) { return ids.organisation(id); };
  wanted->no_step = element.is_null();
  if (!wanted->no_step &&
      element.has_only({"after", "due", "promise", "organisation", "operator", "delivery", "payload"}, true)) {
    if (const auto after = element.member("after")) wanted->after = read_set(*after, reader.services());
    if (const auto due = element.member("due")) wanted->due = due_or_null(*due);
    wanted->promise = row_or_null(element, "promise", [&ids](std::string_view id) { return ids.promise(id); });
    wanted->organisation = row_or_null(element, "organisation", organisation);
    wanted->operated_by = row_or_null(element, "operator", organisation);
    wanted->delivery = row_or_null(element, "delivery", [&ids](std::string_view id) { return ids.delivery(id); });
    if (const auto payload = element.member("payload"); payload && payload->has_only({"fields", "evidence"})) {
      if (const auto set = payload->member("fields")) wanted->payload_fields = read_set(*set, reader.fields());
      if (const auto set = payload->member("evidence")) wanted->payload_evidence = read_set(*set, reader.evidence());
    }
  }
  reader.expectations.add([wanted = std::shared_ptr<const StepExpected>(std::move(wanted))](
                              const Plan& plan, Mismatches& mismatches) { compare_steps(plan, *wanted, mismatches); });
}

// Whether the steps come in the order of the names.
bool in_order(const Plan& plan, const Names& names, const std::vector<Item>& steps) {
  auto from = names.begin();
  for (const Item& step : steps) {
    const auto at = std::find_if(from, names.end(), [&](const Name& name) { return means(plan, name, step); });
    if (at == names.end()) return false;
    from = at;
  }
  return true;
}

void compare_order(const Plan& plan, const Names& names, Mismatches& mismatches) {
  const std::vector<Item> steps = whole_route(plan);
  if (in_order(plan, names, steps)) return;
  Mismatch different;
  different.expectation = "route order";
  for (const Name& name : names) different.expected.push_back(name.text);
  for (const Item& step : steps) different.got.push_back(name_of(plan, step));
  mismatches.push_back(std::move(different));
}

}  // namespace

void expect_lanes(const Element& lanes, const CaseReader& reader) {
  if (!lanes.is_filled_object()) return;
  lanes.each_member([&](std::string_view key, const Element& member) { read_lane_of(key, member, reader); });
}

void expect_steps(const Element& steps, const CaseReader& reader) {
  if (!steps.is_filled_object()) return;
  steps.each_member([&](std::string_view key, const Element& member) { read_step(key, member, reader); });
}

void expect_route(const Element& route, const CaseReader& reader) {
  reader.expectations.add([set = read_set(route, reader.services())](const Plan& plan, Mismatches& mismatches) {
    const std::size_t before = mismatches.size();
    compare_set(plan, "route", set, whole_route(plan), mismatches);
    if (set.exactly && mismatches.size() == before) compare_order(plan, *set.exactly, mismatches);
  });
}

void expect_due(const Element& due, const CaseReader& reader) {
  const auto wanted = due_or_null(due);
  if (!wanted) return;
  reader.expectations.add([wanted = *wanted](const Plan& plan, Mismatches& mismatches) {
    if (plan.due == wanted) return;
    Reasons reasons;
    for (const Step& step : plan.route) {
      if (!step.due || step.due == plan.due) reasons.push_back(reasons_of(plan, step, true, false).front());
    }
    Mismatch different = mismatch("due", std::move(reasons));
    different.expected = {text_of(wanted)};
    different.got = {text_of(plan.due)};
    mismatches.push_back(std::move(different));
  });
}

}  // namespace birthcase::testing
