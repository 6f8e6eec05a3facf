#include "departments.hpp"

#include "people.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <utility>

namespace city {
namespace {

namespace js = boost::json;
using birthcase::Value;
using birthcase::commands::Answer;
using birthcase::commands::AnswerKind;

std::string text_at(const js::object& object, std::string_view key) {
  const js::value* found = object.if_contains(key);
  return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

std::string padded(std::uint32_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// The value of the only field that ends so: of the newborn that a message is about.
std::string field_ending(const js::object& fields, std::string_view end) {
  for (const auto& [name, value] : fields) {
    if (name.starts_with("newborns[") && name.ends_with(end) && value.is_string())
      return std::string(value.as_string());
  }
  return {};
}

}  // namespace

Departments::Request Departments::read(const js::object& message) {
  Request request{.id = text_at(message, "id"),
                  .case_id = text_at(message, "case_id"),
                  .step = text_at(message, "step"),
                  .service = text_at(message, "service"),
                  .by = "connector-" + text_at(message, "organisation"),
                  .fields = {},
                  .outputs = {},
                  .urgent = text_at(message, "answer_by").find('T') != std::string::npos};
  if (const js::value* fields = message.if_contains("fields")) request.fields = fields->as_object();
  if (const js::value* outputs = message.if_contains("outputs")) {
    for (const js::value& output : outputs->as_array()) request.outputs.emplace_back(output.as_string());
  }
  return request;
}

void Departments::receive(const store::Leased& leased) {
  ++tally_.carried;
  if (!received_.insert(leased.message_id).second) {
    ++tally_.carried_again;
    return;
  }
  const js::object message = js::parse(leased.body).as_object();
  const std::string kind = text_at(message, "kind");
  const Request request = read(message);
  tally_.note("messages: " + kind);
  // Some are too far with their work to stop.
  if (kind == "cancellation" && dice_.happens(800)) void_.insert(last_of_step_[request.case_id + request.step]);
  if (kind != "request") return;
  const std::string replaces = text_at(message, "replaces");
  if (!replaces.empty() && dice_.happens(800)) void_.insert(replaces);
  last_of_step_[request.case_id + request.step] = request.id;
  begin(request);
}

void Departments::later(const Request& request, int minutes, void (Departments::*what)(const Request&)) {
  agenda_.add(place_.after_work_of(agenda_.now(), minutes), request.case_id,
              [this, request, what] { (this->*what)(request); });
}

// Minutes of office hours.
int Departments::effort(const Request& request) {
  const bool slow = dice_.happens(12);
  if (request.urgent) return slow ? dice_.between(60, 300) : dice_.between(3, 14);
  return slow ? dice_.between(1000, 3000) : dice_.between(15, 150);
}

void Departments::begin(const Request& request) {
  const int minutes = effort(request);
  if (dice_.happens(300)) {
    agenda_.add(agenda_.now() + boost::posix_time::minutes(1), request.case_id, [this, request] {
      say(request, {.message = request.id, .step = request.step, .result = AnswerKind::acknowledged});
    });
  }
  later(request, minutes, &Departments::work);
}

void Departments::work(const Request& request) {
  if (void_.contains(request.id)) return;
  const bool card = request.service == "social-security-card";
  if (dice_.happens(card ? 45 : 8)) {
    say(request, {.message = request.id,
                  .step = request.step,
                  .result = AnswerKind::failed,
                  .reason = card ? "代扣失败" : "系统暂不可用"});
    return;
  }
  if (dice_.happens(40)) return send_back(request);
  complete(request);
}

void Departments::send_back(const Request& request) {
  Answer answer{.message = request.id, .step = request.step, .result = AnswerKind::returned, .reason = "请补正"};
  if (dice_.happens(600) && !request.fields.empty()) {
    for (const auto& [name, value] : request.fields) {
      if (name.ends_with("phone") || name.ends_with("house_number") || name.ends_with("branch")) {
        answer.wanted_facts.emplace_back(name);
        break;
      }
    }
  }
  if (answer.wanted_facts.empty()) answer.wanted_evidence.push_back({.type = "id-card", .holder = "mother"});
  say(request, std::move(answer));
}

void Departments::complete(const Request& request) {
  if (void_.contains(request.id)) return;
  const Answer answer = results(request);
  if (dice_.happens(25) && mistake(request, answer))
    return later(request, dice_.between(5, 90), &Departments::complete);
  say(request, answer);
  afterthoughts(request, answer);
}

// Says something wrong first; whether there was something to get wrong.
bool Departments::mistake(const Request& request, const Answer& right) {
  Answer wrong = right;
  const auto number = std::find_if(wrong.outputs.begin(), wrong.outputs.end(),
                                   [](const auto& output) { return output.fact.ends_with(".id_number"); });
  const Case& state = office_.state(request.case_id);
  if (state.application.newborn_count() > 1 && request.step.ends_with("#1")) {
    wrong.step = request.step.substr(0, request.step.size() - 1) + "2";
    tally_.note("answers: for the wrong newborn");
  } else if (number != wrong.outputs.end() && dice_.happens(500)) {
    number->value = Value::text(citizen_id(place_.division, birthcase::Date(2018, 1, 1), 123));
    tally_.note("answers: with an ID number of another day");
  } else if (!wrong.outputs.empty()) {
    wrong.outputs.front() = {"mother.name", Value::text("张冠")};
    tally_.note("answers: with what the service does not yield");
  } else {
    return false;
  }
  say(request, std::move(wrong));
  return true;
}

// What connectors do that repeat themselves, are late or mix things up.
void Departments::afterthoughts(const Request& request, const Answer& answer) {
  const auto after = [&](int minutes, Answer another, const char* what) {
    tally_.note(what);
    agenda_.add(agenda_.now() + boost::posix_time::minutes(minutes), request.case_id,
                [this, request, another] { say(request, another); });
  };
  if (dice_.happens(25)) after(dice_.between(1, 60), answer, "answers: sent twice");
  if (dice_.happens(7)) {
    after(2, {.message = request.id, .step = request.step, .result = AnswerKind::acknowledged},
          "answers: acknowledged after the answer");
  }
  if (dice_.happens(5)) {
    after(3, {.message = request.id, .step = request.step, .result = AnswerKind::failed, .reason = "重复处理"},
          "answers: another one to the same message");
  }
  if (dice_.happens(3)) {
    after(4, {.message = request.id + "0", .step = request.step, .result = AnswerKind::completed},
          "answers: to no message");
  }
}

void Departments::say(const Request& request, Answer answer) {
  (void)office_.execute(request.case_id, request.by, std::move(answer), agenda_.now());
  told_(request.case_id);
}

Answer Departments::results(const Request& request) {
  Answer answer{.message = request.id, .step = request.step, .result = AnswerKind::completed};
  for (const std::string& output : request.outputs) {
    answer.outputs.push_back({output, Value::text(issued(request, output))});
  }
  return answer;
}

std::string Departments::issued(const Request& request, std::string_view output) {
  const std::string today = birthcase::to_string(agenda_.now().date());
  if (output.ends_with("birth_certificate.number")) return "T" + padded(++issued_, 9);
  if (output.ends_with("birth_certificate.institution")) return text_at(request.fields, "birth.institution.name");
  if (output.ends_with("_on")) return today;
  if (output.ends_with("hukou_nature")) return "resident";
  if (!output.ends_with(".id_number")) return place_.division + padded(++issued_, 10);
  const std::string day = field_ending(request.fields, ".birth_date");
  const bool boy = field_ending(request.fields, ".sex") == "1";
  const int serial = 2 * people_of_day_[day + (boy ? "m" : "f")]++ + (boy ? 1 : 2);
  const auto born = birthcase::parse_date(day);
  return citizen_id(place_.division, born ? *born : agenda_.now().date(), serial);
}

}  // namespace city
