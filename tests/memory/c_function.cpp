#include "c_function.hpp"

#include "failing_allocations.hpp"

#include <doctest/doctest.h>

namespace birthcase::tests {
namespace {

constexpr std::string_view village_text =
    R"({"id": "village", "title": {"zh": "测试村", "en": "Village"}, "extends": "yiwu"})";

constexpr std::string_view facts = R"({"applied_at": "2019-06-10T09:30", "applicant": {"role": "mother"},
  "mother": {"name": "李䶮", "phone": "12", "hukou": {"division": "330108"}}, "father": null,
  "newborns": [{"name": "王𠮷", "weight_g": "heavy"}], "evidence": [{"type": "id-card", "holder": "mother"}]})";

}  // namespace

World::World(std::int32_t encoding_of_session, Needs needs)
    : encoding(encoding_of_session),
      observer(caller::open_session()),
      session(caller::open_session(encoding)),
      profile(caller::built_in(session, "yiwu")) {
  REQUIRE(birthcase_application_parse(observer, profile, facts.data(), caller::size(facts), pristine.out()) ==
          BIRTHCASE_OK);
  plan = caller::make_plan(observer, profile, pristine, "");
  village = in_encoding(village_text);
  if (needs != Needs::nothing) {
    wenling = caller::built_in(observer, "wenling");
    cases.emplace(observer, wenling, needs);
    command = in_encoding(cases->opening());
    events = in_encoding(caller::events_of(observer, cases->birth));
    document = in_encoding(cases->document());
  }
  reset();
}

std::string World::in_encoding(std::string_view utf8) const {
  return caller::converted(observer, BIRTHCASE_UTF8, encoding, utf8);
}

void World::reset() {
  caller::Application copy;
  REQUIRE(birthcase_application_copy(observer, pristine, copy.out()) == BIRTHCASE_OK);
  application = std::move(copy);
  made_session = {};
  made_profile = {};
  made_application = {};
  made_plan = {};
  made_case = {};
  made_store = {};
  if (cases) cases->reset();
  text = nullptr;
  length = number = count = 0;
  REQUIRE(birthcase_built_in_id(session, -1, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);  // there is an error to tell
  REQUIRE(birthcase_built_in_id(session, 0, nullptr, nullptr) == BIRTHCASE_OK);
}

std::string World::state() const {
  std::string text_of_session(64, '\0');
  std::int64_t needed = 0;
  (void)birthcase_session_copy_text(session, text_of_session.data(), caller::size(text_of_session), &needed);
  return caller::json_of(observer, application) + text_of_session.c_str() + std::to_string(needed) +
         (cases ? cases->state() : "");
}

std::string World::answer() const {
  std::string all = text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(length));
  all += ' ' + std::to_string(length) + ' ' + std::to_string(number) + ' ' + std::to_string(count);
  if (made_session != nullptr) all += caller::error_json(made_session);
  if (made_profile != nullptr) {
    all += caller::text_of([&](auto... out) { return birthcase_profile_id(observer, made_profile, out...); }).text;
  }
  if (made_application != nullptr) all += caller::json_of(observer, made_application);
  if (made_plan != nullptr) all += caller::json_of(observer, made_plan);
  if (made_case != nullptr) all += caller::events_of(observer, made_case);
  if (made_store != nullptr) {
    all += caller::text_of([&](auto... out) {
             return birthcase_store_cases(observer, made_store, "", 0, 9, out...);
           }).text;
  }
  return all + caller::json_of(observer, application) + (cases ? cases->state() : "");
}

namespace {

// After an attempt: all or nothing.
void check_attempt(const World& world, birthcase_status status, const std::string& before, const std::string& wanted) {
  if (status == BIRTHCASE_OK) {
    CHECK(world.answer() == wanted);
    return;
  }
  CHECK(status == BIRTHCASE_OUT_OF_MEMORY);
  CHECK(world.state() == before);
  CHECK(world.text == nullptr);
  CHECK(world.made_session == nullptr);
  CHECK(world.made_profile == nullptr);
  CHECK(world.made_application == nullptr);
  CHECK(world.made_plan == nullptr);
  CHECK(world.made_case == nullptr);
  CHECK(world.made_store == nullptr);
}

std::size_t check_in(std::int32_t encoding, const CFunction& function) {
  World world(encoding, function.needs);
  std::string wanted;
  for (int times = 0; times < 3; ++times) {  // fills what is filled once, or when a shape of plans is met again
    REQUIRE(function.call(world) == BIRTHCASE_OK);
    wanted = world.answer();
    world.reset();
  }
  const std::string before = world.state();
  world.reset();  // a look at the state may have filled what a store keeps ready
  const std::ptrdiff_t live = live_blocks();
  birthcase_status status = BIRTHCASE_OK;
  const auto attempt = [&]() noexcept { status = function.call(world); };
  const auto check = [&](bool failed) {
    CHECK((failed || status == BIRTHCASE_OK));
    check_attempt(world, status, before, wanted);
    world.reset();
  };
  const std::size_t failures = for_each_failing_allocation(attempt, check, function.stride);
  CHECK(live_blocks() == live);
  return failures;
}

}  // namespace

void check_out_of_memory(const CFunction& function) {
  INFO(function.name);
  const std::size_t in_utf8 = check_in(BIRTHCASE_UTF8, function);
  const std::size_t in_gb18030 = check_in(BIRTHCASE_GB18030, function);
  MESSAGE(function.name, ": ", in_utf8, " failing allocations in UTF-8, ", in_gb18030, " in GB18030");
}

}  // namespace birthcase::tests
