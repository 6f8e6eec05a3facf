// What every command about cases writes for programs can be read.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

using namespace birthcase::cli_tests;

namespace {

void check_json(const Outcome& outcome, int status = 0) {
  CAPTURE(outcome.output);
  CAPTURE(outcome.errors);
  CHECK(outcome.status == status);
  CHECK(outcome.errors.empty());
  boost::json::error_code not_json;
  boost::json::parse(outcome.output, not_json);
  CHECK_FALSE(not_json);
}

}  // namespace

TEST_CASE("each command answers in JSON where that is asked, also if it refuses") {
  const CaseStore store;
  const std::string message = "wl-1:birth-certificate#1:1";
  const std::vector<std::pair<const char*, std::vector<std::string>>> changes{
      {"09:10", {"open", "wl-1", example("wenling-hospital.json")}},
      {"09:11", {"set", "wl-1", "mother.phone=13900000009"}},
      {"09:12", {"hand-in", "wl-1", "id-card/mother"}},
      {"09:15", {"accept", "wl-1"}},
      {"09:16", {"dispatch", "wl-1"}},
      {"09:17", {"answer", message, "acknowledged"}},
      {"09:18", {"answer", message, "returned", "--want", "newborns[0].native_place"}},
      {"09:19", {"supplement", "wl-1", "newborns[0].native_place=331081"}},
      {"09:20", {"dispatch", "wl-1"}},
      {"09:21", {"answer", "wl-1:birth-certificate#1:2", "failed", "--reason", "r"}},
      {"09:22", {"retry", "wl-1", "birth-certificate#1"}},
      {"09:23", {"correct", "wl-1", "mother.phone=13900000008", "--reason", "r", "--document", "id-card"}},
      {"09:24", {"death", "wl-1", "1"}},
      {"09:25", {"withdraw", "wl-1", "--reason", "r"}},
  };
  for (const auto& [time, arguments] : changes) {
    CAPTURE(arguments);
    std::vector<std::string> call = arguments;
    call.emplace_back("--json");
    check_json(store.change(std::string("2019-04-29T") + time, call));
  }
  const std::string now = "2019-04-29T10:00";
  check_json(store.change(now, {"deliver", "wl-1", "--json"}), 1);
  check_json(store.change(now, {"close", "wl-1", "--json"}));
  check_json(store.look(now, {"outbox", "lease", "--connector", "c", "--json"}));
  check_json(store.look(now, {"outbox", "renew", message, "--connector", "c", "--json"}));
  check_json(store.look(now, {"outbox", "failed", message, "--connector", "c", "--reason", "line", "--json"}));
  check_json(store.ask({"outbox", "list", "--json"}));
  check_json(store.ask({"outbox", "list", "--dead", "--json"}));
  check_json(store.ask({"outbox", "retry", "--organisation", "nobody", "--json"}));
  check_json(store.ask({"outbox", "retry", message, "--json"}));
  check_json(store.look(now, {"outbox", "lease", "--connector", "c", "--json"}));
  check_json(store.ask({"outbox", "ack", message, "--connector", "c", "--json"}));
  carry_all(store, "2019-04-29T11:00");
  check_json(store.change("2019-04-29T11:10", {"erase", "wl-1", "--json"}));
  check_json(store.look(now, {"show", "wl-1", "--json"}));
  check_json(store.look(now, {"show", "wl-1", "--pretty"}));
  check_json(store.ask({"events", "wl-1", "--json"}));
  check_json(store.ask({"list", "--json"}));
  check_json(store.look(now, {"due", "--json"}));
  check_json(store.ask({"verify", "--json"}));
  check_json(store.ask({"export", "wl-1", "--json"}));
  const CaseStore there;
  check_json(there.ask({"import", "-", "--json"}, store.ask({"export", "wl-1"}).output));
  check_json(there.ask({"do", "wl-2", "-", "--json", "--now", now},
                       R"({"do": "open", "by": "w", "application": {"profile": "wenling"}})"));
}
