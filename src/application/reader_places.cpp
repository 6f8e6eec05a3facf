// Where the reader is: which keys may stand there, and what to say if another one does.
#include "application/errors.hpp"
#include "application/reader.hpp"
#include "application/values.hpp"
#include "json/document.hpp"

#include <fmt/format.h>

#include <vector>

namespace birthcase {

using application::make_error;

namespace {

constexpr std::string_view documents_key = "evidence";
constexpr std::string_view look_ups_key = "look_ups";
constexpr std::string_view profile_key = "profile";
constexpr std::array<std::string_view, 4> handed_in_keys{"type", "holder", "newborn", "as"};
constexpr std::array<std::string_view, 6> look_up_keys{"id", "newborn", "result", "at", "reference", "facts"};

}  // namespace

bool ApplicationReader::expect_fact(Index index, error_code& ec) {
  const Schema::Node& fact = node(index);
  if (!editor().at(fact).is_unknown()) {
    return fail_at_key(ErrorKind::contradiction, "this key stands here twice; remove one of them", fact.key, ec);
  }
  node_ = index;
  expected_ = fact.field == no_index ? Expected::group : Expected::field;
  return true;
}

bool ApplicationReader::expect_key_of_document(std::string_view key, error_code& ec) {
  if (key == Schema::newborns) return expect_once(Expected::newborns, seen_in_document_, key, ec);
  if (key == documents_key) return expect_once(Expected::documents, seen_in_document_, key, ec);
  if (key == look_ups_key) return expect_once(Expected::look_ups, seen_in_document_, key, ec);
  if (key == profile_key) return expect_once(Expected::profile, seen_in_document_, key, ec);
  return fail_unknown_key(key, ec);
}

bool ApplicationReader::expect_key_of_handed_in(std::string_view key, error_code& ec) {
  constexpr std::array expected{Expected::type, Expected::holder, Expected::whose, Expected::manner};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (key == handed_in_keys[i]) return expect_once(expected[i], seen_in_handed_in_, key, ec);
  }
  return fail_unknown_key(key, ec);
}

bool ApplicationReader::expect_key_of_look_up(std::string_view key, error_code& ec) {
  constexpr std::array expected{Expected::share, Expected::of_newborn, Expected::result,
                                Expected::at,    Expected::reference,  Expected::found};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (key == look_up_keys[i]) return expect_once(expected[i], seen_in_look_up_, key, ec);
  }
  return fail_unknown_key(key, ec);
}

bool ApplicationReader::expect_once(Expected expected, std::uint32_t& seen, std::string_view key, error_code& ec) {
  const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(expected);
  if ((seen & bit) != 0) {
    return fail_at_key(ErrorKind::contradiction, "this key stands here twice; remove one of them", key, ec);
  }
  seen |= bit;
  expected_ = expected;
  return true;
}

std::string ApplicationReader::path_of_level() const {
  std::string path;
  for (std::size_t i = 0; i < depth_; ++i) {
    switch (levels_[i].place) {
      case Place::document:
        break;
      case Place::newborns:
        path = json::append(path, Schema::newborns);
        break;
      case Place::newborn:
        path = json::append(path, newborn_);
        break;
      case Place::documents:
        path = json::append(path, documents_key);
        break;
      case Place::handed_in:
        path = json::append(path, facts_.evidence.size());
        break;
      case Place::look_ups:
        path = json::append(path, look_ups_key);
        break;
      case Place::look_up:
        path = json::append(path, look_ups_.size() - 1);
        break;
      case Place::found:
        path = json::append(path, look_up_keys.back());
        break;
      case Place::group:
      case Place::list:
        path = json::append(path, node(levels_[i].node).key);
        break;
    }
  }
  return path;
}

std::string ApplicationReader::path_of_value() const {
  const std::string path = path_of_level();
  switch (expected_) {
    case Expected::document:
      return path;
    case Expected::field:
    case Expected::group:
      return json::append(path, node(node_).key);
    case Expected::newborns:
      return json::append(path, Schema::newborns);
    case Expected::newborn:
      return json::append(path, facts_.newborns.size());
    case Expected::documents:
      return json::append(path, documents_key);
    case Expected::handed_in:
      return json::append(path, facts_.evidence.size());
    case Expected::profile:
      return json::append(path, profile_key);
    case Expected::item:
      return json::append(path, items_.size());
    case Expected::look_ups:
      return json::append(path, look_ups_key);
    case Expected::look_up:
      return json::append(path, look_ups_.size());
    case Expected::share:
    case Expected::of_newborn:
    case Expected::result:
    case Expected::at:
    case Expected::reference:
    case Expected::found:
      return json::append(
          path, look_up_keys[static_cast<std::size_t>(expected_) - static_cast<std::size_t>(Expected::share)]);
    case Expected::found_fact:
      return json::is_presentable(look_ups_.back().facts.back().fact)
                 ? json::append(path, look_ups_.back().facts.back().fact)
                 : path;
    default:
      return json::append(
          path, handed_in_keys[static_cast<std::size_t>(expected_) - static_cast<std::size_t>(Expected::type)]);
  }
}

std::string_view ApplicationReader::expectation() const noexcept {
  switch (expected_) {
    case Expected::document:
      return "an object with the facts of one birth";
    case Expected::field:
      return application::expected(rules_.fields[node(node_).field].type);
    case Expected::group:
      return "an object, or null if there is none";
    case Expected::newborns:
      return "a list of objects, one for each newborn";
    case Expected::documents:
      return "a list of objects, one for each document";
    case Expected::look_ups:
      return "a list of objects, one for each look-up";
    case Expected::found:
      return "an object, fact by fact";
    case Expected::found_fact:
      return "the fact's value";
    case Expected::at:
      return "a moment as text, YYYY-MM-DDThh:mm";
    case Expected::reference:
      return "a text";
    case Expected::newborn:
    case Expected::handed_in:
    case Expected::look_up:
      return "an object";
    case Expected::item:
      return "a text (write it as text, in quotes)";
    case Expected::whose:
    case Expected::of_newborn:
      return "the newborn's place as a number, counted from 0";
    case Expected::manner:
      return "'original', 'copy' or 'scan'";
    default:
      return "an id as text";
  }
}

bool ApplicationReader::fail_at_value(Error error, error_code& ec) {
  error.path = path_of_value() + error.path;
  error_ = std::move(error);
  ec = boost::json::error::syntax;
  return false;
}

bool ApplicationReader::fail_type(std::string_view found, error_code& ec) {
  return fail_at_value(make_error(ErrorKind::wrong_type, fmt::format("expected {}, found {}", expectation(), found)),
                       ec);
}

bool ApplicationReader::fail_at_key(ErrorKind kind, std::string message, std::string_view key, error_code& ec) {
  std::string path = path_of_level();
  if (json::is_presentable(key)) path = json::append(path, key);
  error_ = make_error(kind, std::move(message), std::move(path));
  about_key_ = true;
  ec = boost::json::error::syntax;
  return false;
}

bool ApplicationReader::fail_unknown_key(std::string_view key, error_code& ec) {
  std::vector<std::string_view> keys;
  if (level().place == Place::handed_in) {
    keys.assign(handed_in_keys.begin(), handed_in_keys.end());
  } else if (level().place == Place::look_up) {
    keys.assign(look_up_keys.begin(), look_up_keys.end());
  } else {
    for (const auto& child : node(level().node).children) keys.push_back(child.first);
  }
  if (level().place == Place::document) {
    keys.insert(keys.end(), {Schema::newborns, documents_key, look_ups_key, profile_key});
  }
  return fail_at_key(ErrorKind::unknown_name, application::no_such("key", key, keys), key, ec);
}

}  // namespace birthcase
