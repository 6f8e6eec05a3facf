// Tests of rules: which profiles a document of them names, and what running it gives.
#include <birthcase/testing.hpp>

#include "guard.hpp"
#include "json/document.hpp"
#include "texts.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <cstring>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::capi;

namespace {

using Handles = std::span<const birthcase_profile* const>;

Given tests_text(const char* json, std::int64_t length) noexcept {
  return {"json", json, length, RuleTests::max_document_bytes, true};
}

/// The profiles that a document names, each once, as they come. What is of another type has no name: the tests' own
/// reader says so.
class NamedProfiles {
 public:
  explicit NamedProfiles(std::string_view text) {
    const auto document = need(json::parse_document(text));
    const auto* top = document.if_object();
    if (top == nullptr) return;
    add_from(*top);
    const auto* cases = top->if_contains("cases");
    if (cases == nullptr || !cases->is_array()) return;
    for (const auto& each : cases->get_array()) {
      if (each.is_object()) add_from(each.get_object());
    }
  }

  const std::vector<std::string>& names() const noexcept { return names_; }

  std::size_t place_of(std::string_view name) const {
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }

 private:
  void add_from(const boost::json::object& object) {
    const auto* name = object.if_contains("profile");
    if (name == nullptr || !name->is_string()) return;
    const std::string_view text = name->get_string();
    if (known_.emplace(text).second) names_.emplace_back(text);
  }

  std::vector<std::string> names_;
  std::set<std::string, std::less<>> known_;
};

Handles handles_in(const birthcase_profile* const* profiles, std::int64_t count) {
  if (count < 0) fail(BIRTHCASE_BAD_ARGUMENT, "count: not negative");
  if (profiles == nullptr && count > 0) fail(BIRTHCASE_BAD_ARGUMENT, "profiles: NULL with a count");
  return {profiles, static_cast<std::size_t>(count)};
}

/// The profile that the caller gives for each name; none where it is a built-in one.
std::vector<std::optional<Profile>> given_profiles(Handles handles, const NamedProfiles& named) {
  std::vector<std::optional<Profile>> profiles(named.names().size());
  for (std::size_t i = 0; i < std::min(handles.size(), profiles.size()); ++i) {
    const birthcase_profile* handle = nullptr;
    std::memcpy(&handle, handles.data() + i, sizeof handle);
    if (handle != nullptr) profiles[i] = object(handle, "profiles").profile;
  }
  return profiles;
}

RuleTests tests_in(std::string_view json, std::string_view document, Handles handles, const ProfileData& data) {
  const NamedProfiles named(json);
  const auto given = given_profiles(handles, named);
  const ProfileLookup built_in = built_in_with(data);
  const auto lookup = [&](std::string_view name) -> Result<Profile> {
    const std::size_t place = named.place_of(name);
    if (place < given.size() && given[place]) return *given[place];
    return built_in(name);
  };
  RuleTests tests = need(RuleTests::parse(json, lookup, std::string(document)));
  if (handles.size() > named.names().size()) {
    fail(BIRTHCASE_OUT_OF_RANGE,
         "count: the document names " + std::to_string(named.names().size()) + " profiles, and there are more handles");
  }
  return tests;
}

std::string junit_in(const RuleTestReport& report, Encoding encoding) {
  constexpr std::string_view declared = "\"UTF-8\"";
  std::string xml = to_junit({&report, 1});
  if (encoding != Encoding::utf8) xml.replace(xml.find(declared), declared.size(), "\"GB18030\"");
  return xml;
}

std::string written(const RuleTestReport& report, std::int32_t format, Encoding encoding) {
  if (format == BIRTHCASE_REPORT_TEXT) return to_text(report);
  return format == BIRTHCASE_REPORT_JUNIT ? junit_in(report, encoding) : to_json(report);
}

}  // namespace

extern "C" {

birthcase_status BIRTHCASE_CALL birthcase_rule_tests_profile_named_in(birthcase_session* session, const char* json,
                                                                      int64_t json_length, int32_t index,
                                                                      const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const TextIn document(open, tests_text(json, json_length));
    if (index < 0) fail(BIRTHCASE_OUT_OF_RANGE, "index: not negative");
    const NamedProfiles named(document);
    const auto place = static_cast<std::size_t>(index);
    yield(open, place < named.names().size() ? named.names()[place] : std::string(), {text, length});
  });
}

birthcase_status BIRTHCASE_CALL birthcase_rule_tests_run(birthcase_session* session,
                                                         const birthcase_profile* const* profiles, int64_t count,
                                                         const char* json, int64_t json_length, const char* document,
                                                         int64_t document_length, int32_t format, int32_t* passed,
                                                         int32_t* failed, const char** text, int64_t* length) {
  return guarded(session, [&](birthcase_session& open) {
    const Handles handles = handles_in(profiles, count);
    const TextIn tests(open, tests_text(json, json_length));
    const TextIn name(open, {"document", document, document_length});
    if (format < BIRTHCASE_REPORT_JSON || format > BIRTHCASE_REPORT_JUNIT) {
      fail(BIRTHCASE_BAD_ARGUMENT, "format: one of BIRTHCASE_REPORT_…");
    }
    const RuleTestReport report = run(tests_in(tests, name, handles, open.data));
    yield(open, written(report, format, open.encoding), {text, length});
    give(passed, static_cast<std::int32_t>(report.passed));
    give(failed, static_cast<std::int32_t>(report.failed));
  });
}

}  // extern "C"
