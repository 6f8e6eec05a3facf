// The papers when memory runs out.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Case accepted(const std::string& example) {
  std::ifstream file(BIRTHCASE_SOURCE_DIR "/examples/applications/" + example + ".json", std::ios::binary);
  REQUIRE(file);
  const std::string json = (std::ostringstream() << file.rdbuf()).str();
  Case state(Profile::built_in("ruian").value(), "case-1");
  const DateTime now = parse_date_time("2019-06-10T16:50").value();
  for (const CommandBody& command : {CommandBody(commands::Open{json}), CommandBody(commands::Accept{})}) {
    const auto decision = decide(state, {"window", command}, now);
    REQUIRE(decision.has_value());
    for (const Event& event : decision->events) REQUIRE(apply(state, event).has_value());
  }
  return state;
}

}  // namespace

TEST_CASE("a paper is made and written or memory has run out") {
  if (skipped()) return;
  const Case state = accepted("ruian-with-benefit");
  const Plan made = plan(state, Date(2019, 6, 10));
  check_out_of_memory("application_form", [&] { return application_form(made); });
  check_out_of_memory("notice", [&] { return notice(made, Language::en); });
  check_out_of_memory("receipt", [&] { return receipt(state).value(); });
  check_out_of_memory("deferral_undertaking", [&] { return deferral_undertaking(state).error(); });
  check_out_of_memory("hand_over_sheet", [&] { return hand_over_sheet(state, "public-security").value(); });
  check_out_of_memory("hand_over_sheet of no organisation", [&] { return hand_over_sheet(state, "x").error(); });
  const Paper form = application_form(made);
  check_out_of_memory("to_html", [&] { return to_html(form); });
  check_out_of_memory("to_text", [&] { return to_text(form); });
}
