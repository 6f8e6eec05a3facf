#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

namespace birthcase::cli_tests {
namespace {

std::vector<std::string> joined(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.begin(), "case");
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

}  // namespace

CaseStore::CaseStore() {
  static int count = 0;
  file_ = place_for("store-" + std::to_string(++count) + ".db");
  unsetenv("BIRTHCASE_STORE");
  unsetenv("BIRTHCASE_BY");
}

Outcome CaseStore::change(std::string_view now, const std::vector<std::string>& arguments,
                          std::string_view input) const {
  return run(joined(arguments, {"--store", file_, "--now", std::string(now), "--by", "window-1"}), input);
}

Outcome CaseStore::must(std::string_view now, const std::vector<std::string>& arguments) const {
  const Outcome outcome = change(now, arguments);
  CAPTURE(arguments);
  CAPTURE(outcome.output);
  CAPTURE(outcome.errors);
  REQUIRE(outcome.status == 0);
  return outcome;
}

Outcome CaseStore::look(std::string_view now, const std::vector<std::string>& arguments) const {
  return run(joined(arguments, {"--store", file_, "--now", std::string(now)}));
}

Outcome CaseStore::ask(const std::vector<std::string>& arguments, std::string_view input) const {
  return run(joined(arguments, {"--store", file_}), input);
}

boost::json::value CaseStore::shown(std::string_view case_id, std::string_view now) const {
  return boost::json::parse(look(now, {"show", std::string(case_id), "--json"}).output);
}

void accept_example(const CaseStore& store, const std::string& case_id, Papers papers) {
  if (papers == Papers::all) {
    store.must("2019-04-29T09:10", {"open", case_id, example("wenling-hospital.json")});
    store.must("2019-04-29T09:15", {"accept", case_id});
    return;
  }
  std::ifstream stream(example("wenling-hospital.json"));
  auto application = boost::json::parse(stream);
  application.as_object().erase("evidence");
  store.must("2019-04-29T09:10", {"open", case_id, file_with(boost::json::serialize(application))});
  store.must("2019-04-29T09:11", {"hand-in", case_id, "id-card/mother"});
  store.must("2019-04-29T09:12", {"hand-in", case_id, "id-card/father", "--as", "scan"});
  store.must("2019-04-29T09:15", {"accept", case_id, "--defer", "id-card/father=2019-05-02"});
}

void complete_example(const CaseStore& store, const std::string& case_id) {
  accept_example(store, case_id);
  store.must("2019-04-29T09:16", {"dispatch", case_id});
  store.must("2019-04-29T09:40",
             {"answer", case_id + ":birth-certificate#1:1", "completed", "--output",
              "newborns[0].birth_certificate.number=T330000001", "newborns[0].birth_certificate.issued_on=2019-04-29",
              "newborns[0].birth_certificate.institution=温岭市妇女儿童医院（示例）"});
  store.must("2019-04-29T09:41", {"dispatch", case_id});
  store.must("2019-04-29T09:50", {"answer", case_id + ":vaccination-certificate#1:1", "completed"});
  store.must("2019-04-29T10:30", {"answer", case_id + ":hukou-registration#1:1", "completed", "--output",
                                  "newborns[0].id_number=331081201904270027", "settlement.hukou_nature=resident"});
  store.must("2019-04-29T10:31", {"dispatch", case_id});
  store.must("2019-04-29T11:00", {"answer", case_id + ":medical-insurance-enrolment#1:1", "completed"});
  store.must("2019-04-29T11:30", {"answer", case_id + ":social-security-card#1:1", "completed"});
}

void close_example(const CaseStore& store, const std::string& case_id) {
  complete_example(store, case_id);
  store.must("2019-04-30T08:30", {"deliver", case_id, "--reference", "EMS 1000000000000"});
  store.must("2019-04-30T08:40", {"close", case_id});
}

void carry_all(const CaseStore& store, std::string_view now) {
  for (;;) {
    const Outcome leased = store.look(now, {"outbox", "lease", "--connector", "carrier", "--json"});
    REQUIRE(leased.status == 0);
    const auto messages = boost::json::parse(leased.output);
    if (messages.as_array().empty()) return;
    for (const auto& message : messages.as_array()) {
      const std::string id(message.at("message").as_string());
      REQUIRE(store.ask({"outbox", "ack", id, "--connector", "carrier"}).status == 0);
    }
  }
}

std::string state_of(const boost::json::value& shown, std::string_view step) {
  for (const auto& each : shown.at("steps").as_array()) {
    if (each.at("step").as_string() == step) return std::string(each.at("state").as_string());
  }
  return "no such step";
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace birthcase::cli_tests
