#include "office.hpp"

#include "../applications.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace birthcase::tests {

store::Executed Office::open(std::string_view case_id, std::uint32_t number, const DateTime& now) {
  return desk.open(case_id, built_in("yiwu"), {window, commands::Open{family(number, now)}}, now);
}

void Office::take_in(std::string_view case_id, std::uint32_t number, const DateTime& now) {
  open(case_id, number, now).value();
  execute(case_id, commands::Accept{}, now).value();
  execute(case_id, commands::Dispatch{}, now).value();
}

void Office::bring_to_its_end(std::string_view case_id, std::uint32_t number, DateTime now) {
  std::mt19937 random(number);
  for (int count = 0; count < 500; ++count) {
    const auto next = something_to_do(state(case_id), random, number, now);
    if (!next) break;
    now += boost::posix_time::minutes(1);
    (void)execute(case_id, *next, now);
  }
  REQUIRE(state(case_id).status == CaseStatus::closed);
}

std::vector<std::string> Office::carry_all(const DateTime& now, std::string_view connector) {
  std::vector<std::string> carried;
  for (;;) {
    const auto leased = store->lease({.connector = connector, .now = now}).value();
    if (leased.empty()) return carried;
    for (const store::Leased& message : leased) {
      carried.push_back(message.message_id);
      store->ack(message.message_id, connector).value();
    }
  }
}

std::string Office::broken() {
  std::string lines;
  for (const store::Break& each : store->verify().value().breaks) {
    lines += each.case_id + "/" + std::to_string(each.sequence) + ": " + each.what + "\n";
  }
  return lines;
}

Result<void> accept_as_child_of(Office& office, std::string_view case_id, std::string mother) {
  const Case state = office.state(case_id);
  const Decision decision = decide(state, {window, commands::Accept{}}, state.changed_at).value();
  Case after = state;
  for (const Event& event : decision.events) apply(after, event).value();
  std::vector<BirthKey> births = birth_keys(state);
  births.front().mother_id_number = std::move(mother);
  return office.store->append({.case_id = case_id,
                               .expected_version = state.version,
                               .events = decision.events,
                               .messages = decision.messages,
                               .profile = "yiwu",
                               .layers = after.profile.rules().layers,
                               .status = after.status,
                               .births = births,
                               .sole_births = true});
}

Draft::Draft(std::string id, std::uint32_t number, const DateTime& now) : case_id(std::move(id)) {
  const Case fresh(built_in("yiwu"), case_id);
  events = decide(fresh, {window, commands::Open{family(number, now)}}, now).value().events;
}

store::Change Draft::change() const { return {.case_id = case_id, .events = events, .profile = "yiwu", .layers = {}}; }

}  // namespace birthcase::tests
