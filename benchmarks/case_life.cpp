#include "case_life.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

namespace birthcase::bench {
namespace {

namespace js = boost::json;

std::string citizen_id(const std::string& day, std::uint32_t serial) {
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  char text[8];
  std::snprintf(text, sizeof text, "%03u", serial % 1000u);
  std::string number = "330782" + day + text;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (number[i] - '0') * weights[i];
  return number + "10X98765432"[sum % 11];
}

std::string compact(Date day) {
  std::string text = to_string(day);
  std::erase(text, '-');
  return text;
}

const js::object& example() {
  static const js::object parsed = [] {
    std::ifstream file(BIRTHCASE_EXAMPLES "/yiwu-local.json");
    return js::parse((std::ostringstream() << file.rdbuf()).str()).as_object();
  }();
  return parsed;
}

// Twenty days of births, as in a city with a few hundred a month.
DateTime birth_of(std::uint32_t number) {
  const Date day = Date(2019, 6, 8) - boost::gregorian::days(number % 20);
  return DateTime(day) + boost::posix_time::minutes(number / 20 % 1440);
}

std::string result(const std::string& fact, std::uint32_t number) {
  const std::string digits = std::to_string(100'000'000 + number);
  if (fact.ends_with("birth_certificate.number")) return "T" + digits;
  if (fact.ends_with("birth_certificate.institution")) return "义乌市中心医院（示例）";
  if (fact.ends_with(".id_number")) return citizen_id(compact(birth_of(number).date()), number / 20 % 400 * 2 + 2);
  if (fact.ends_with("hukou_nature")) return "resident";
  if (fact.ends_with("_on")) return "2019-06-10";
  return "330782" + digits;
}

std::optional<CommandBody> next(const Case& state, const std::vector<Message>& sent, std::uint32_t number) {
  if (state.status == CaseStatus::absent) return commands::Open{application_of(number)};
  if (state.status == CaseStatus::draft) return commands::Accept{};
  if (state.status != CaseStatus::accepted) return std::nullopt;
  for (const CaseStep& step : state.steps) {
    if (step.state == StepState::ready) return commands::Dispatch{};
  }
  for (const Message& message : sent) {
    if (state.message(message.id)->status != SentMessage::Status::open) continue;
    commands::Answer answer{.message = message.id, .result = commands::AnswerKind::completed};
    for (const std::string& output : message.outputs) {
      answer.outputs.push_back({output, Value::text(result(output, number))});
    }
    return answer;
  }
  const bool settled =
      std::all_of(state.steps.begin(), state.steps.end(), [](const CaseStep& step) { return step.settled(); });
  if (settled) return commands::Close{};
  return commands::Deliver{.reference = "EMS"};
}

js::object family(std::uint32_t number) {
  js::object application = example();
  const Date mother_born = Date(1985, 1, 1) + boost::gregorian::days(number % 4000);
  application["mother"].as_object()["id_number"] = citizen_id(compact(mother_born), number / 4000 * 2 + 2);
  return application;
}

js::object& first_newborn(js::object& application) { return application["newborns"].as_array().front().as_object(); }

}  // namespace

const Profile& life_profile() {
  static const Profile yiwu = Profile::built_in("yiwu").value();
  return yiwu;
}

std::string application_of(std::uint32_t number) {
  js::object application = family(number);
  first_newborn(application)["born_at"] = to_string(birth_of(number));
  return js::serialize(application);
}

std::string application_of(std::uint32_t number, const DateTime& born_at) {
  js::object application = family(number);
  js::object& newborn = first_newborn(application);
  newborn["born_at"] = to_string(born_at);
  for (const char* dose : {"hepatitis_b", "bcg"}) newborn[dose].as_object()["given_on"] = to_string(born_at.date());
  application["applied_at"] = to_string(born_at + boost::posix_time::hours(36));
  return js::serialize(application);
}

Life life_of(std::uint32_t number, std::string case_id) {
  Life life{.case_id = std::move(case_id)};
  Case state(life_profile(), life.case_id);
  std::vector<Message> sent;
  while (auto body = next(state, sent, number)) {
    Command command{"window-1", std::move(*body)};
    auto decided = decide(state, command, life_begins).value();
    for (const Event& event : decided.events) apply(state, event).value();
    life.commands.push_back(std::move(command));
    life.events.insert(life.events.end(), decided.events.begin(), decided.events.end());
    sent.insert(sent.end(), decided.messages.begin(), decided.messages.end());
  }
  return life;
}

}  // namespace birthcase::bench
