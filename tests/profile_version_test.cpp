// Which rules these are: versions, and the texts to load the same rules again.
#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "profile_layers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const std::string small(small_profile_text);

Profile over(std::string_view json, const Texts& texts) {
  const auto profile = parse_over(json, texts);
  REQUIRE(profile.has_value());
  return *profile;
}

std::string version_over(std::string_view json, const std::string& below) {
  return over(json, {{"small", below}}).rules().version.profile;
}

// As a store does it: the outermost text, and below it nothing but what was kept.
Profile again(const std::vector<ProfileText>& layers) {
  const auto below = [&layers](std::string_view id) -> std::optional<std::string_view> {
    const auto at =
        std::find_if(layers.begin() + 1, layers.end(), [id](const ProfileText& layer) { return layer.id == id; });
    return at == layers.end() ? std::nullopt : std::optional<std::string_view>(at->text);
  };
  const auto profile = Profile::parse(layers.front().text, below);
  REQUIRE(profile.has_value());
  return *profile;
}

std::vector<std::string> ids_of(const std::vector<ProfileText>& layers) {
  std::vector<std::string> ids;
  for (const ProfileText& layer : layers) ids.push_back(layer.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the same texts are one version, and a byte in any layer makes another") {
  const std::string top = R"({"id": "top", "extends": "small"})";
  const std::string version = version_over(top, small);
  CHECK(version.size() == 64);
  CHECK(version_over(top, small) == version);
  CHECK(version_over(top, small + "\n") != version);
  CHECK(version_over(top + "\n", small) != version);
  CHECK(version_over(R"({"id": "pot", "extends": "small"})", small) != version);
}

TEST_CASE("a byte that moves from one layer to the next makes another version") {
  const std::string top = R"({"id": "top", "extends": "small"})";
  CHECK(version_over(top + "\n", small) != version_over(top, "\n" + small));
}

TEST_CASE("a layer of another name makes another version") {
  const auto version = [](const std::string& name) {
    return over(R"({"id": "top", "extends": "small"})",
                {{"small", R"({"id": "middle", "extends": ")" + name + "\"}"}, {name, small}})
        .rules()
        .version.profile;
  };
  CHECK(version("one") != version("two"));
}

TEST_CASE("built-in profiles share their tables and not their versions") {
  const RulesVersion yiwu = built_in("yiwu").rules().version;
  const RulesVersion ruian = built_in("ruian").rules().version;
  CHECK(yiwu.profile != ruian.profile);
  CHECK(yiwu.codes == ruian.codes);
  CHECK(yiwu.calendar == ruian.calendar);
  CHECK(yiwu.codes.size() == 64);
  CHECK(yiwu.calendar.size() == 64);
  CHECK(yiwu.codes != yiwu.calendar);
}

TEST_CASE("the texts of all layers are kept as they were written, the outermost first") {
  const std::string top = "  {\"id\": \"top\",  \"//\": \"why\", \"extends\": \"small\"}\n";
  const auto layers = over(top, {{"small", small}}).rules().layers;
  CHECK(layers == std::vector<ProfileText>{{"top", top}, {"small", small}});
  CHECK(ids_of(built_in("yiwu").rules().layers) == Ids{"yiwu", "base"});
  CHECK(built_in("yiwu").rules().layers[1].text == Profile::built_in_text("base"));
}

TEST_CASE("the texts that a profile keeps load the same rules again") {
  const Profile before = built_in("wenling");
  const Profile after = again(before.rules().layers);
  CHECK(after.rules().version == before.rules().version);
  CHECK(after.rules().layers == before.rules().layers);
  CHECK(form_json(after).value() == form_json(before).value());
  CHECK(application_schema(after) == application_schema(before));
  const Example family = Example::named("wenling-hospital");
  CHECK(to_json(family.plan(after, Date(2019, 4, 29))) == to_json(family.plan(before, Date(2019, 4, 29))));
}

TEST_CASE("a layer is kept under the name that the layer above has for it") {
  const Profile renamed = over(R"({"id": "top", "extends": "elsewhere"})", {{"elsewhere", small}});
  CHECK(ids_of(renamed.rules().layers) == Ids{"top", "elsewhere"});
  CHECK(again(renamed.rules().layers).rules().version == renamed.rules().version);

  const Profile same_name = over(R"({"id": "yiwu", "extends": "yiwu"})", {});
  CHECK(ids_of(same_name.rules().layers) == Ids{"yiwu", "yiwu", "base"});
  CHECK(again(same_name.rules().layers).rules().version == same_name.rules().version);
}
