#include <birthcase/application.hpp>

#include "application/json_events.hpp"
#include "application/reader.hpp"
#include "application/reading.hpp"

namespace birthcase {
namespace application {
namespace {

using Parser = boost::json::basic_parser<ApplicationReader>;

Error why(const ApplicationReader& reader, std::string_view json, const JsonEnd& end) {
  if (!reader.error()) return explain(json, end.offset, end.why);
  return reader.error_is_about_key() ? placed_at_key(*reader.error(), json, end.offset)
                                     : placed_at_value(*reader.error(), json, end.offset);
}

}  // namespace

std::optional<Error> read_by_events(const Rules& rules, std::string_view json, FactStore& facts) {
  if (auto error = refuse_text(json)) return error;
  boost::json::parse_options options;
  options.max_depth = max_depth;
  Parser parser(options, rules, facts);
  const JsonEnd end = read_events(parser, json);
  if (end.why) return why(parser.handler(), json, end);
  if (auto error = parser.handler().finish()) return placed_at_value(*error, json, 0);
  return std::nullopt;
}

}  // namespace application

Result<Application> Application::parse(const Profile& profile, std::string_view json) {
  const Rules& rules = profile.rules();
  {
    Application ordinary(profile);
    if (application::read_at_once(rules, json, ordinary.change())) return ordinary;
  }
  Application application(profile);
  if (auto error = application::read_by_events(rules, json, application.change())) return *error;
  return application;
}

}  // namespace birthcase
