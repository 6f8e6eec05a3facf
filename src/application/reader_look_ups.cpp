// What became of look-ups, read from an application. Names are resolved once all newborns are known.
#include "application/errors.hpp"
#include "application/look_ups.hpp"
#include "application/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {

using application::make_error;

bool ApplicationReader::enter_look_up(error_code& ec) {
  const std::size_t most = rules_.shares.size() * Application::max_newborns;
  if (look_ups_.size() >= most) {
    return fail_at_value(make_error(ErrorKind::out_of_range, "more look-ups than the profile has"), ec);
  }
  look_ups_.emplace_back();
  seen_in_look_up_ = 0;
  enter(Place::look_up, no_index);
  return true;
}

bool ApplicationReader::finish_look_up(error_code& ec) {
  const auto was_read = [this](Expected expected) {
    return (seen_in_look_up_ >> static_cast<unsigned>(expected) & 1) != 0;
  };
  if (!was_read(Expected::share)) {
    error_ = make_error(ErrorKind::missing, "say which look-up it is: the id of its share", path_of_level());
  } else if (!was_read(Expected::result)) {
    error_ = make_error(ErrorKind::missing, "say what became of the look-up: its result", path_of_level());
  } else {
    return true;
  }
  ec = boost::json::error::syntax;
  return false;
}

bool ApplicationReader::expect_found_fact(std::string_view key, error_code& ec) {
  std::vector<NamedFact>& facts = look_ups_.back().facts;
  const auto again =
      std::find_if(facts.begin(), facts.end(), [key](const NamedFact& each) { return each.fact == key; });
  if (again != facts.end()) {
    return fail_at_key(ErrorKind::contradiction, "this key stands here twice; remove one of them", key, ec);
  }
  facts.push_back({std::string(key), Value()});
  expected_ = Expected::found_fact;
  return true;
}

bool ApplicationReader::take_found(Value value) {
  look_ups_.back().facts.back().value = std::move(value);
  return true;
}

bool ApplicationReader::read_text_of_look_up(std::string_view text, error_code& ec) {
  NamedLookUp& look_up = look_ups_.back();
  if (expected_ == Expected::result) return take(application::look_up_state_named(text), look_up.state, ec);
  if (expected_ == Expected::at) return take(parse_date_time(text), look_up.at, ec);
  (expected_ == Expected::share ? look_up.id : look_up.reference) = text;
  return true;
}

std::optional<Error> ApplicationReader::note_look_ups() {
  for (std::size_t i = 0; i < look_ups_.size(); ++i) {
    const std::size_t before = facts_.look_ups.size();
    auto error = application::note(rules_, facts_, look_ups_[i]);
    if (!error && facts_.look_ups.size() == before) {
      error = make_error(ErrorKind::contradiction, "this look-up stands here twice; remove one of them");
    }
    if (!error) continue;
    error->path.insert(0, fmt::format("/look_ups/{}", i));
    return error;
  }
  return std::nullopt;
}

}  // namespace birthcase
