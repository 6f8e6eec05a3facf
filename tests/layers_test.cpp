// How the rows of one layer are laid over those of another.
#include "profile_layers.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string office(const std::string& id, const std::string& more = {}) {
  return R"({"id": ")" + id + R"(", "label": {"zh": "科", "en": ")" + id + "\"}" + more + "}";
}

std::string operator_rule(const std::string& id) {
  return R"({"id": ")" + id + R"(", "operator": "office", "source": "T"})";
}

std::vector<std::string> ids_of(const auto& table) {
  std::vector<std::string> ids;
  for (const auto& row : table) ids.push_back(row.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("rows are changed in their place, taken away or added: at the end, or before where the first decides") {
  const std::string below = layer(R"("organisations": [)" + office("a") + "," + office("b") + "," + office("c") +
                                  R"(], "operators": [)" + operator_rule("r1") + "," + operator_rule("r2") + "]");
  const auto profile = parse_over(R"({"id": "over", "extends": "top", "organisations": [)" + office("d") +
                                      R"(, {"id": "b", "remove": true}, {"id": "a", "label": {"en": "changed"}}, )" +
                                      office("e") + R"(], "operators": [)" + operator_rule("r3") +
                                      R"(, {"id": "r1", "remove": true}, )" + operator_rule("r4") + "]}",
                                  {{"top", below}, {"small", std::string(small_profile_text)}});
  REQUIRE(profile.has_value());
  CHECK(ids_of(profile->rules().organisations) == Ids{"office", "a", "c", "d", "e"});
  CHECK(profile->rules().organisations[OrganisationId(1)].label.en == "changed");
  CHECK(ids_of(profile->rules().operators) == Ids{"r3", "r4", "r2"});
}

TEST_CASE("a row that was taken away may be written anew") {
  const auto profile = parse_over(R"({"id": "over", "extends": "small", "organisations": [)" + office("x") +
                                      R"(, {"id": "office", "remove": true}, )" + office("office") + "]}",
                                  {{"small", std::string(small_profile_text)}});
  REQUIRE(profile.has_value());
  CHECK(ids_of(profile->rules().organisations) == Ids{"x", "office"});
}

TEST_CASE("a row that is not there cannot be taken away") {
  const auto error = [](std::string_view members) {
    const auto profile = parse_layer(members);
    REQUIRE_FALSE(profile.has_value());
    return profile.error();
  };
  const Error misspelt = error(R"("organisations": [{"id": "ofice", "remove": true}])");
  CHECK(misspelt.kind == ErrorKind::unknown_name);
  CHECK(misspelt.document == "top");
  CHECK(misspelt.path == "/organisations/0/remove");
  CHECK(misspelt.message == "there is no 'ofice' below that could be removed; did you mean 'office'?");
  CHECK(error(R"("shares": [{"id": "x", "remove": true}])").path == "/shares/0/remove");
  CHECK(error(R"("services": [{"id": "certificate", "form": [{"field": "father.name", "remove": true}]}])").path ==
        "/services/0/form/0/remove");
}

TEST_CASE("layers of very many rows are merged row by row") {
  std::string below = R"({"id": "top", "extends": "small", "organisations": [)" + office("first");
  std::string above = R"({"id": "over", "extends": "top", "organisations": [)" + office("last");
  for (int i = 0; i < 4000; ++i) {
    const std::string id = "o" + std::to_string(i);
    below += "," + office(id);
    above += R"(,{"id": ")" + id + R"(", "remove": true})";
  }
  const auto profile = parse_over(above + "]}", {{"top", below + "]}"}, {"small", std::string(small_profile_text)}});
  REQUIRE(profile.has_value());
  CHECK(ids_of(profile->rules().organisations) == Ids{"office", "first", "last"});
}
