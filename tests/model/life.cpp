#include "life.hpp"

#include <birthcase/case_json.hpp>

#include <boost/json/serialize.hpp>

namespace birthcase::model {
namespace {

using commands::AnswerKind;
using tests::Example;

const std::vector<std::string>& examples() {
  static const std::vector<std::string> names = Example::names();
  return names;
}

const Example& example(const std::string& name) {
  static std::map<std::string, Example> loaded;
  return loaded.try_emplace(name, Example::named(name)).first->second;
}

const DateTime& beginning() {
  static const DateTime moment = parse_date_time("2019-06-12T09:00").value();
  return moment;
}

// The examples that a window could take in as they are: most lives begin with one of them.
const std::vector<std::string>& acceptable_examples() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> acceptable;
    for (const std::string& name : examples()) {
      const Example& each = example(name);
      const Profile& profile = tests::built_in(each.document().at("profile").as_string());
      if (each.plan(profile, beginning().date()).acceptable.now) acceptable.push_back(name);
    }
    return acceptable;
  }();
  return names;
}

Case any_case(std::mt19937_64& random) {
  const auto& names = random() % 10 == 0 ? examples() : acceptable_examples();
  const std::string& name = names[random() % names.size()];
  return Case(tests::built_in(example(name).document().at("profile").as_string()), "life:" + name);
}

NamedFact text_fact(std::string fact, std::string value) { return {std::move(fact), Value::text(std::move(value))}; }

}  // namespace

Life::Life(std::uint64_t seed, Tally& tally)
    : random_(seed), tally_(tally), state_(any_case(random_)), now_(beginning()) {
  state_.id[4] = '-';  // the example's name stands behind it
}

Faults Life::run() {
  const std::size_t length = 10 + random_() % 50;
  carry_out({"window-1", open()});
  for (std::size_t i = 0; i < length && faults_.empty(); ++i) {
    now_ += boost::posix_time::minutes(static_cast<long>(random_() % (chance(10) ? 3000 : 30)));
    if (chance(2)) now_ -= boost::posix_time::minutes(static_cast<long>(random_() % 20));
    if (chance(1)) jump_ahead();
    carry_out({chance(1) ? std::string() : "window-" + std::to_string(random_() % 3), next_command()});
  }
  check_log(log_, faults_);
  check_replay(state_, log_, now_, faults_);
  check_messages_again(state_.profile, log_, sent_, faults_);
  if (state_.status == CaseStatus::closed) ++tally_.closed;
  return faults_;
}

// One command at a moment years ahead, then the clock is right again and the case repaired.
void Life::jump_ahead() {
  const DateTime right = now_;
  now_ += boost::gregorian::days(static_cast<long>(400 + random_() % 20'000));
  carry_out({"window-1", next_command()});
  now_ = right;
  carry_out({"admin-1", repair()});
}

commands::Open Life::open() { return {boost::json::serialize(example(state_.id.substr(5)).document())}; }

CommandBody Life::next_command() {
  const bool draft = state_.status == CaseStatus::draft;
  if (chance(12)) return look_up();
  const auto dice = random_() % 100;
  if (draft && dice < 60) return commands::Accept{};
  if (draft && dice < 70) return commands::SetFacts{{some_fact()}};
  if (draft && dice < 75) return commands::HandIn{{{.type = "marriage-certificate", .as = HandedInAs::scan}}};
  if (dice < 25) return commands::Dispatch{chance(50) ? std::string() : some_step()};
  if (dice < 70) return answer();
  if (dice < 74) return commands::Retry{some_step()};
  if (dice < 80) return supplement();
  if (dice < 84) return correct();
  if (dice < 85) return defer();
  if (dice < 90) return commands::Deliver{chance(70) ? std::string() : some_step(), "EMS"};
  if (dice < 92) return commands::Withdraw{chance(20) ? std::string() : some_step(), "changed their mind"};
  if (dice < 93) return commands::RecordDeath{static_cast<std::uint16_t>(random_() % 3)};
  if (dice < 96) return commands::Close{};
  if (dice < 97) return chance(50) ? CommandBody(commands::Erase{}) : CommandBody(repair());
  if (dice < 98) return commands::SetFacts{{some_fact()}};
  return open();
}

// Asked, answered or noted by hand: with what it supplies, with something else, or too late.
CommandBody Life::look_up() {
  const auto& shares = state_.profile.rules().shares;
  const DataShare& share = shares.data()[random_() % shares.size()];
  const auto result = static_cast<LookUpState>(random_() % 6);
  const auto newborn = share.per_newborn ? static_cast<std::uint16_t>(random_() % 2) : FactRef::family;
  const auto dice = random_() % 100;
  if (dice < 40) return commands::AskLookUp{.look_up = chance(50) ? share.id : std::string(), .newborn = newborn};
  std::vector<NamedFact> facts;
  if (chance(20)) facts.push_back(some_fact());
  if (dice < 60) return commands::NoteLookUp{.look_up = share.id, .newborn = newborn, .result = result, .facts = facts};
  std::vector<std::string> queries{"no-such-query"};
  for (const SentMessage& each : state_.messages) {
    if (!each.look_up.empty()) queries.push_back(each.id);
  }
  return commands::AnswerLookUp{.message = any(queries), .result = result, .facts = facts};
}

// Mostly to a message that is there, mostly with what its service yields; sometimes twice, late, or somebody else's.
commands::Answer Life::answer() {
  if (state_.messages.empty() || chance(2)) return {.message = "no-such-message"};
  const SentMessage& message = any(state_.messages);
  commands::Answer answer{.message = message.id, .step = chance(90) ? message.step : some_step()};
  const CaseStep* step = state_.step(message.step);
  const auto dice = random_() % 100;
  answer.result = dice < 20   ? AnswerKind::acknowledged
                  : dice < 80 ? AnswerKind::completed
                  : dice < 90 ? AnswerKind::returned
                              : AnswerKind::failed;
  if (answer.result == AnswerKind::completed && step != nullptr) answer.outputs = results_of(*step);
  if (answer.result == AnswerKind::completed && chance(5)) answer.outputs.push_back(some_fact());
  if (chance(90)) answer.reason = chance(50) ? "blurred" : "printer";
  if (answer.result == AnswerKind::returned && chance(70)) answer.wanted_facts = {some_fact().fact};
  if (answer.result == AnswerKind::returned && chance(20)) answer.wanted_evidence = {{.type = "hukou-booklet"}};
  return answer;
}

commands::Supplement Life::supplement() {
  commands::Supplement supplement;
  if (chance(50)) supplement.step = some_step();
  for (const CaseStep& step : state_.steps) {
    for (const std::string& wanted : step.wanted_facts) {
      if (chance(80)) supplement.facts.push_back({wanted, some_fact().value});
    }
    for (const NamedDocument& wanted : step.wanted_evidence) supplement.evidence.push_back(wanted);
    for (const NamedDocument& asked : step.asked_evidence) {
      if (!chance(80)) continue;
      supplement.evidence.push_back(asked);
      if (chance(30)) supplement.evidence.back().as = HandedInAs::scan;
    }
    for (const std::string& asked : step.asked_facts) {
      if (chance(80)) supplement.facts.push_back({asked, some_fact().value});
    }
  }
  if (chance(20)) supplement.facts.push_back(some_fact());
  if (chance(20)) supplement.evidence.push_back({.type = "marriage-certificate"});
  return supplement;
}

commands::Correct Life::correct() {
  const std::vector<std::string> authorities{"", "midwifery-institution", "public-security", "medical-security"};
  return {.facts = {some_fact()},
          .reason = chance(90) ? "typed wrongly" : "",
          .document = "id-card",
          .authority = any(authorities)};
}

// What is asked since the acceptance, mostly for a few days.
commands::Defer Life::defer() {
  commands::Defer defer;
  for (const CaseStep& step : state_.steps) {
    for (const NamedDocument& asked : step.asked_evidence) {
      const int days = chance(90) ? 7 : 70;
      defer.deferred.push_back({asked.type, asked.holder, asked.newborn, now_.date() + boost::gregorian::days(days)});
    }
  }
  if (chance(20)) defer.deferred.push_back({.type = "marriage-certificate", .until = now_.date()});
  return defer;
}

// After one of the few jumps of the clock this is what goes on; at other times there is nothing to repair.
commands::RepairClock Life::repair() { return {.reason = chance(90) ? "the clock was ahead" : ""}; }

void Life::carry_out(const Command& command) {
  const std::string kind(kind_of(command.body));
  const auto decided = decide(state_, command, now_);
  if (!decided) {
    ++tally_.refused[decided.error().code];
    return;
  }
  const Case before = state_;
  const auto locked = locked_facts(state_);
  for (const Event& event : decided->events) {
    if (auto done = apply(state_, event); !done) {
      faults_.push_back("decided and not applicable: " + describe(done.error()));
      return;
    }
    log_.push_back(event);
  }
  check_order(state_, faults_);
  ++tally_.done[kind];
  tally_.events += decided->events.size();
  tally_.messages += decided->messages.size();
  for (const Message& message : decided->messages) {
    check_payload(state_, message, faults_);
    check_deadline(message, faults_);
    sent_.push_back(message);
  }
  check_pauses(state_, now_, faults_);
  check_withdrawn(state_, now_, faults_);
  check_locks(locked, state_, command, faults_);
  check_newborns_apart(before, state_, command, faults_);
  check_closing(state_, faults_);
  for (std::string& fault : faults_) fault += " (after " + kind + ")";
}

std::vector<NamedFact> Life::results_of(const CaseStep& step) {
  const std::string& service = step.planned.service;
  const std::string newborn = "newborns[" + std::to_string(step.planned.newborn % 16) + "].";
  const std::string number = std::to_string(chance(95) ? step.planned.newborn + 1 : 1);
  if (service == "birth-certificate") return {text_fact(newborn + "birth_certificate.number", "T33000000" + number)};
  if (service == "hukou-registration" && step.planned.newborn < state_.application.newborn_count()) {
    const auto fact = fact_named(state_.profile, newborn + "birth_date");
    const auto sex = fact_named(state_.profile, newborn + "sex");
    const Plan now = plan(state_, now_.date());
    std::string day = to_string(now.value(*fact));
    std::erase(day, '-');
    const int order = 10 * (step.planned.newborn + 1) + (to_string(now.value(*sex)) == "1" ? 1 : 2);
    if (chance(5)) return {text_fact(newborn + "id_number", tests::citizen_id("331081", "20180101", order))};
    return {text_fact(newborn + "id_number", tests::citizen_id("331081", day, order)),
            text_fact("settlement.hukou_nature", "resident")};
  }
  if (service == "medical-insurance-enrolment") return {text_fact(newborn + "insurance.number", "YB" + number)};
  if (service == "social-security-card") return {text_fact(newborn + "card.number", "K" + number)};
  return {};
}

NamedFact Life::some_fact() {
  const std::string newborn = "newborns[" + std::to_string(random_() % 2) + "].";
  const std::vector<NamedFact> facts{
      text_fact("mother.phone", "13900000009"),
      text_fact("mother.name", "张改名"),
      text_fact("residence.house_number", "2号"),
      text_fact("settlement.police_station", "东门派出所"),
      text_fact("card.branch", "东门支行"),
      text_fact("delivery.method", chance(50) ? "mail" : "outlet"),
      text_fact(newborn + "name", "新名"),
      text_fact(newborn + "blood_type", "a"),
      text_fact(newborn + "weight_g", "3100"),
      text_fact(newborn + "id_number", "123"),
      text_fact(newborn + "ethnicity", "02"),
      text_fact("marriage.status", chance(50) ? "10" : "20"),
      text_fact("settlement.with", chance(50) ? "mother" : "father"),
      {"settlement.police_station", chance(50) ? Value() : Value::null()},
      text_fact("father.phone", "13700000003"),
      {"father", Value::null()},
      {"mother.phone", Value()},
      text_fact("no.such.fact", "x"),
  };
  return any(facts);
}

std::string Life::some_step() {
  if (state_.steps.empty() || chance(3)) return "no-such-step";
  return any(state_.steps).planned.step;
}

}  // namespace birthcase::model
