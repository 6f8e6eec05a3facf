#include "calls_case.hpp"

#include "secret.hpp"
#include "vocabulary.hpp"

namespace fuzz {
namespace {

constexpr std::size_t most_calls = 80;
constexpr std::array<std::int32_t, 8> places{BIRTHCASE_FAMILY, 0, 1, 2, 15, 16, -2, 65535};

}  // namespace

Case::Case(Bytes& input)
    : input_(input), caller_(static_cast<std::int32_t>(input.below(4)), 0), watcher_(BIRTHCASE_UTF8, 1) {
  for (std::size_t i = 0; i < 2; ++i) {
    Application made;
    const auto status = birthcase_application_new(watcher_, built_in("yiwu"), made.out());
    watcher_.check(status, only_ok);
    replace(applications_[i], std::move(made), status);
  }
}

void Case::run() {
  for (std::size_t calls = 0; calls < most_calls && !input_.empty(); ++calls) call();
  nothing_else_changed();
}

void Case::call() {
  using Call = void (Case::*)();
  constexpr std::array<Call, 24> calls{&Case::put,
                                       &Case::put,
                                       &Case::put,
                                       &Case::put,
                                       &Case::put,
                                       &Case::put_none,
                                       &Case::clear,
                                       &Case::get,
                                       &Case::get,
                                       &Case::hand_in,
                                       &Case::start,
                                       &Case::parse,
                                       &Case::copy,
                                       &Case::under,
                                       &Case::plan,
                                       &Case::plan,
                                       &Case::read_plan,
                                       &Case::free_plan,
                                       &Case::free_application,
                                       &Case::validate,
                                       &Case::find,
                                       &Case::copy_text,
                                       &Case::convert,
                                       &Case::reopen};
  (this->*input_.one_of(calls))();
}

const birthcase_profile* Case::any_profile() {
  constexpr std::array<std::string_view, 4> profiles{"yiwu", "wenling", "ruian", "base"};
  return built_in(input_.one_of(profiles));
}

std::int32_t Case::any_newborn() { return input_.one_of(places); }

Case::Named Case::named() {
  Facts& facts = any_facts();
  auto application =
      handle_from<birthcase_application>(input_, facts.handle, static_cast<birthcase_session*>(watcher_));
  Text name = text_from(input_, caller_, fact_names);
  may_tell_ |= std::string_view(name.memory.data(), name.memory.size()).find(secret) != std::string_view::npos;
  return {facts, application, std::move(name), any_newborn()};
}

void Case::judge(birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible) {
  if (wrong_handle) allowed = {BIRTHCASE_BAD_HANDLE};
  must(!impossible || status != BIRTHCASE_OK, "an argument that cannot be is refused");
  caller_.check(status, allowed);
  if (status != BIRTHCASE_OK && !may_tell_) must_not_tell(caller_.error() + caller_.error_line());
}

void Case::judge(Facts& facts, birthcase_status status, Statuses allowed, bool wrong_handle, bool impossible) {
  judge(status, allowed, wrong_handle, impossible);
  if (facts.handle == nullptr) return;
  std::string json = watcher_.json_of(facts.handle);
  if (status != BIRTHCASE_OK) must_equal(json, facts.json, "a failed call changes nothing");
  facts.json = std::move(json);
}

void Case::replace(Facts& facts, Application made, birthcase_status status) {
  must((status == BIRTHCASE_OK) == (made != nullptr), "a handle is there if and only if the call succeeded");
  if (status != BIRTHCASE_OK) return;
  facts.handle = std::move(made);
  facts.json = watcher_.json_of(facts.handle);
}

Case::Told Case::told(const Named& fact) {
  Told told;
  told.text = caller_.get([&](auto... out) {
    return birthcase_application_get(caller_, fact.facts.handle, fact.name.data(), fact.name.length, fact.newborn,
                                     &told.state, out...);
  });
  return told;
}

// What was put can be got, and put again as it was got.
void Case::is_kept(const Named& fact, const Text& value) {
  const Text& name = fact.name;
  const auto [state, got] = told(fact);
  must(state == BIRTHCASE_FACT_KNOWN, "what was put is known");
  const bool plain = name.utf8 == "mother.hukou.address" && !value.utf8.empty() && value.utf8.front() != ' ';
  if (plain) must_equal(caller_.utf8(got), value.utf8, "a text is got as it was put");
  const auto status = birthcase_application_put(caller_, fact.facts.handle, name.data(), name.length, fact.newborn,
                                                got.data(), length_of(got));
  caller_.check(status, only_ok);
  must_equal(watcher_.json_of(fact.facts.handle), fact.facts.json, "what is got can be put again, and changes nothing");
}

// No call changes an object that it was not given.
void Case::nothing_else_changed() {
  for (Facts& facts : applications_) {
    if (facts.handle != nullptr) must_equal(watcher_.json_of(facts.handle), facts.json, "applications are independent");
  }
  for (Answer& plan : plans_) {
    if (plan.handle != nullptr) must_equal(watcher_.json_of(plan.handle), plan.json, "a plan never changes");
  }
}

}  // namespace fuzz
