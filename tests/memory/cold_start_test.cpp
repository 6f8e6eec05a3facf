// Memory that runs out at the very first call, when tables are loaded and caches are filled: it fails, and the next
// call finds nothing half done.
#include <birthcase/birthcase.hpp>
#include <birthcase/digest.hpp>

#include "child_process.hpp"
#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

void check_cold_start(const std::string& what, const std::function<std::string()>& call, std::size_t stride = 1) {
  INFO(what);
  const std::string wanted = answer_of_child(call);
  REQUIRE_FALSE(wanted.empty());
  for (const auto& [endings, times] : endings_of_children(call, wanted, stride)) {
    CAPTURE(times);
    CHECK_MESSAGE((endings == "out of memory, then answered" || endings == "answered, then answered"), endings);
    MESSAGE(what, ": ", times, " times ", endings);
  }
}

}  // namespace

TEST_CASE("the first plan is made, or the second") {
  if (skipped()) return;
  const auto first_plan = [] {
    const Profile profile = Profile::built_in("yiwu").value();
    Application application(profile);
    application.put("applicant.role", Value::text("mother")).value();
    application.put("newborn.name", Value::text("王𠮷"), 0).value();
    return to_json(plan(profile, application, Date(2019, 6, 10)));
  };
  check_cold_start("a plan", first_plan, 397);
}

TEST_CASE("the first expression is compiled, or the second") {
  if (skipped()) return;
  check_cold_start("an expression", [] {
    const auto names = NamedValues::make({{"t", Value::text("abc")}}).value();
    return to_string(Expression::compile("upper case(t)", names).value().evaluate(names.facts()));
  });
}

TEST_CASE("the first bytes are digested, or the second") {
  if (skipped()) return;
  check_cold_start("SHA-256", [] { return sha256("abc"); });
}

TEST_CASE("the first text is converted, or the second") {
  if (skipped()) return;
  check_cold_start("GB18030", [] { return to_gb18030("王").value(); });
  check_cold_start("a number of a document", [] { return clean_identifier("１２").value(); });
}
