/// Applications, plans, forms and comparisons as JSON text, in and out of one call. Shows no JSON library.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/compare.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/plan_contents.hpp>
#include <birthcase/profile.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace birthcase {

/// The application as the JSON that `Application::parse` under the same profile reads back to the same facts, with the
/// same findings about them: a refused value stands there as it was put, an unknown fact does not stand
/// there. Keys are in the order of `application_schema`; the same facts give the same bytes. What several long texts
/// make longer than `Application::max_text_bytes` cannot be read back.
std::string to_json(const Application& application);

/// The plan as the JSON of docs/plan.md, or the parts of it that you ask for. The same plan gives the same bytes.
std::string to_json(const Plan& plan, Language language = Language::zh, const PlanContents& contents = {});

/// JSON text in, JSON text out: parses the application, plans it and writes the plan.
/// `as_of` defaults to the day of `applied_at`; an application without one is then an error of kind `missing`.
Result<std::string> plan_json(const Profile& profile, std::string_view application_json,
                              std::optional<Date> as_of = std::nullopt, Language language = Language::zh,
                              const PlanContents& contents = {});

/// The one form of a profile, or one service's part of it. Error: `unknown_name` for a service that does not exist.
Result<std::string> form_json(const Profile& profile, std::string_view service = {}, Language language = Language::zh);

/// The data dictionary of a profile, as the JSON of docs/fields.md: every field with its type, its limits and
/// its codes, who fills it in, which services ask it, and which rules read it; then the code tables with their values.
std::string fields_json(const Profile& profile, Language language = Language::zh);

/// A JSON Schema (2020-12) of the application for this profile: it refuses what `Application::parse` refuses. What is
/// merely a finding there (a format, a code, a limit) is an annotation.
std::string application_schema(const Profile& profile, Language language = Language::zh);

std::string to_json(const Comparison& comparison, Language language = Language::zh);

/// A value as JSON text: a number by its exact decimal digits, dates, times, durations and ranges by their FEEL text,
/// unknown as `{"unknown":true}`.
std::string to_json_text(const Value& value);

/// What people call a fact: the label of its field, the holder's for a group such as `father`, else its name.
/// Lives as long as the profile.
std::string_view fact_label(const Profile& profile, FactRef fact, Language language);

/// What the rule that decided says to the family; empty where it could not decide or has no words for it.
/// Lives as long as the profile.
std::string_view reason_of(const Why& why, Language language) noexcept;

/// What people call the way in which a service's result reaches the family: the words of the profile's first rule of
/// this method for the service, else of any rule of this method, else the method itself. Lives as long as the longer of
/// the profile and `method`.
std::string_view delivery_label(const Profile& profile, std::string_view service, std::string_view method,
                                Language language);

/// The day of the application's `applied_at`, if it is known.
std::optional<Date> applied_on(const Application& application);

/// The day to plan for: `as_of` if it is given, else the day of `applied_at`. Error: `missing` where there is neither.
Result<Date> day_to_plan(const Application& application, std::optional<Date> as_of);

}  // namespace birthcase
