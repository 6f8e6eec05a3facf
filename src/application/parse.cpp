#include <birthcase/application.hpp>

#include "application/json_events.hpp"
#include "application/reader.hpp"

namespace birthcase {
namespace {

using Parser = boost::json::basic_parser<ApplicationReader>;

Error explain(const ApplicationReader& reader, std::string_view json, const application::JsonEnd& end) {
  if (!reader.error()) return application::explain(json, end.offset, end.why);
  return reader.error_is_about_key() ? application::placed_at_key(*reader.error(), json, end.offset)
                                     : application::placed_at_value(*reader.error(), json, end.offset);
}

}  // namespace

Result<Application> Application::parse(const Profile& profile, std::string_view json) {
  if (auto error = application::refuse_text(json)) return *error;
  Application application(profile);
  boost::json::parse_options options;
  options.max_depth = application::max_depth;
  Parser parser(options, profile.rules(), application.change());
  const application::JsonEnd end = application::read_events(parser, json);
  if (end.why) return explain(parser.handler(), json, end);
  if (auto error = parser.handler().finish()) return application::placed_at_value(*error, json, 0);
  return application;
}

}  // namespace birthcase
