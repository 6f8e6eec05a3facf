#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"
#include "plan/shapes/shape.hpp"
#include "plan_json/plan_writer.hpp"

namespace birthcase {

std::string to_json(const Plan& plan, Language language, const PlanContents& contents) {
  const Shape* shape = planning::shape_of(plan);
  return PlanWriter(plan, language, contents, shape != nullptr ? &shape->json : nullptr).write();
}

std::optional<Date> applied_on(const Application& application) {
  const auto applied_at = application.get("applied_at");
  return applied_at ? applied_at->to_date() : std::nullopt;
}

Result<Date> day_to_plan(const Application& application, std::optional<Date> as_of) {
  if (!as_of) as_of = applied_on(application);
  if (as_of) return *as_of;
  return Error{.kind = ErrorKind::missing,
               .message = "no day to plan for: give applied_at in the application, or a day with the call",
               .document = {},
               .path = "/applied_at"};
}

Result<std::string> plan_json(const Profile& profile, std::string_view application_json, std::optional<Date> as_of,
                              Language language, const PlanContents& contents) {
  const auto application = Application::parse(profile, application_json);
  if (!application) return application.error();
  const auto day = day_to_plan(*application, as_of);
  if (!day) return day.error();
  return to_json(plan(profile, *application, *day), language, contents);
}

std::string to_json_text(const Value& value) {
  JsonWriter json(64);
  json.value(value);
  return json.take();
}

}  // namespace birthcase
