#include "families.hpp"

#include <birthcase/profile.hpp>

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace birthcase::tests {
namespace {

// ISO 7064 MOD 11-2, as in GB 11643.
std::string with_check_character(std::string digits) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t place = 0; place < digits.size(); ++place) sum += (digits[place] - '0') * weights[place];
  return digits + "10X98765432"[sum % 11];
}

std::string citizen_id(Date born, std::uint32_t sequence) {
  const auto day = born.year_month_day();
  char text[32];
  std::snprintf(text, sizeof text, "330782%04u%02u%02u%03u", static_cast<unsigned>(day.year) % 10000u,
                static_cast<unsigned>(day.month) % 100u, static_cast<unsigned>(day.day) % 100u, sequence % 1000u);
  return with_check_character(text);
}

std::string padded(std::uint32_t number, int digits) {
  std::string text = std::to_string(number);
  return std::string(static_cast<std::size_t>(std::max(0, digits - static_cast<int>(text.size()))), '0') + text;
}

std::string in_characters(std::uint32_t number) {
  constexpr std::string_view characters[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string text;
  for (const char digit : padded(number, 7)) text += characters[digit - '0'];
  return text;
}

Date day_of_birth(const Case& state, std::uint16_t newborn, const DateTime& now) {
  const auto born_at = state.application.get("newborn.born_at", newborn).value().to_date_time();
  return born_at ? born_at->date() : now.date();
}

std::string issued(const Case& state, std::string_view fact, std::uint16_t newborn, std::uint32_t number,
                   const DateTime& now) {
  const std::uint32_t own = number * 16 + newborn;
  if (fact.ends_with("birth_certificate.number")) return "T" + padded(own % 1'000'000'000, 9);
  if (fact.ends_with("birth_certificate.institution")) return "义乌市中心医院（示例）";
  if (fact.ends_with("id_number")) return citizen_id(day_of_birth(state, newborn, now), (own * 2 + 2) % 1000);
  if (fact.ends_with("hukou_nature")) return "resident";
  if (fact.ends_with("_on")) return to_string(now.date());
  return "330782" + padded(own, 10);
}

// Programs that are no tests use families too, so nothing here is for doctest alone.
const boost::json::object& example_application() {
  static const boost::json::object example = [] {
    std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/examples/applications/yiwu-local.json");
    return boost::json::parse((std::ostringstream() << file.rdbuf()).str()).as_object();
  }();
  return example;
}

bool chance(std::mt19937& random, std::uint_fast32_t percent) { return random() % 100 < percent; }

}  // namespace

DateTime at(std::string_view text) { return parse_date_time(text).value(); }

std::string mother_of(std::uint32_t number) {
  return citizen_id(Date(1985, 1, 1) + boost::gregorian::days(number % 4000), number / 4000 * 2 + 2);
}

Secrets secrets_of(std::uint32_t number) {
  return {.name = "王" + in_characters(number),
          .address = "浙江省金华市义乌市城西街道测试路" + padded(number, 7) + "号",
          .phone = "139" + padded(number, 8),
          .reason = "家属" + padded(number, 7) + "说明"};
}

std::string family(std::uint32_t number, const DateTime& now) {
  const Secrets secrets = secrets_of(number);
  const std::string yesterday = to_string(now.date() - boost::gregorian::days(1));
  const auto since_midnight = now.time_of_day();
  const auto two_digits = [](std::int64_t count) { return padded(static_cast<std::uint32_t>(count), 2); };
  const std::string time = "T" + two_digits(since_midnight.hours()) + ":" + two_digits(since_midnight.minutes());
  boost::json::object application = example_application();
  application["applied_at"] = to_string(now);
  boost::json::object& mother = application["mother"].as_object();
  mother["id_number"] = mother_of(number);
  mother["phone"] = secrets.phone;
  mother["hukou"].as_object()["address"] = secrets.address;
  boost::json::object& newborn = application["newborns"].as_array().front().as_object();
  newborn["name"] = secrets.name;
  newborn["born_at"] = yesterday + time;
  newborn["order"] = 1;
  newborn["hepatitis_b"].as_object()["given_on"] = yesterday;
  newborn["bcg"].as_object()["given_on"] = yesterday;
  return boost::json::serialize(application);
}

commands::Answer completed(const Case& state, std::string_view message, std::uint32_t number, const DateTime& now) {
  commands::Answer answer{.message = std::string(message), .result = commands::AnswerKind::completed};
  const CaseStep* step = state.step(state.message(message)->step);
  const Rules& rules = state.profile.rules();
  for (const Service& service : rules.services) {
    if (service.id != step->planned.service) continue;
    for (const Product& product : service.outputs) {
      const auto* const yielded = std::get_if<FieldId>(&product);
      if (yielded == nullptr) continue;
      const Field& field = rules.fields[*yielded];
      const std::uint16_t newborn = field.per_newborn() ? step->planned.newborn : FactRef::family;
      const std::string name = fact_name(state.profile, {field.slot.index, newborn});
      const std::uint16_t of = step->planned.newborn == FactRef::family ? std::uint16_t{0} : step->planned.newborn;
      answer.outputs.push_back({name, Value::text(issued(state, name, of, number, now))});
    }
  }
  return answer;
}

const SentMessage* open_message(const Case& state) noexcept {
  for (const SentMessage& message : state.messages) {
    if (message.status == SentMessage::Status::open) return &message;
  }
  return nullptr;
}

std::optional<CommandBody> something_to_do(const Case& state, std::mt19937& random, std::uint32_t number,
                                           const DateTime& now) {
  if (state.status == CaseStatus::draft) return commands::Accept{};
  if (state.status != CaseStatus::accepted) return std::nullopt;
  std::vector<CommandBody> choices;
  bool settled = true;
  for (const CaseStep& step : state.steps) {
    const std::string& id = step.planned.step;
    settled = settled && step.settled();
    if (step.state == StepState::ready) choices.emplace_back(commands::Dispatch{chance(random, 50) ? id : ""});
    if (step.state == StepState::failed) choices.emplace_back(commands::Retry{id});
    if (step.state == StepState::returned) choices.emplace_back(commands::Supplement{.step = id});
    if (step.state == StepState::completed && !step.settled()) choices.emplace_back(commands::Deliver{.step = id});
  }
  for (const SentMessage& message : state.messages) {
    if (message.status != SentMessage::Status::open || message.step.empty()) continue;
    commands::Answer answer{.message = message.id, .reason = secrets_of(number).reason};
    const auto dice = random() % 100;
    if (dice < 10) answer.result = commands::AnswerKind::failed;
    if (dice >= 10 && dice < 20) answer.result = commands::AnswerKind::returned;
    if (dice >= 50) answer = completed(state, message.id, number, now);
    choices.emplace_back(std::move(answer));
  }
  if (settled) return commands::Close{};
  if (choices.empty()) return std::nullopt;
  return choices[random() % choices.size()];
}

}  // namespace birthcase::tests
