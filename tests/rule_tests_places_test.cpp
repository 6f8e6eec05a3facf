// Where rules stand, comments in profiles, and the list of codes that findings have.
#include "applications.hpp"
#include "finding_codes.hpp"
#include "profile/every_rule.hpp"
#include "profile_layers.hpp"

#include <boost/json/value.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

// Whether the row that stands there has this id.
void check_place(const Rule& rule) {
  CAPTURE(rule.id);
  static std::map<std::string, boost::json::value> documents;
  if (!documents.contains(rule.document)) documents.emplace(rule.document, built_in_document(rule.document));
  boost::system::error_code none;
  const auto* row = documents.at(rule.document).find_pointer(rule.path, none);
  REQUIRE(row != nullptr);
  CHECK(std::string_view(row->at("id").get_string()) == rule.id);
}

const Promise& promise(const Profile& profile, std::string_view id) {
  const auto& all = profile.rules().promises;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Promise& row) { return row.id == id; });
  REQUIRE(at != all.end());
  return *at;
}

constexpr std::string_view promise_row =
    R"({"id": "p", "services": ["certificate"], "within": {"immediately": true}, "source": "T")";

}  // namespace

TEST_CASE("every rule of the built-in profiles stands where it says") {
  for (const char* id : {"base", "yiwu"}) {
    profile::each_rule(built_in(id).rules(), check_place);
  }
}

TEST_CASE("a rule that a layer changes stands in that layer, others where they were written") {
  const std::string below = small_profile_with(
      R"("services": [)",
      R"("promises": [)" + std::string(promise_row) + "}, " +
          R"({"id": "q", "services": ["certificate"], "within": {"immediately": true}, "source": "T"}], "services": [)");
  const Profile changed =
      parse_over(R"({"id": "top", "extends": "small", "promises": [{"id": "new", "services": ["benefit"],
      "within": {"immediately": true}, "source": "T"}, {"id": "p", "source": "U"}]})",
                 {{"small", below}})
          .value();
  CHECK(promise(changed, "p").document == "top");
  CHECK(promise(changed, "p").path == "/promises/1");
  CHECK(promise(changed, "new").path == "/promises/0");
  CHECK(promise(changed, "q").document == "small");
  CHECK(promise(changed, "q").path == "/promises/1");
}

TEST_CASE("form entries and alternatives say where they stand, too") {
  const Rules& rules = built_in("yiwu").rules();
  const Service& certificate = rules.services.front();
  CHECK(certificate.form.front().document == "base");
  CHECK(certificate.form.front().path == "/services/0/form/0");
  const EvidenceType& card = rules.evidence.front();
  REQUIRE_FALSE(card.alternatives.empty());
  CHECK(card.alternatives.front().document == "base");
  CHECK(card.alternatives.front().path == "/evidence/0/alternatives/0");
  CHECK_FALSE(card.alternatives.front().source.empty());
}

TEST_CASE("every object of a profile may have a comment, which counts for nothing") {
  const auto profile = parse_layer(R"("//": ["two", "lines"], "sources": {"//": "a comment", "T": "test"},
      "promises": [{"//": "a comment", "id": "p", "services": ["certificate"],
                    "within": {"//": "a comment", "immediately": true}, "source": "T"}])");
  REQUIRE(profile.has_value());
  CHECK(profile->rules().sources.size() == 1);
  CHECK(promise(*profile, "p").path == "/promises/0");
}

TEST_CASE("a comment that is no text is refused") {
  const auto error =
      parse_layer(R"("organisations": [{"//": {"zh": "x"}, "id": "x", "label": {"zh": "科", "en": "x"}}])").error();
  CHECK(error.path == "/organisations/0/~1~1");
  CHECK(error.message.find("a text or a list of texts") != std::string::npos);
}

TEST_CASE("the list of codes has every code that the library can find, and no other") {
  const std::regex code(
      R"re((?:Severity::\w+,\s*|refuse\(situation,\s*|error_finding\(\s*|share\.difference,\s*|return \{\s*|Words\{)"([a-z-]+)",)re");
  std::set<std::string> found;
  for (const char* folder : {"src/plan", "src/application"}) {
    for (const auto& file : std::filesystem::directory_iterator(std::string(BIRTHCASE_SOURCE_DIR "/") + folder)) {
      const std::string text = source_file(std::string(folder) + '/' + file.path().filename().string());
      for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) found.insert((*at)[1]);
    }
  }
  CHECK(found == std::set<std::string>(finding_codes.begin(), finding_codes.end()));
}
