// Applications as JSON, in every encoding and under every built-in profile: read, written, copied, carried over to
// another city, planned.
//
// Input: a byte for profile, encoding and language, a byte for the day, the document.
#include "bytes.hpp"
#include "caller.hpp"
#include "documented.hpp"
#include "plan_walk.hpp"
#include "secret.hpp"
#include "target.hpp"

#include <array>

using namespace fuzz;

namespace {

constexpr std::array<std::string_view, 4> profiles{"yiwu", "wenling", "ruian", "base"};
constexpr std::array<std::string_view, 12> days{"",           "2019-06-10", "2019-05-06", "2019-04-30",
                                                "2018-02-14", "2026-09-30", "2031-01-01", "1400-01-01",
                                                "9999-12-31", "2019-02-29", "2019-6-1",   "never"};

constexpr std::string_view known_day = days[1];

// The document with its first key begun by an escape: the library then reads it the slow way. Nothing if its first key
// does not begin with a letter.
std::optional<std::string> with_an_escape(std::string_view json) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::size_t longest = 1 << 19;
  const auto brace = json.find_first_not_of(blanks);
  const auto quote = brace == std::string_view::npos ? brace : json.find_first_not_of(blanks, brace + 1);
  if (quote == std::string_view::npos || json[quote] != '"' || quote + 1 == json.size()) return std::nullopt;
  const std::size_t letter = static_cast<unsigned char>(json[quote + 1]);
  if (letter < 'a' || letter > 'z' || json.size() > longest) return std::nullopt;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string escaped(json);
  escaped.replace(quote + 1, 1, {'\\', 'u', '0', '0', digits[letter / 16], digits[letter % 16]});
  return escaped;
}

class Reading {
 public:
  Reading(std::uint8_t choice, std::string_view day, std::string_view json)
      : profile_(built_in(profiles[choice % 4])),
        other_profile_(built_in(profiles[(choice + 1) % 4])),
        caller_(choice / 4 % 4, choice / 16 % 2),
        day_(day),
        json_(json),
        may_tell_(is_in_a_key(json)) {}

  void run() {
    Application application;
    const auto status =
        birthcase_application_parse(caller_, profile_, json_.data(), length_of(json_), application.out());
    caller_.check(status, documented::application_parse);
    must((status == BIRTHCASE_OK) == (application != nullptr), "a handle is there if and only if the call succeeded");
    if (status != BIRTHCASE_OK) return refused();
    must_not_tell(caller_.findings_of(application));
    is_read_alike(application);
    is_read_back(application, profile_);
    is_copied(application);
    is_carried_over(application);
    is_planned(application);
  }

 private:
  void keeps_the_secret() {
    if (may_tell_) return;
    must_not_tell(caller_.error());
    must_not_tell(caller_.error_line());
  }

  // The same refusal from the function that does all at once, and where the text is read in another encoding.
  void refused() {
    keeps_the_secret();
    const std::string error = caller_.error();
    must(!plan_document(known_day), "what cannot be read cannot be planned");
    must_equal(caller_.error(), error, "one document has one error, whichever function reads it");
    (void)caller_.ask(documented::application_profile_named_in, [&](auto... out) {
      return birthcase_application_profile_named_in(caller_, json_.data(), length_of(json_), out...);
    });
    if (caller_.is_text(json_)) must_equal(error_in_another_encoding(), error, "encodings change no error");
  }

  std::string error_in_another_encoding() {
    const std::string text = caller_.utf8(json_);
    Caller other(caller_.encoding() == BIRTHCASE_UTF8 ? BIRTHCASE_GB18030 : BIRTHCASE_UTF8, BIRTHCASE_CHINESE);
    const std::string converted = other.in_encoding(text);
    Application none;
    other.check(birthcase_application_parse(other, profile_, converted.data(), length_of(converted), none.out()),
                documented::application_parse.less(BIRTHCASE_OK));
    return other.error();
  }

  Application read(const birthcase_profile* profile, std::string_view json) {
    Application application;
    caller_.check(birthcase_application_parse(caller_, profile, json.data(), length_of(json), application.out()),
                  only_ok);
    return application;
  }

  void is_read_alike(const birthcase_application* application) {
    const auto escaped = with_an_escape(json_);
    if (!escaped) return;
    const Application again = read(profile_, *escaped);
    must_equal(caller_.json_of(again), caller_.json_of(application), "the fast and the slow way read the same facts");
    must_equal(caller_.findings_of(again), caller_.findings_of(application), "the fast and the slow way find the same");
  }

  void is_read_back(const birthcase_application* application, const birthcase_profile* profile) {
    const std::string json = caller_.json_of(application);
    const std::string findings = caller_.findings_of(application);
    const Application again = read(profile, json);
    must_equal(caller_.json_of(again), json, "an application is read back from its JSON to the same bytes");
    std::int32_t newborns = -1;
    std::int32_t newborns_again = -2;
    caller_.check(birthcase_application_newborn_count(caller_, application, &newborns), only_ok);
    caller_.check(birthcase_application_newborn_count(caller_, again, &newborns_again), only_ok);
    must(newborns == newborns_again, "an application is read back with its newborns");
    if (profile == profile_) {
      must_equal(caller_.findings_of(again), findings, "an application is read back with its findings");
    }
  }

  void is_copied(const birthcase_application* application) {
    Application copy;
    caller_.check(birthcase_application_copy(caller_, application, copy.out()), only_ok);
    must_equal(caller_.json_of(copy), caller_.json_of(application), "a copy has the same facts");
  }

  void is_carried_over(const birthcase_application* application) {
    Application other;
    caller_.check(birthcase_application_under(caller_, application, other_profile_, other.out()), only_ok);
    must_not_tell(caller_.findings_of(other));
    is_read_back(other, other_profile_);
  }

  void is_planned(const birthcase_application* application) {
    const auto document = plan_document(day_);
    const std::string error = caller_.error();
    Plan plan;
    const auto status = birthcase_plan_new(caller_, profile_, application, day_.data(), length_of(day_), plan.out());
    caller_.check(status, documented::plan_new);
    must(document.has_value() == (status == BIRTHCASE_OK), "both ways to plan succeed or fail together");
    if (status != BIRTHCASE_OK) {
      keeps_the_secret();
      must_equal(caller_.error(), error, "both ways to plan fail alike");
      return;
    }
    must_equal(caller_.json_of(plan), *document, "both ways to plan give the same bytes");
    walk(caller_, plan);
    is_planned_elsewhere(application);
  }

  // A plan under another profile is the plan of the application under that profile.
  void is_planned_elsewhere(const birthcase_application* application) {
    Application other;
    caller_.check(birthcase_application_under(caller_, application, other_profile_, other.out()), only_ok);
    Plan plan;
    Plan plan_of_other;
    caller_.check(birthcase_plan_new(caller_, other_profile_, application, "2019-06-10", 10, plan.out()), only_ok);
    caller_.check(birthcase_plan_new(caller_, other_profile_, other, "2019-06-10", 10, plan_of_other.out()), only_ok);
    must_equal(caller_.json_of(plan), caller_.json_of(plan_of_other),
               "planning elsewhere is carrying over and planning");
  }

  std::optional<std::string> plan_document(std::string_view day) {
    return caller_.ask(documented::plan_document, [&](auto... out) {
      return birthcase_plan_document(caller_, profile_, json_.data(), length_of(json_), day.data(), length_of(day),
                                     out...);
    });
  }

  const birthcase_profile* profile_;
  const birthcase_profile* other_profile_;
  Caller caller_;
  std::string_view day_;
  std::string_view json_;
  bool may_tell_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes input(data, size);
  const std::uint8_t choice = input.byte();
  const std::string_view day = input.one_of(days);
  Reading(choice, day, input.rest()).run();
  return 0;
}
