#include "story.hpp"

#include <doctest/doctest.h>

namespace caller {
namespace {

constexpr Told told[] = {
    {"2019-04-29T09:15", R"({"do":"accept","by":"window-1"})"},
    {"2019-04-29T09:16", R"({"do":"dispatch","by":"window-1"})"},
    {"2019-04-29T09:40",
     R"({"do":"answer","by":"hospital","message":"wl-2019-0001:birth-certificate#1:1","result":"completed",
         "outputs":{"newborns[0].birth_certificate.number":"T330000001",
                    "newborns[0].birth_certificate.issued_on":"2019-04-29",
                    "newborns[0].birth_certificate.institution":"温岭市妇女儿童医院（示例）"}})"},
    {"2019-04-29T09:41", R"({"do":"dispatch","by":"window-1"})"},
    {"2019-04-29T10:05",
     R"({"do":"answer","by":"health-centre","message":"wl-2019-0001:vaccination-certificate#1:1","result":"completed"})"},
    {"2019-04-29T11:20",
     R"({"do":"answer","by":"police","message":"wl-2019-0001:hukou-registration#1:1","result":"completed",
         "outputs":{"newborns[0].id_number":"331081201904270027","settlement.hukou_nature":"resident"}})"},
    {"2019-04-29T11:21", R"({"do":"dispatch","by":"window-1"})"},
    {"2019-04-29T14:00",
     R"({"do":"answer","by":"medical-security","message":"wl-2019-0001:medical-insurance-enrolment#1:1",
         "result":"completed","outputs":{"newborns[0].insurance.enrolled_on":"2019-04-29"}})"},
    {"2019-04-30T09:30",
     R"({"do":"answer","by":"card-company","message":"wl-2019-0001:social-security-card#1:1","result":"completed"})"},
    {"2019-04-30T15:00", R"({"do":"deliver","by":"window-1","reference":"SF0000000001"})"},
    {"2019-04-30T15:05", R"({"do":"close","by":"window-1"})"},
};

}  // namespace

std::string opening(std::string_view application) {
  return R"({"do":"open","by":"window-1","application":)" + example(application) + "}";
}

std::span<const Told> story() { return told; }

Case new_case(birthcase_session* session, const birthcase_profile* profile, std::string_view id) {
  Case made;
  REQUIRE(birthcase_case_new(session, profile, id.data(), size(id), made.out()) == BIRTHCASE_OK);
  return made;
}

Answer perform(birthcase_session* session, birthcase_case* handle, std::string_view command, std::string_view now) {
  return text_of([&](auto... out) {
    return birthcase_case_do(session, handle, command.data(), size(command), now.data(), size(now), out...);
  });
}

Case told_case(birthcase_session* session, const birthcase_profile* profile, std::size_t commands) {
  Case made = new_case(session, profile);
  REQUIRE(perform(session, made, opening(), opened_at).status == BIRTHCASE_OK);
  for (const Told& each : story().first(commands)) {
    INFO(each.command);
    REQUIRE(perform(session, made, each.command, each.now).status == BIRTHCASE_OK);
  }
  return made;
}

std::string events_of(birthcase_session* session, const birthcase_case* handle, std::int64_t after) {
  const auto [status, text] =
      text_of([&](auto... out) { return birthcase_case_events(session, handle, after, out...); });
  REQUIRE(status == BIRTHCASE_OK);
  return text;
}

std::string state_of(birthcase_session* session, const birthcase_case* handle, std::string_view now) {
  const auto [status, text] =
      text_of([&](auto... out) { return birthcase_case_json(session, handle, now.data(), size(now), out...); });
  REQUIRE(status == BIRTHCASE_OK);
  return text;
}

std::int64_t version_of(birthcase_session* session, const birthcase_case* handle) {
  std::int64_t version = -1;
  REQUIRE(birthcase_case_version(session, handle, &version) == BIRTHCASE_OK);
  return version;
}

}  // namespace caller
