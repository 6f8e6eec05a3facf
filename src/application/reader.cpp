#include "application/reader.hpp"

#include "application/errors.hpp"
#include "application/handed_in.hpp"
#include "application/values.hpp"

#include <fmt/format.h>

#include <utility>

namespace birthcase {

using application::make_error;

ApplicationReader::ApplicationReader(const Rules& rules, FactStore& facts) : rules_(rules), facts_(facts) {}

bool ApplicationReader::on_object_begin(error_code& ec) {
  switch (expected_) {
    case Expected::document:
      enter(Place::document, Schema::family_root);
      return true;
    case Expected::group:
      editor().put_known(node_);
      enter(Place::group, node_);
      return true;
    case Expected::newborn:
      return enter_newborn(ec);
    case Expected::handed_in:
      handed_in_ = HandedIn{};
      seen_in_handed_in_ = 0;
      enter(Place::handed_in, no_index);
      return true;
    case Expected::look_up:
      return enter_look_up(ec);
    case Expected::found:
      enter(Place::found, no_index);
      return true;
    default:
      return fail_type("an object", ec);
  }
}

bool ApplicationReader::on_object_end(std::size_t, error_code& ec) {
  const Place closed = level().place;
  if (closed == Place::handed_in && !finish_handed_in(ec)) return false;
  if (closed == Place::look_up && !finish_look_up(ec)) return false;
  --depth_;
  if (closed == Place::newborn) {
    newborn_ = FactRef::family;
    expected_ = Expected::newborn;
  } else if (closed == Place::handed_in) {
    expected_ = Expected::handed_in;
  } else if (closed == Place::look_up) {
    expected_ = Expected::look_up;
  }
  return true;
}

bool ApplicationReader::on_array_begin(error_code& ec) {
  if (expected_ == Expected::newborns) {
    enter(Place::newborns, no_index);
    expected_ = Expected::newborn;
  } else if (expected_ == Expected::documents) {
    enter(Place::documents, no_index);
    expected_ = Expected::handed_in;
  } else if (expected_ == Expected::look_ups) {
    enter(Place::look_ups, no_index);
    expected_ = Expected::look_up;
  } else if (expected_ == Expected::field && rules_.fields[node(node_).field].type == FieldType::list) {
    enter(Place::list, node_);
    expected_ = Expected::item;
    items_.clear();
  } else {
    return fail_type("a list", ec);
  }
  return true;
}

bool ApplicationReader::on_array_end(std::size_t, error_code& ec) {
  return level().place == Place::list ? finish_list(ec) : (--depth_, true);
}

bool ApplicationReader::on_key_part(string_view part, std::size_t, error_code&) {
  parts_.append(part.data(), part.size());
  return true;
}

bool ApplicationReader::on_key(string_view part, std::size_t, error_code& ec) {
  const std::string_view key = whole(part);
  const Level& here = level();
  if (here.place == Place::handed_in) return expect_key_of_handed_in(key, ec);
  if (here.place == Place::look_up) return expect_key_of_look_up(key, ec);
  if (here.place == Place::found) return expect_found_fact(key, ec);
  if (const Index* child = node(here.node).child(key)) return expect_fact(*child, ec);
  if (here.place == Place::document) return expect_key_of_document(key, ec);
  return fail_unknown_key(key, ec);
}

bool ApplicationReader::on_string_part(string_view part, std::size_t, error_code&) {
  parts_.append(part.data(), part.size());
  return true;
}

bool ApplicationReader::on_string(string_view part, std::size_t, error_code& ec) {
  const std::string_view text = whole(part);
  switch (expected_) {
    case Expected::field:
      return read_text_of_field(text, ec);
    case Expected::item:
      items_.push_back(Value::text(std::string(text)));
      return true;
    case Expected::profile:
      return true;
    case Expected::type:
      return take(application::evidence_named(rules_, text), handed_in_.evidence, ec);
    case Expected::holder:
      return take(application::holder_named(rules_, text), handed_in_.holder, ec);
    case Expected::manner:
      return take(application::manner_named(text), handed_in_.as, ec);
    case Expected::share:
    case Expected::result:
    case Expected::at:
    case Expected::reference:
      return read_text_of_look_up(text, ec);
    case Expected::found_fact:
      return take_found(Value::text(std::string(text)));
    default:
      return fail_type("a text", ec);
  }
}

bool ApplicationReader::on_int64(std::int64_t value, string_view, error_code& ec) {
  return read_number(Number(value), ec);
}

bool ApplicationReader::on_uint64(std::uint64_t, string_view text, error_code& ec) {
  return read_number_text({text.data(), text.size()}, ec);
}

bool ApplicationReader::on_double(double value, string_view text, error_code& ec) {
  const bool is_place = expected_ == Expected::whose || expected_ == Expected::of_newborn;
  if (is_place && value == 0) return read_whose(0, ec);  // or nearer to 0 than a double can be
  return read_number_text({text.data(), text.size()}, ec);
}

bool ApplicationReader::on_bool(bool value, error_code& ec) {
  if (expected_ == Expected::found_fact) return take_found(Value::boolean(value));
  if (expected_ != Expected::field || rules_.fields[node(node_).field].type != FieldType::boolean) {
    return fail_type("true or false", ec);
  }
  application::Reading reading;
  reading.value = Value::boolean(value);
  editor().put(node(node_), std::move(reading));
  return true;
}

bool ApplicationReader::on_null(error_code& ec) {
  if (expected_ == Expected::holder || expected_ == Expected::whose || expected_ == Expected::of_newborn) return true;
  if (expected_ == Expected::found_fact) return take_found(Value::null());
  if (expected_ != Expected::field && expected_ != Expected::group) return fail_type("null", ec);
  editor().put_null(node(node_));
  return true;
}

std::optional<Error> ApplicationReader::finish() {
  if (auto error = application::settle_documents(rules_, facts_)) return error;
  return note_look_ups();
}

bool ApplicationReader::enter_newborn(error_code& ec) {
  if (facts_.newborns.size() == Application::max_newborns) {
    return fail_at_value(make_error(ErrorKind::out_of_range, fmt::format("more than {} newborns; one birth has fewer",
                                                                         Application::max_newborns)),
                         ec);
  }
  newborn_ = static_cast<std::uint16_t>(facts_.newborns.size());
  facts_.newborns.emplace_back(rules_.schema.newborn_slots());
  enter(Place::newborn, Schema::newborn_root);
  return true;
}

bool ApplicationReader::read_text_of_field(std::string_view text, error_code& ec) {
  const Schema::Node& target = node(node_);
  const FieldType type = rules_.fields[target.field].type;
  if (type == FieldType::list) return fail_type("a text", ec);
  editor().put(target, application::read_text(rules_, target.field, text));
  return true;
}

bool ApplicationReader::read_number(const Number& number, error_code& ec) {
  if (expected_ == Expected::found_fact) return take_found(Value::number(number));
  if (expected_ == Expected::whose || expected_ == Expected::of_newborn) {
    const auto place = number.to_int64();
    return place ? read_whose(*place, ec) : fail_type("another number", ec);
  }
  if (expected_ != Expected::field || rules_.fields[node(node_).field].type != FieldType::number) {
    return fail_type("a number", ec);
  }
  editor().put(node(node_), application::read_number(rules_, node(node_).field, number));
  return true;
}

bool ApplicationReader::read_number_text(std::string_view text, error_code& ec) {
  const auto number = Number::parse(text);
  if (number && !(*Number::parse(Application::max_number) < number->absolute())) return read_number(*number, ec);
  return fail_at_value(make_error(ErrorKind::out_of_range, "no number here can be that large"), ec);
}

bool ApplicationReader::read_whose(std::int64_t place, error_code& ec) {
  if (!std::in_range<std::uint16_t>(place) || place >= static_cast<std::int64_t>(Application::max_newborns)) {
    return fail_at_value(make_error(ErrorKind::out_of_range, "there is no such newborn; they are counted from 0"), ec);
  }
  (expected_ == Expected::whose ? handed_in_.newborn : look_ups_.back().newborn) = static_cast<std::uint16_t>(place);
  return true;
}

bool ApplicationReader::finish_list(error_code& ec) {
  const Schema::Node& list = node(level().node);
  auto reading = application::read_items(rules_, list.field, std::move(items_));
  items_ = {};
  if (!reading) {
    Error error = reading.error();
    error.path.insert(0, path_of_level());
    error_ = std::move(error);
    ec = boost::json::error::syntax;
    return false;
  }
  --depth_;
  editor().put(list, std::move(*reading));
  return true;
}

bool ApplicationReader::finish_handed_in(error_code& ec) {
  if (handed_in_.evidence == no_index) {
    error_ = make_error(ErrorKind::missing, "say which document it is: its type", path_of_level());
  } else if (facts_.evidence.size() == Application::max_evidence) {
    error_ = make_error(ErrorKind::out_of_range,
                        fmt::format("more than {} documents handed in", Application::max_evidence), path_of_level());
  } else {
    facts_.evidence.push_back(handed_in_);
    return true;
  }
  ec = boost::json::error::syntax;
  return false;
}

// The parts of a text that came before, and its last one. Most texts come in one part, which is not copied.
std::string_view ApplicationReader::whole(string_view last_part) {
  if (parts_.empty()) return {last_part.data(), last_part.size()};
  parts_.append(last_part.data(), last_part.size());
  joined_.swap(parts_);
  parts_.clear();
  return joined_;
}

}  // namespace birthcase
