// Cases: logs of events as JSON, and commands as JSON to a case that is new, a draft, under way or over.
//
// Input: a byte that says which, the document.
#include <birthcase/case.hpp>
#include <birthcase/case_json.hpp>
#include <birthcase/duplicates.hpp>

#include "bytes.hpp"
#include "invariant.hpp"
#include "secret.hpp"
#include "target.hpp"

#include <array>

using namespace birthcase;
using namespace fuzz;

namespace {

const Profile& rules() {
  static const Profile yiwu = Profile::built_in("yiwu").value();
  return yiwu;
}

const DateTime& now() {
  static const DateTime moment = parse_date_time("2019-06-10T10:00").value();
  return moment;
}

void carry_out(Case& state, std::vector<Event>& log, CommandBody body) {
  const auto decided = decide(state, {"fuzz", std::move(body)}, now());
  must(decided.has_value(), "the case that commands are tried on can be made");
  for (const Event& event : decided->events) {
    apply(state, event).value();
    log.push_back(event);
  }
}

/// A case at some point of its life, with its log.
struct Moment {
  Case state{rules(), "fuzz-1"};
  std::vector<Event> log{};
};

constexpr std::string_view family =
    R"({"applicant":{"role":"mother"},"channel":"hospital","mother":{"name":"7194830265"},
  "newborns":[{"name":"7194830265","born_at":"2019-06-08T10:00"},{}]})";

// Accepted without a question asked: commands meet steps in every state, whatever it took to get there.
Moment under_way() {
  Moment moment;
  carry_out(moment.state, moment.log, commands::Open{std::string(family)});
  const auto add = [&](EventBody body) {
    const Event event{moment.state.version + 1, now(), "fuzz", std::move(body)};
    apply(moment.state, event).value();
    moment.log.push_back(event);
  };
  events::Accepted accepted{.rules = rules().rules().version, .deferred = {{.type = "id-card", .until = now().date()}}};
  for (const char* service : {"birth-certificate", "hukou-registration", "vaccination-certificate"}) {
    for (std::uint16_t newborn = 0; newborn < 2; ++newborn) {
      PlannedStep step{.step = std::string(service) + (newborn == 0 ? "#1" : "#2"),
                       .service = service,
                       .newborn = newborn,
                       .organisation = "public-security",
                       .promise = "yiwu/posted-home",
                       .clock_stops = true};
      accepted.steps.push_back(std::move(step));
    }
  }
  add(accepted);
  for (const PlannedStep& step : accepted.steps) add(events::StepReadied{.step = step.step});
  const auto send = [&](std::string step) {
    const std::string message = "fuzz-1:" + step + ":1";
    add(events::StepDispatched{.step = step, .message = message});
    return message;
  };
  send("birth-certificate#1");
  const std::string returned = send("birth-certificate#2");
  add(events::StepReturned{.step = "birth-certificate#2", .message = returned, .wanted_facts = {"newborns[1].name"}});
  const std::string failed = send("hukou-registration#1");
  add(events::StepFailed{.step = "hukou-registration#1", .message = failed});
  const std::string completed = send("vaccination-certificate#1");
  add(events::StepCompleted{.step = "vaccination-certificate#1", .message = completed});
  return moment;
}

const Moment& moment_of(std::size_t which) {
  static const std::array<Moment, 4> moments = [] {
    std::array<Moment, 4> all;
    carry_out(all[1].state, all[1].log, commands::Open{std::string(family)});
    all[2] = under_way();
    all[3] = under_way();
    carry_out(all[3].state, all[3].log, commands::Withdraw{});
    return all;
  }();
  return moments[which];
}

void tells_nothing(const Error& error, bool may_tell) {
  if (!may_tell) must_not_tell(describe(error));
}

// What can be read is written to the same events, and what can be replayed is one case, however often.
void read_log(std::string_view json, bool may_tell) {
  const auto events = parse_events(json);
  if (!events) return tells_nothing(events.error(), may_tell);
  const std::string text = to_json(std::span(*events));
  const auto again = parse_events(text);
  must(again.has_value(), "a log that was written can be read");
  must_equal(to_json(std::span(*again)), text, "a log is read back to the same bytes");
  const auto state = replay(rules(), *events);
  if (!state) return tells_nothing(state.error(), may_tell);
  must_equal(to_json(replay(rules(), *again).value(), now()), to_json(*state, now()), "one log makes one case");
  (void)birth_keys(*state);
  (void)decide(*state, {"fuzz", commands::Dispatch{}}, state->changed_at);
}

// A command is carried out whole, so that the log replays to the case, or refused, and then nothing has happened.
void try_command(const Moment& moment, std::string_view json, bool may_tell) {
  const auto command = parse_command(json);
  if (!command) return tells_nothing(command.error(), may_tell);
  const std::string before = to_json(moment.state, now());
  const auto decided = decide(moment.state, *command, now());
  must_equal(to_json(moment.state, now()), before, "deciding changes nothing");
  if (!decided) {
    if (!may_tell) must_not_tell(to_json(decided.error()));
    return;
  }
  Case state = moment.state;
  std::vector<Event> log = moment.log;
  for (const Event& event : decided->events) {
    must(apply(state, event).has_value(), "what was decided can be applied");
    log.push_back(event);
  }
  const auto read = parse_events(to_json(std::span(log)));
  must(read.has_value(), "the log can be read");
  const auto again = replay(rules(), *read);
  must(again.has_value(), "the log can be replayed");
  must_equal(to_json(*again, now()), to_json(state, now()), "the log makes the case");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes input(data, size);
  const std::size_t which = input.below(5);
  const std::string_view json = input.rest();
  const bool may_tell = is_in_a_key(json);
  if (which == 4) {
    read_log(json, may_tell);
  } else {
    try_command(moment_of(which), json, may_tell);
  }
  return 0;
}
