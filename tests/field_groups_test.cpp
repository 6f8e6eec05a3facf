// The parts of the printed application form, as a profile writes them down.
#include "applications.hpp"
#include "profile_layers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

TEST_CASE("every field of every built-in profile has its group on the printed form") {
  for (const std::string_view id : Profile::built_in_ids()) {
    CAPTURE(std::string(id));
    const Rules& rules = built_in(id).rules();
    CHECK_FALSE(rules.form_title.zh.empty());
    for (const Field& field : rules.fields) {
      const std::string word = field.id.substr(0, field.id.find('.'));
      const auto groups = std::count_if(rules.groups.begin(), rules.groups.end(), [&word](const FieldGroup& group) {
        return std::find(group.of.begin(), group.of.end(), word) != group.of.end();
      });
      CHECK_MESSAGE(groups == 1, field.id);
    }
  }
}

TEST_CASE("a city has its own title for the form, and may regroup it") {
  CHECK(built_in("ruian").rules().form_title.zh == "新生儿联办事项申请表");
  const auto profile = parse_layer(
      R"("groups": [{"id": "people", "label": {"zh": "人", "en": "people"}, "of": ["mother", "newborn"]}])");
  REQUIRE(profile.has_value());
  REQUIRE(profile->rules().groups.size() == 1);
  CHECK(profile->rules().groups.front().of == std::vector<std::string>{"mother", "newborn"});
}

TEST_CASE("a group speaks of fields that there are, and no fields are in two groups") {
  const Error unknown =
      parse_layer(R"("groups": [{"id": "a", "label": {"zh": "人", "en": "a"}, "of": ["mothr"]}])").error();
  CHECK(unknown.kind == ErrorKind::unknown_name);
  CHECK(unknown.path == "/groups/0/of/0");
  CHECK(unknown.message.find("did you mean 'mother'?") != std::string::npos);
  const Error twice = parse_layer(R"("groups": [{"id": "a", "label": {"zh": "人", "en": "a"}, "of": ["mother"]},
      {"id": "b", "label": {"zh": "母", "en": "b"}, "of": ["mother"]}])")
                          .error();
  CHECK(twice.kind == ErrorKind::contradiction);
  CHECK(twice.path == "/groups/1/of");
  const Error empty = parse_layer(R"("groups": [{"id": "a", "label": {"zh": "人", "en": "a"}}])").error();
  CHECK(empty.kind == ErrorKind::missing);
}
