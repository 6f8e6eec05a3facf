#include <birthcase/calendar.hpp>

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>

using namespace birthcase;

namespace {

std::vector<HolidayNotice> load(int year) {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/profiles/calendar/" + std::to_string(year) + ".json");
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto notices = parse_holiday_notices(text);
  REQUIRE_MESSAGE(notices.has_value(), describe(notices.error()));
  return *std::move(notices);
}

Calendar load_all() {
  std::vector<HolidayNotice> all;
  for (int year = 2018; year <= 2026; ++year) {
    for (auto& notice : load(year)) all.push_back(std::move(notice));
  }
  return *Calendar::create(std::move(all));
}

const Calendar& calendar() {
  static const Calendar all = load_all();
  return all;
}

Date day(std::string_view text) { return *parse_date(text); }
DateTime moment(std::string_view text) { return *parse_date_time(text); }

OpeningHours office() { return *OpeningHours::create({{8 * 60 + 30, 12 * 60}, {14 * 60, 17 * 60 + 30}}); }

int open_between(std::string_view from, std::string_view until) {
  return *office().open_minutes_between(moment(from), moment(until), calendar(), day("2019-04-29"));
}

std::string after(std::string_view start, int minutes, std::string_view as_of = "2019-04-29") {
  return to_string(*office().add_open_time(moment(start), minutes, calendar(), day(as_of)));
}

}  // namespace

TEST_CASE("every year has the working days that the notices make") {
  // Counted from chinese-days 1.5.7 and chinesecalendar 1.11.0, which agree.
  const std::array<int, 9> counts{250, 250, 249, 250, 249, 249, 251, 248, 248};
  for (int year = 2018; year <= 2026; ++year) {
    CAPTURE(year);
    const auto text = std::to_string(year);
    const auto count = calendar().count_working_days(day(text + "-01-01"), day(text + "-12-31"), day("2026-11-01"));
    CHECK(*count == counts[static_cast<std::size_t>(year - 2018)]);
  }
  CHECK(calendar().years() == std::vector<int>{2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026});
}

TEST_CASE("three working days from 2019-04-29 end on 2019-05-06") {
  CHECK(to_string(*calendar().add_working_days(day("2019-04-29"), 3, day("2019-04-29"))) == "2019-05-06");
}

TEST_CASE("what was promised before the May holiday was lengthened counts by what was known then") {
  CHECK(to_string(*calendar().add_working_days(day("2019-04-29"), 3, day("2019-03-21"))) == "2019-05-03");
  CHECK(to_string(*calendar().add_working_days(day("2019-04-29"), 3, day("2019-03-22"))) == "2019-05-06");
  CHECK(*calendar().working_day(day("2019-05-02"), day("2019-03-21")));
  CHECK_FALSE(*calendar().working_day(day("2019-05-02"), day("2019-03-22")));
  CHECK_FALSE(*calendar().working_day(day("2019-05-05"), day("2019-03-21")));
  CHECK(*calendar().working_day(day("2019-05-05"), day("2019-03-22")));
}

TEST_CASE("the Spring Festival of 2020 was lengthened on 2020-01-27") {
  CHECK(*calendar().working_day(day("2020-02-01"), day("2020-01-26")));
  CHECK(*calendar().working_day(day("2020-01-31"), day("2020-01-26")));
  CHECK_FALSE(*calendar().working_day(day("2020-02-01"), day("2020-01-27")));
  CHECK_FALSE(*calendar().working_day(day("2020-01-31"), day("2020-01-27")));
  CHECK(*calendar().working_day(day("2020-02-03"), day("2020-01-27")));
}

TEST_CASE("a notice changes the last days of the year before only where it names them") {
  CHECK(*calendar().working_day(day("2018-12-31"), day("2018-12-05")));
  CHECK_FALSE(*calendar().working_day(day("2018-12-31"), day("2018-12-06")));
  CHECK(*calendar().working_day(day("2018-12-29"), day("2018-12-06")));
  CHECK(*calendar().working_day(day("2019-12-31"), day("2019-11-30")));
}

TEST_CASE("a year that was not announced yet is an error that names it") {
  const auto early = calendar().add_working_days(day("2018-12-28"), 3, day("2018-11-01"));
  REQUIRE_FALSE(early.has_value());
  CHECK(early.error().kind == ErrorKind::missing);
  CHECK(early.error().message.find("2019") != std::string::npos);
  CHECK(early.error().message.find("2018-11-01") != std::string::npos);
  CHECK(calendar().working_day(day("2027-01-04"), day("2026-11-22")).error().kind == ErrorKind::missing);
  CHECK(calendar().working_day(day("2017-12-29"), day("2026-11-22")).error().kind == ErrorKind::missing);
  CHECK(calendar().start_of_next_month(day("2026-12-10"), day("2026-11-22")).error().kind == ErrorKind::missing);
  CHECK(Calendar().working_day(day("2019-01-02"), day("2019-01-02")).error().kind == ErrorKind::missing);
  CHECK(Calendar().add_working_days(day("9999-12-31"), 1, day("2019-01-02")).error().kind == ErrorKind::missing);
}

TEST_CASE("the start day is not counted and none working days end on it") {
  CHECK(to_string(*calendar().add_working_days(day("2019-05-01"), 0, day("2019-05-01"))) == "2019-05-01");
  CHECK(to_string(*calendar().add_working_days(day("2019-05-01"), 1, day("2019-05-01"))) == "2019-05-05");
  CHECK(to_string(*calendar().add_working_days(day("2019-04-27"), 1, day("2019-04-27"))) == "2019-04-28");
  CHECK(calendar().add_working_days(day("2019-05-01"), -1, day("2019-05-01")).error().kind == ErrorKind::out_of_range);
  CHECK(calendar().add_working_days(day("2019-05-01"), 10'001, day("2019-05-01")).error().kind ==
        ErrorKind::out_of_range);
}

TEST_CASE("the start of the next month is its first working day") {
  CHECK(to_string(*calendar().start_of_next_month(day("2019-04-29"), day("2019-04-29"))) == "2019-05-05");
  CHECK(to_string(*calendar().start_of_next_month(day("2019-09-10"), day("2019-09-10"))) == "2019-10-08");
  CHECK(to_string(*calendar().start_of_next_month(day("2018-12-10"), day("2018-12-10"))) == "2019-01-02");
  CHECK(to_string(*calendar().working_day_from(day("2019-05-01"), day("2019-05-01"))) == "2019-05-05");
  CHECK(to_string(*calendar().working_day_from(day("2019-05-06"), day("2019-05-06"))) == "2019-05-06");
}

TEST_CASE("dates that are none are refused") {
  const Date none(boost::gregorian::not_a_date_time);
  const Date today = day("2019-05-06");
  CHECK(calendar().working_day(none, today).error().kind == ErrorKind::out_of_range);
  CHECK(calendar().working_day(today, none).error().kind == ErrorKind::out_of_range);
  CHECK(calendar().add_working_days(none, 1, today).error().kind == ErrorKind::out_of_range);
  CHECK(calendar().start_of_next_month(none, today).error().kind == ErrorKind::out_of_range);
  CHECK(due(WorkingDays{1}, Due(none), nullptr, calendar(), today).error().kind == ErrorKind::out_of_range);
  CHECK(office().is_open(DateTime(), calendar(), today).error().kind == ErrorKind::out_of_range);
  CHECK(calendar().count_working_days(today, day("2019-05-05"), today).error().kind == ErrorKind::out_of_range);
}

TEST_CASE("a calendar file that cannot be right is refused with the place") {
  struct Sample {
    const char* text;
    ErrorKind kind;
    const char* path;
  };
  const std::array samples{
      Sample{"{", ErrorKind::syntax, ""},
      Sample{"[]", ErrorKind::wrong_type, ""},
      Sample{R"({"notices":[]})", ErrorKind::missing, ""},
      Sample{R"({"year":"2019","notices":[]})", ErrorKind::wrong_type, "/year"},
      Sample{R"({"year":20190,"notices":[]})", ErrorKind::out_of_range, "/year"},
      Sample{R"({"year":2019,"notices":[]})", ErrorKind::missing, "/notices"},
      Sample{R"({"year":2019,"notice":[]})", ErrorKind::unknown_name, "/notice"},
      Sample{R"({"year":2019,"notices":[1]})", ErrorKind::wrong_type, "/notices/0"},
      Sample{R"({"year":2019,"notices":[{"announced":"2018-12-06"}]})", ErrorKind::missing, "/notices/0"},
      Sample{R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-36"}]})", ErrorKind::out_of_range,
             "/notices/0/announced"},
      Sample{R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-06","work":["x"]}]})", ErrorKind::syntax,
             "/notices/0/work/0"},
      Sample{R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-06","off":["2019-01-01"]}]})",
             ErrorKind::wrong_type, "/notices/0/off/0"},
      Sample{R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-06","off":[["2019-01-02","2019-01-01"]]}]})",
             ErrorKind::out_of_range, "/notices/0"},
      Sample{R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-06","off":[["2020-02-01","2020-02-01"]]}]})",
             ErrorKind::out_of_range, "/notices/0"},
      Sample{
          R"({"year":2019,"notices":[{"number":"a","announced":"2018-12-06","off":[["2019-01-01","2019-01-03"]],"work":["2019-01-02"]}]})",
          ErrorKind::contradiction, "/notices/0"},
  };
  for (const auto& [text, kind, path] : samples) {
    CAPTURE(text);
    const auto notices = parse_holiday_notices(text);
    REQUIRE_FALSE(notices.has_value());
    CHECK(notices.error().kind == kind);
    CHECK(notices.error().path == path);
  }
}

TEST_CASE("two notices of one year on one day are a contradiction and the order of notices does not matter") {
  auto notices = load(2019);
  CHECK(Calendar::create({notices[0], notices[0]}).error().kind == ErrorKind::contradiction);
  const auto turned = Calendar::create({notices[1], notices[0]});
  REQUIRE(turned.has_value());
  CHECK(to_string(*turned->add_working_days(day("2019-04-29"), 3, day("2019-04-29"))) == "2019-05-06");
  notices[0].year = 3000;
  CHECK(Calendar::create(notices).error().kind == ErrorKind::out_of_range);
}

TEST_CASE("opening hours are read and checked") {
  CHECK(*parse_open_interval("08:30-12:00") == OpenInterval{510, 720});
  CHECK(*parse_open_interval("00:00-24:00") == OpenInterval{0, 1440});
  for (const auto* text : {"", "8:30-12:00", "08:30 12:00", "08:30-12:00 "}) {
    CHECK(parse_open_interval(text).error().kind == ErrorKind::syntax);
  }
  for (const auto* text : {"12:00-12:00", "12:00-08:30", "08:60-12:00", "08:30-24:01", "0x:30-12:00"}) {
    CHECK(parse_open_interval(text).error().kind == ErrorKind::out_of_range);
  }
  CHECK(OpeningHours::create({}).error().kind == ErrorKind::missing);
  CHECK(OpeningHours::create({{600, 720}, {700, 800}}).error().kind == ErrorKind::contradiction);
  CHECK(OpeningHours::create({{600, 720}, {480, 540}}).error().kind == ErrorKind::contradiction);
  CHECK(OpeningHours::create({{720, 600}}).error().kind == ErrorKind::out_of_range);
  CHECK(OpeningHours::create({{600, 1441}}).error().kind == ErrorKind::out_of_range);
}

TEST_CASE("an office is open from the opening minute to before the closing minute on working days") {
  const auto open = [](std::string_view at) { return *office().is_open(moment(at), calendar(), day("2019-04-29")); };
  CHECK(open("2019-04-29T08:30"));
  CHECK_FALSE(open("2019-04-29T08:29:59"));
  CHECK(open("2019-04-29T11:59:59"));
  CHECK_FALSE(open("2019-04-29T12:00"));
  CHECK(open("2019-04-28T09:00"));  // a make-up working Sunday
  CHECK_FALSE(open("2019-05-02T09:00"));
  CHECK_FALSE(open("2019-04-27T09:00"));
}

TEST_CASE("open time passes over lunch, closing time, weekends and holidays") {
  CHECK(after("2019-04-29T09:00", 120) == "2019-04-29T11:00");
  CHECK(after("2019-04-29T10:00", 120) == "2019-04-29T12:00");
  CHECK(after("2019-04-29T11:00", 120) == "2019-04-29T15:00");
  CHECK(after("2019-04-29T16:30", 120) == "2019-04-30T09:30");
  CHECK(after("2019-04-30T16:30", 120) == "2019-05-05T09:30");
  CHECK(after("2019-05-10T17:00:30", 60) == "2019-05-13T09:00:30");
  CHECK(after("2019-04-29T09:00", 15) == "2019-04-29T09:15");
}

TEST_CASE("a start outside opening hours counts from the next opening") {
  CHECK(after("2019-04-29T07:00", 120) == "2019-04-29T10:30");
  CHECK(after("2019-04-29T12:30", 15) == "2019-04-29T14:15");
  CHECK(after("2019-04-29T17:30", 15) == "2019-04-30T08:45");
  CHECK(after("2019-05-01T10:00", 15) == "2019-05-05T08:45");
  CHECK(after("2019-04-29T07:00", 0) == "2019-04-29T08:30");
  CHECK(after("2019-04-29T09:10", 0) == "2019-04-29T09:10");
}

TEST_CASE("open time is limited and needs a calendar") {
  const auto hours = office();
  const auto start = moment("2026-12-31T17:00");
  CHECK(hours.add_open_time(start, 60, calendar(), day("2026-11-22")).error().kind == ErrorKind::missing);
  CHECK(hours.add_open_time(start, 600'001, calendar(), day("2026-11-22")).error().kind == ErrorKind::out_of_range);
  CHECK(hours.add_open_time(start, -1, calendar(), day("2026-11-22")).error().kind == ErrorKind::out_of_range);
}

TEST_CASE("an office can be open on days of rest too") {
  const auto hours = *OpeningHours::create({{8 * 60, 12 * 60}}, {{9 * 60, 10 * 60}});
  CHECK(to_string(*hours.add_open_time(moment("2019-04-30T11:30"), 60, calendar(), day("2019-04-29"))) ==
        "2019-05-01T09:30");
}

TEST_CASE("open minutes between two moments leave out lunch, the night, weekends and holidays") {
  CHECK(open_between("2019-04-29T09:00", "2019-04-29T11:00") == 120);
  CHECK(open_between("2019-04-29T11:00", "2019-04-29T15:00") == 120);
  CHECK(open_between("2019-04-29T12:00", "2019-04-29T14:00") == 0);
  CHECK(open_between("2019-04-29T16:30", "2019-04-30T09:30") == 120);
  CHECK(open_between("2019-05-10T16:30", "2019-05-13T09:30") == 120);
  CHECK(open_between("2019-04-29T00:00", "2019-04-30T00:00") == 420);
}

TEST_CASE("the minutes of a make-up working Sunday are open minutes") {
  CHECK(open_between("2019-04-30T17:00", "2019-05-05T09:00") == 60);
  CHECK(open_between("2019-05-04T09:00", "2019-05-06T08:30") == 420);
}

TEST_CASE("only whole minutes count, and none if the end is not after the beginning") {
  CHECK(open_between("2019-04-29T09:00:30", "2019-04-29T09:02") == 1);
  CHECK(open_between("2019-04-29T11:59:30", "2019-04-29T14:00:30") == 1);
  CHECK(open_between("2019-04-29T09:00", "2019-04-29T09:00") == 0);
  CHECK(open_between("2019-04-30T09:00", "2019-04-29T09:00") == 0);
}

TEST_CASE("what is added is what is open between") {
  for (const char* start : {"2019-04-29T07:00", "2019-04-30T16:59:30", "2019-05-01T10:00", "2019-05-10T17:30"}) {
    for (const int minutes : {0, 1, 30, 210, 420, 421, 2000}) {
      CAPTURE(start);
      CAPTURE(minutes);
      CHECK(open_between(start, after(start, minutes)) == minutes);
    }
  }
}

TEST_CASE("open minutes between need the calendar of the days that they lie on, and of no other") {
  const auto hours = *OpeningHours::create({{8 * 60, 24 * 60}});
  const auto between = [&hours](std::string_view from, const DateTime& until) {
    return hours.open_minutes_between(moment(from), until, calendar(), day("2026-11-22"));
  };
  CHECK(*between("2026-12-31T23:00", moment("2027-01-01T00:00")) == 60);
  CHECK(between("2026-12-31T23:00", moment("2027-01-01T00:01")).error().kind == ErrorKind::missing);
  CHECK(*between("2027-12-31T23:00", moment("2027-12-31T22:00")) == 0);
  CHECK(between("2026-12-31T23:00", DateTime()).error().kind == ErrorKind::out_of_range);
}

TEST_CASE("each kind of term gives its due day or moment") {
  const auto hours = office();
  const auto as_of = day("2019-04-29");
  const Due start(moment("2019-04-29T09:00"));
  const auto due_of = [&](const Term& term, const Due& from) {
    return to_string(*due(term, from, &hours, calendar(), as_of));
  };
  CHECK(due_of(Immediately{}, start) == "2019-04-29");
  CHECK(due_of(OpenMinutes{120}, start) == "2019-04-29T11:00");
  CHECK(due_of(WorkingDays{3}, start) == "2019-05-06");
  CHECK(due_of(StartOfNextMonth{}, start) == "2019-05-05");
  CHECK(due_of(Immediately{}, Due(as_of)) == "2019-04-29");
  CHECK(due_of(OpenMinutes{120}, Due(as_of)) == "2019-04-30T10:30");  // as late as the end of the day
}

TEST_CASE("a term in open minutes without opening hours is an error") {
  CHECK(due(OpenMinutes{15}, Due(day("2019-04-29")), nullptr, calendar(), day("2019-04-29")).error().kind ==
        ErrorKind::missing);
}

TEST_CASE("a start at the end of all dates or outside a day is refused") {
  const auto hours = office();
  const auto today = day("2019-04-29");
  const auto kind = [&](const Due& start) {
    return due(OpenMinutes{15}, start, &hours, calendar(), today).error().kind;
  };
  CHECK(kind(Due(day("9999-12-31"))) == ErrorKind::out_of_range);
  CHECK(kind(Due(moment("9999-12-31T23:59"))) == ErrorKind::missing);
  Due start(today);
  start.time = Duration(24, 0, 0);
  CHECK(kind(start) == ErrorKind::out_of_range);
  start.time = Duration(-1, 0, 0);
  CHECK(kind(start) == ErrorKind::out_of_range);
}
