#include <birthcase/application.hpp>

#include "application/errors.hpp"
#include "application/json_events.hpp"

#include <string>

namespace birthcase {
namespace {

// Waits for the text of the document's own `profile` key, and stops there.
class ProfileName : public application::JsonEvents {
 public:
  bool on_object_begin(error_code& ec) { return is_other_value(ec) && (++depth_, true); }
  bool on_object_end(std::size_t, error_code&) { return --depth_, true; }
  bool on_array_begin(error_code& ec) { return depth_ == 0 ? refuse(ec) : is_other_value(ec) && (++depth_, true); }
  bool on_array_end(std::size_t, error_code&) { return --depth_, true; }
  bool on_key_part(string_view part, std::size_t, error_code&) { return collect(depth_ == 1, part); }
  bool on_key(string_view part, std::size_t, error_code&) {
    collect(depth_ == 1, part);
    awaited_ = depth_ == 1 && text_ == "profile";
    text_.clear();
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) { return collect(awaited_, part); }
  bool on_string(string_view part, std::size_t, error_code& ec) {
    if (!awaited_) return depth_ != 0 || refuse(ec);
    collect(true, part);
    found = std::move(text_);
    ec = boost::json::error::syntax;  // to stop
    return false;
  }
  bool on_int64(std::int64_t, string_view, error_code& ec) { return is_scalar_allowed(ec); }
  bool on_uint64(std::uint64_t, string_view, error_code& ec) { return is_scalar_allowed(ec); }
  bool on_double(double, string_view, error_code& ec) { return is_scalar_allowed(ec); }
  bool on_bool(bool, error_code& ec) { return is_scalar_allowed(ec); }
  bool on_null(error_code& ec) { return is_scalar_allowed(ec); }

  Error error() const {
    return depth_ == 0
               ? application::make_error(ErrorKind::wrong_type, "expected an object with the facts of one birth")
               : application::make_error(ErrorKind::wrong_type, "expected an id as text", "/profile");
  }

  std::optional<std::string> found;
  bool refused = false;

 private:
  bool collect(bool wanted, string_view part) {
    if (wanted) text_.append(part.data(), part.size());
    return true;
  }
  bool is_other_value(error_code& ec) { return !awaited_ || refuse(ec); }
  bool is_scalar_allowed(error_code& ec) { return (depth_ != 0 && !awaited_) || refuse(ec); }
  bool refuse(error_code& ec) {
    refused = true;
    ec = boost::json::error::syntax;
    return false;
  }

  std::size_t depth_ = 0;
  bool awaited_ = false;  // the next value is the document's profile
  std::string text_;
};

}  // namespace

Result<std::optional<std::string>> profile_named_in(std::string_view application_json) {
  if (auto error = application::refuse_text(application_json)) return *error;
  boost::json::parse_options options;
  options.max_depth = application::max_depth;
  boost::json::basic_parser<ProfileName> parser(options);
  const application::JsonEnd end = application::read_events(parser, application_json);
  ProfileName& name = parser.handler();
  if (name.found) return std::move(name.found);
  if (name.refused) return application::placed_at_value(name.error(), application_json, end.offset);
  if (end.why) return application::explain(application_json, end.offset, end.why);
  return std::optional<std::string>();
}

}  // namespace birthcase
