#include "world.hpp"

#include <doctest/doctest.h>

namespace birthcase::tests {
namespace {

using walk::Kind;
using walk::Role;

constexpr std::string_view facts = R"({"applied_at": "2019-06-10T09:30", "applicant": {"role": "mother"},
  "mother": {"name": "李䶮", "phone": "12", "hukou": {"division": "330108"}}, "father": null,
  "newborns": [{"name": "王𠮷", "weight_g": "heavy"}], "evidence": [{"type": "id-card", "holder": "mother"}]})";

std::string shown(const Given& given, birthcase_session* observer) {
  std::string all;
  if (given.session != nullptr) all += caller::error_json(given.session);
  if (given.profile != nullptr) {
    all += caller::text_of([&](auto... out) { return birthcase_profile_id(observer, given.profile, out...); }).text;
  }
  if (given.application != nullptr) all += caller::json_of(observer, given.application);
  if (given.plan != nullptr) all += caller::json_of(observer, given.plan);
  if (given.birth != nullptr) all += caller::events_of(observer, given.birth);
  if (given.store != nullptr) {
    all += caller::text_of([&](auto... out) {
             return birthcase_store_cases(observer, given.store, "", 0, 9, out...);
           }).text;
  }
  return all;
}

}  // namespace

std::vector<const walk::Function*> every_function() {
  std::vector<const walk::Function*> all;
  for (const auto* functions : {&walk::functions(), &walk::store_functions()}) {
    for (const walk::Function& function : *functions) all.push_back(&function);
  }
  return all;
}

Needs needs_of(const walk::Function& function) {
  if (function.subject == "store") return Needs::a_store;
  return function.subject == "case" ? Needs::a_case : Needs::nothing;
}

bool Given::has_handle() const noexcept {
  return session != nullptr || profile != nullptr || application != nullptr || plan != nullptr || birth != nullptr ||
         store != nullptr;
}

World::World(std::int32_t encoding_of_session, const walk::Function& function)
    : observer(caller::open_session()),
      session(caller::open_session(encoding_of_session)),
      function_(function),
      encoding_(encoding_of_session),
      profile_(caller::built_in(session, "yiwu")) {
  REQUIRE(birthcase_application_parse(observer, profile_, facts.data(), caller::size(facts), pristine_.out()) ==
          BIRTHCASE_OK);
  plan_ = caller::make_plan(observer, profile_, pristine_, "");
  if (needs_of(function) != Needs::nothing) {
    wenling_ = caller::built_in(observer, "wenling");
    cases_.emplace(observer, wenling_, needs_of(function));
  }
  for (const walk::Parameter& parameter : function.parameters) {
    const std::string text = example(parameter.role == Role::chars ? parameter.example : "");
    texts_.push_back(parameter.raw ? text : in_encoding(text));
  }
  reset();
}

std::string World::in_encoding(std::string_view utf8) const {
  return caller::converted(observer, BIRTHCASE_UTF8, encoding_, utf8);
}

// A text of the description; `@…` stands for one that only a test has.
std::string World::example(std::string_view text) const {
  if (!text.starts_with('@')) return std::string(text);
  if (text == "@events") return caller::events_of(observer, cases_->birth);
  if (text == "@opening") return cases_->opening();
  if (text == "@export") return cases_->document();
  REQUIRE(text == "@file");
  return cases_->file();
}

void World::reset() {
  caller::Application copy;
  REQUIRE(birthcase_application_copy(observer, pristine_, copy.out()) == BIRTHCASE_OK);
  application_ = std::move(copy);
  given = {};
  if (cases_) cases_->reset();
  REQUIRE(birthcase_built_in_id(session, -1, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);  // there is an error to tell
  REQUIRE(birthcase_built_in_id(session, 0, nullptr, nullptr) == BIRTHCASE_OK);
  for (const walk::Parameter& parameter : function_.parameters) {
    if (parameter.role == Role::handle_freed) make_what_is_freed(parameter.kind);
  }
}

void World::make_what_is_freed(Kind kind) {
  const auto made = [&]() -> birthcase_status {
    switch (kind) {
      case Kind::session:
        return birthcase_session_new(encoding_, BIRTHCASE_ENGLISH, given.session.out());
      case Kind::profile:
        return birthcase_profile_share(observer, profile_, given.profile.out());
      case Kind::application:
        return birthcase_application_copy(observer, pristine_, given.application.out());
      case Kind::plan:
        return birthcase_plan_new(observer, profile_, pristine_, nullptr, 0, given.plan.out());
      case Kind::birth_case:
        return birthcase_case_new(observer, wenling_, "a-case", 6, given.birth.out());
      case Kind::store:
        return caller::try_open(observer, cases_->file(), BIRTHCASE_READ_ONLY, given.store);
      case Kind::none:
        break;
    }
    return BIRTHCASE_INTERNAL;
  }();
  REQUIRE(made == BIRTHCASE_OK);
}

void* World::object(Kind kind) const {
  switch (kind) {
    case Kind::session:
      return static_cast<birthcase_session*>(session);
    case Kind::profile:
      return static_cast<birthcase_profile*>(profile_);
    case Kind::application:
      return static_cast<birthcase_application*>(application_);
    case Kind::plan:
      return static_cast<birthcase_plan*>(plan_);
    case Kind::birth_case:
      return static_cast<birthcase_case*>(cases_->birth);
    case Kind::store:
      return static_cast<birthcase_store*>(cases_->store);
    case Kind::none:
      break;
  }
  return nullptr;
}

void* World::out(Kind kind) {
  switch (kind) {
    case Kind::session:
      return given.session.out();
    case Kind::profile:
      return given.profile.out();
    case Kind::application:
      return given.application.out();
    case Kind::plan:
      return given.plan.out();
    case Kind::birth_case:
      return given.birth.out();
    case Kind::store:
      return given.store.out();
    case Kind::none:
      break;
  }
  return nullptr;
}

walk::Argument World::argument(const walk::Parameter& parameter, std::size_t place) {
  switch (parameter.role) {
    case Role::handle:
      if (parameter.example == "@wenling") return {static_cast<birthcase_profile*>(wenling_)};
      return {object(parameter.kind)};
    case Role::handle_out:
    case Role::handle_freed:
      return {out(parameter.kind)};
    case Role::handles:
      handles_ = {object(parameter.kind)};
      return {handles_.data()};
    case Role::chars:
      return {texts_[place].data()};
    case Role::buffer:
      return {buffer_.data()};
    case Role::int32s:
      return {const_cast<std::int32_t*>(parameter.numbers.data())};  // the list of functions is never written to
    case Role::text_out:
      return {&given.text};
    case Role::int32_out:
      return {&given.counts[place % 2]};
    case Role::int64_out:
      return {parameter.name == "length" ? &given.length : &given.numbers[place % 2]};
    case Role::int32:
    case Role::int64:
      break;
  }
  if (parameter.of < 0) return {nullptr, parameter.number};
  const auto of = static_cast<std::size_t>(parameter.of);
  const walk::Parameter& counted = function_.parameters[of];
  if (counted.role == Role::chars) return {nullptr, caller::size(texts_[of])};
  if (counted.role == Role::buffer) return {nullptr, static_cast<std::int64_t>(buffer_.size())};
  if (counted.role == Role::handles) return {nullptr, static_cast<std::int64_t>(handles_.size())};
  return {nullptr, caller::size_of(counted.numbers) - parameter.number};
}

std::vector<walk::Argument> World::arguments() {
  std::vector<walk::Argument> all;
  for (std::size_t place = 0; place < function_.parameters.size(); ++place) {
    all.push_back(argument(function_.parameters[place], place));
  }
  return all;
}

std::string World::state() const {
  std::string text_of_session(64, '\0');
  std::int64_t needed = 0;
  (void)birthcase_session_copy_text(session, text_of_session.data(), caller::size(text_of_session), &needed);
  return caller::json_of(observer, application_) + text_of_session.c_str() + std::to_string(needed) +
         (cases_ ? cases_->state() : "");
}

std::string World::answer() const {
  std::string all =
      given.text == nullptr ? std::string() : std::string(given.text, static_cast<std::size_t>(given.length));
  all += ' ' + std::to_string(given.length);
  for (const std::int64_t number : given.numbers) all += ' ' + std::to_string(number);
  for (const std::int32_t number : given.counts) all += ' ' + std::to_string(number);
  return all + shown(given, observer) + caller::json_of(observer, application_) + (cases_ ? cases_->state() : "");
}

}  // namespace birthcase::tests
