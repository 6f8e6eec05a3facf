#include "calendar/notice.hpp"

#include "json/document.hpp"
#include "make_error.hpp"
#include "nearest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace birthcase {
namespace {

namespace bj = boost::json;

constexpr int first_year = 1949;
constexpr int last_year = 2199;
constexpr std::size_t list_limit = 400;  // periods or days in a notice

bool is_comment(const bj::value& value) noexcept {
  const bj::array* const lines = value.if_array();
  if (lines == nullptr) return value.is_string();
  return std::all_of(lines->begin(), lines->end(), [](const bj::value& line) { return line.is_string(); });
}

/// The key of an object that none of `keys` is, as an error. `//` is a comment wherever it stands.
Result<void> check_keys(const bj::object& object, std::span<const std::string_view> keys, const std::string& path) {
  for (const auto& [key, value] : object) {
    if (key == "//") {
      if (is_comment(value)) continue;
      return make_error(ErrorKind::wrong_type, "a comment is a text or a list of texts", json::append(path, key));
    }
    if (std::find(keys.begin(), keys.end(), std::string_view(key)) != keys.end()) continue;
    std::string message = "there is no such key here";
    if (const auto near = nearest(key, keys); !near.empty()) message.append("; did you mean ").append(near).append("?");
    return make_error(ErrorKind::unknown_name, std::move(message), json::append(path, key));
  }
  return {};
}

/// The value of a key that must be there.
Result<const bj::value*> require(const bj::object& object, std::string_view key, const std::string& path) {
  if (const bj::value* value = object.if_contains(key)) return value;
  return make_error(ErrorKind::missing, "the key " + std::string(key) + " is needed", path);
}

Result<const bj::array*> as_list(const bj::value& value, const std::string& path) {
  const bj::array* const list = value.if_array();
  if (list == nullptr) return make_error(ErrorKind::wrong_type, "expected a list", path);
  if (list->size() > list_limit) return make_error(ErrorKind::out_of_range, "the list is too long", path);
  return list;
}

Result<Date> as_date(const bj::value& value, const std::string& path) {
  const bj::string* const text = value.if_string();
  if (text == nullptr) return make_error(ErrorKind::wrong_type, "expected a date as a text YYYY-MM-DD", path);
  auto date = parse_date(*text);
  if (date) return *date;
  Error error = date.error();
  error.path = path;
  return error;
}

Result<HolidayNotice::Period> as_period(const bj::value& value, const std::string& path) {
  const bj::array* const pair = value.if_array();
  if (pair == nullptr || pair->size() != 2) {
    return make_error(ErrorKind::wrong_type, "expected a list of the first and the last day", path);
  }
  const auto first = as_date(pair->front(), json::append(path, 0));
  if (!first) return first.error();
  const auto last = as_date(pair->back(), json::append(path, 1));
  if (!last) return last.error();
  return HolidayNotice::Period{*first, *last};
}

/// Every item of the list under `key`, read by `read`; an absent list is empty.
template <class T, class Read>
Result<std::vector<T>> read_list(const bj::object& object, std::string_view key, const std::string& path, Read read) {
  std::vector<T> items;
  const bj::value* const value = object.if_contains(key);
  if (value == nullptr) return items;
  const std::string list_path = json::append(path, key);
  const auto list = as_list(*value, list_path);
  if (!list) return list.error();
  for (std::size_t i = 0; i < (*list)->size(); ++i) {
    auto item = read((**list)[i], json::append(list_path, i));
    if (!item) return item.error();
    items.push_back(std::move(*item));
  }
  return items;
}

/// What only people read: a text, or a boolean; it may be left out.
Result<void> check_remark(const bj::object& object, std::string_view key, bool is_text, const std::string& path) {
  const bj::value* const value = object.if_contains(key);
  if (value == nullptr || (is_text ? value->is_string() : value->is_bool())) return {};
  return make_error(ErrorKind::wrong_type, is_text ? "expected a text" : "expected true or false",
                    json::append(path, key));
}

/// The days that only people read: when a notice was signed.
Result<void> check_signed(const bj::object& object, const std::string& path) {
  const bj::value* const value = object.if_contains("signed");
  if (value == nullptr) return {};
  const auto day = as_date(*value, json::append(path, "signed"));
  if (!day) return day.error();
  return {};
}

Result<HolidayNotice> read_notice(const bj::value& value, int year, const std::string& path) {
  static constexpr std::array<std::string_view, 6> keys{"number", "announced", "signed", "verified", "off", "work"};
  const bj::object* const object = value.if_object();
  if (object == nullptr) return make_error(ErrorKind::wrong_type, "expected an object", path);
  if (auto known = check_keys(*object, keys, path); !known) return known.error();
  if (auto checked = check_remark(*object, "verified", false, path); !checked) return checked.error();
  if (auto checked = check_signed(*object, path); !checked) return checked.error();
  const auto number = require(*object, "number", path);
  if (!number) return number.error();
  if (!(*number)->is_string())
    return make_error(ErrorKind::wrong_type, "expected a text", json::append(path, "number"));
  const auto announced_value = require(*object, "announced", path);
  if (!announced_value) return announced_value.error();
  const auto announced = as_date(**announced_value, json::append(path, "announced"));
  if (!announced) return announced.error();
  auto off = read_list<HolidayNotice::Period>(*object, "off", path, as_period);
  if (!off) return off.error();
  auto work = read_list<Date>(*object, "work", path, as_date);
  if (!work) return work.error();
  HolidayNotice notice{year, std::string((*number)->get_string()), *announced, std::move(*off), std::move(*work)};
  if (auto checked = check_notice(notice); !checked) {
    return make_error(checked.error().kind, checked.error().message, path);
  }
  return notice;
}

Result<int> read_year(const bj::object& object) {
  const auto value = require(object, "year", {});
  if (!value) return value.error();
  const std::int64_t* const year = (*value)->if_int64();
  if (year == nullptr) return make_error(ErrorKind::wrong_type, "expected a year", "/year");
  if (*year < first_year || *year > last_year) {
    return make_error(ErrorKind::out_of_range, "a year from 1949 to 2199", "/year");
  }
  return static_cast<int>(*year);
}

/// The days next to a year that its notice may name.
bool near_year(const Date& day, int year) {
  if (day.is_special()) return false;
  const int months = (day.year() - year) * 12 + day.month();
  return months >= 0 && months <= 13;  // December before to January after
}

}  // namespace

Result<void> check_notice(const HolidayNotice& notice) {
  if (notice.year < first_year || notice.year > last_year) {
    return make_error(ErrorKind::out_of_range, "the year of a notice is from 1949 to 2199");
  }
  if (notice.announced.is_special())
    return make_error(ErrorKind::out_of_range, "the day of announcement does not exist");
  for (const auto& [first, last] : notice.off) {
    if (!near_year(first, notice.year) || !near_year(last, notice.year)) {
      return make_error(ErrorKind::out_of_range, "a day off lies outside the year of the notice");
    }
    if (last < first) return make_error(ErrorKind::out_of_range, "a period ends before it begins");
  }
  for (const Date& day : notice.work) {
    if (!near_year(day, notice.year)) {
      return make_error(ErrorKind::out_of_range, "a make-up working day lies outside the year of the notice");
    }
    const auto covers = [&day](const HolidayNotice::Period& period) {
      return period.first <= day && day <= period.last;
    };
    if (std::any_of(notice.off.begin(), notice.off.end(), covers)) {
      return make_error(ErrorKind::contradiction, "a day is both off and worked: " + to_string(day));
    }
  }
  return {};
}

Result<std::vector<HolidayNotice>> parse_holiday_notices(std::string_view json) {
  static constexpr std::array<std::string_view, 4> keys{"$schema", "year", "notices", "source"};
  const auto document = json::parse_document(json);
  if (!document) return document.error();
  const bj::object* const object = document->if_object();
  if (object == nullptr) return make_error(ErrorKind::wrong_type, "expected an object with year and notices");
  if (auto known = check_keys(*object, keys, {}); !known) return known.error();
  for (const std::string_view key : {"$schema", "source"}) {
    if (auto checked = check_remark(*object, key, true, {}); !checked) return checked.error();
  }
  const auto year = read_year(*object);
  if (!year) return year.error();
  if (auto there = require(*object, "notices", {}); !there) return there.error();
  const auto read = [&year](const bj::value& value, const std::string& path) {
    return read_notice(value, *year, path);
  };
  auto notices = read_list<HolidayNotice>(*object, "notices", {}, read);
  if (notices && notices->empty()) return make_error(ErrorKind::missing, "the year has no notice", "/notices");
  return notices;
}

}  // namespace birthcase
