// Profiles as JSON: loaded, shown, compared, extended, planned with.
//
// Input: a byte for encoding and language, the document. It may extend `small` or a built-in profile.
#include "application_profile.hpp"
#include "bytes.hpp"
#include "caller.hpp"
#include "documented.hpp"
#include "plan_walk.hpp"
#include "target.hpp"

#include <boost/json/serialize.hpp>

#include <array>

using namespace fuzz;

namespace {

constexpr std::string_view day = "2019-06-10";

// An ordinary family, as far as the small profile knows one.
constexpr std::string_view family = R"json({
  "services": ["benefit"], "mother": {"name": "王芳", "hukou": {"division": "330782", "address": "测试路1号"}},
  "father": null, "settlement": {"with": "mother"}, "birth": {"licensed": true},
  "newborns": [{"name": "王一", "born_at": "2019-06-08T14:20", "length_cm": 50}, {"card": {"number": "1"}}],
  "evidence": [{"type": "id-card", "holder": "mother"}]
})json";

// Another family, under a built-in profile; its facts are what layers over `base` speak of.
const birthcase_application* family_of_yiwu() {
  static const Application application = [] {
    const Caller caller(BIRTHCASE_UTF8, BIRTHCASE_CHINESE);
    constexpr std::string_view json = R"json({"channel": "hospital", "applied_at": "2019-06-10T09:30",
      "applicant": {"role": "mother"}, "mother": {"id_type": "01", "hukou": {"division": "330108"}},
      "marriage": {"status": "20"}, "settlement": {"with": "father"}, "newborns": [{"name": "王一", "sex": "2"}]})json";
    Application made;
    must(
        birthcase_application_parse(caller, built_in("yiwu"), json.data(), length_of(json), made.out()) == BIRTHCASE_OK,
        "the family of this test is read");
    return made;
  }();
  return application;
}

class Loading {
 public:
  Loading(std::uint8_t choice, std::string_view json) : caller_(choice % 4, choice / 4 % 2), json_(json) {
    add(caller_.in_encoding(birthcase::tests::small_profile_text));
  }

  void run() {
    Profile profile;
    const auto status = birthcase_profile_parse(caller_, json_.data(), length_of(json_), profile.out());
    caller_.check(status, documented::profile_parse);
    must((status == BIRTHCASE_OK) == (profile != nullptr), "a handle is there if and only if the call succeeded");
    if (status != BIRTHCASE_OK) return;
    is_shared(profile);
    is_shown(profile);
    is_compared(profile);
    is_extended(profile);
    is_planned_with(profile);
  }

 private:
  void add(std::string_view json) {
    caller_.check(birthcase_session_add_profile(caller_, json.data(), length_of(json)), only_ok);
  }

  std::string id_of(const birthcase_profile* profile) {
    return caller_.get([&](auto... out) { return birthcase_profile_id(caller_, profile, out...); });
  }

  std::string schema_of(const birthcase_profile* profile) {
    return caller_.get([&](auto... out) { return birthcase_profile_application_schema(caller_, profile, out...); });
  }

  std::string fields_of(const birthcase_profile* profile) {
    return caller_.get([&](auto... out) { return birthcase_profile_fields(caller_, profile, out...); });
  }

  std::optional<std::string> form_of(const birthcase_profile* profile, std::string_view service, Statuses allowed) {
    return caller_.ask(allowed, [&](auto... out) {
      return birthcase_profile_form(caller_, profile, service.data(), length_of(service), out...);
    });
  }

  void is_shared(const birthcase_profile* profile) {
    Profile other;
    caller_.check(birthcase_profile_share(caller_, profile, other.out()), only_ok);
    must_equal(id_of(other), id_of(profile), "a shared handle is of the same profile");
  }

  void is_shown(const birthcase_profile* profile) {
    (void)caller_.get([&](auto... out) { return birthcase_profile_title(caller_, profile, out...); });
    const auto form = read_json(caller_.utf8(*form_of(profile, "", only_ok)));
    must(form.is_object(), "a form is a JSON object");
    must(read_json(caller_.utf8(schema_of(profile))).is_object(), "a schema is a JSON object");
    must(read_json(caller_.utf8(fields_of(profile))).is_object(), "a data dictionary is a JSON object");
    must(!form_of(profile, "no such service", {BIRTHCASE_UNKNOWN_NAME}), "a service that does not exist has no form");
  }

  void is_compared(const birthcase_profile* profile) {
    const std::array<const birthcase_profile*, 3> profiles{profile, built_in("yiwu"), profile};
    const std::string table = caller_.get([&](auto... out) {
      return birthcase_compare(caller_, profiles.data(), 3, day.data(), length_of(day), out...);
    });
    must(read_json(caller_.utf8(table)).is_object(), "a comparison is a JSON object");
  }

  // A layer that says nothing changes nothing.
  void is_extended(const birthcase_profile* profile) {
    add(json_);
    const std::string id = caller_.utf8(id_of(profile));
    const boost::json::object layer{{"id", "layer-over-it"}, {"extends", id}};
    const std::string json = caller_.in_encoding(boost::json::serialize(layer));
    Profile extended;
    const auto status = birthcase_profile_parse(caller_, json.data(), length_of(json), extended.out());
    caller_.check(status, {BIRTHCASE_OK, BIRTHCASE_CONTRADICTION});  // too many layers, or its own id below itself
    if (status != BIRTHCASE_OK) return;
    must_equal(without_id(*form_of(extended, "", only_ok)), without_id(*form_of(profile, "", only_ok)),
               "an empty layer leaves the form alone");
    must_equal(properties_of(extended), properties_of(profile), "an empty layer leaves the fields alone");
  }

  std::string without_id(std::string_view form) {
    auto json = read_json(caller_.utf8(form));
    json.as_object().erase("profile");
    return boost::json::serialize(json);
  }

  std::string properties_of(const birthcase_profile* profile) {
    auto properties = read_json(caller_.utf8(schema_of(profile))).at("properties");
    properties.as_object().erase("profile");
    return boost::json::serialize(properties);
  }

  void is_planned_with(const birthcase_profile* profile) {
    Application application;
    const std::string json = caller_.in_encoding(family);
    const auto status = birthcase_application_parse(caller_, profile, json.data(), length_of(json), application.out());
    caller_.check(status, documented::profile_parse);
    if (status == BIRTHCASE_OK) plan(profile, application);
    plan(profile, family_of_yiwu());
  }

  void plan(const birthcase_profile* profile, const birthcase_application* application) {
    Plan plan;
    caller_.check(birthcase_plan_new(caller_, profile, application, day.data(), length_of(day), plan.out()), only_ok);
    walk(caller_, plan);
    Application under;
    caller_.check(birthcase_application_under(caller_, application, profile, under.out()), only_ok);
    const std::string json = caller_.json_of(under);
    Application again;
    caller_.check(birthcase_application_parse(caller_, profile, json.data(), length_of(json), again.out()), only_ok);
    must_equal(caller_.json_of(again), json, "an application is read back from its JSON to the same bytes");
  }

  Caller caller_;
  std::string_view json_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes input(data, size);
  const std::uint8_t choice = input.byte();
  Loading(choice, input.rest()).run();
  return 0;
}
