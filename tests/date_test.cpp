#include <birthcase/date.hpp>

#include <doctest/doctest.h>

using namespace birthcase;

namespace {
ErrorKind kind_of_date(std::string_view text) { return parse_date(text).error().kind; }
ErrorKind kind_of_time(std::string_view text) { return parse_date_time(text).error().kind; }
}  // namespace

TEST_CASE("a date is read and written in ISO 8601") {
  const auto date = parse_date("2019-05-06");
  REQUIRE(date.has_value());
  CHECK(date->year() == 2019);
  CHECK(to_string(*date) == "2019-05-06");
  CHECK(to_string(*parse_date("1400-01-01")) == "1400-01-01");
  CHECK(to_string(*parse_date("9999-12-31")) == "9999-12-31");
}

TEST_CASE("a text that is no date is a syntax error") {
  for (const auto* text :
       {"", "2019-5-6", "20190506", "2019/05/06", "2019-05-06 ", "２０１９-05-06", "+019-05-06", "-019-05-06"}) {
    CAPTURE(text);
    CHECK(kind_of_date(text) == ErrorKind::syntax);
  }
}

TEST_CASE("a day that does not exist is out of range") {
  for (const auto* text : {"2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "2019-04-00",
                           "1399-12-31", "0000-01-01"}) {
    CAPTURE(text);
    CHECK(kind_of_date(text) == ErrorKind::out_of_range);
  }
  CHECK(parse_date("2000-02-29").has_value());
  CHECK(parse_date("2020-02-29").has_value());
}

TEST_CASE("a moment is written with seconds only where there are any") {
  CHECK(to_string(*parse_date_time("2019-05-06T14:30")) == "2019-05-06T14:30");
  CHECK(to_string(*parse_date_time("2019-05-06T14:30:00")) == "2019-05-06T14:30");
  CHECK(to_string(*parse_date_time("2019-05-06T14:30:05")) == "2019-05-06T14:30:05");
  CHECK(to_string(*parse_date_time("2019-05-06T00:00+08:00")) == "2019-05-06T00:00");
}

TEST_CASE("a moment in another time zone is refused with a reason") {
  for (const auto* text :
       {"2019-05-06T14:30Z", "2019-05-06T14:30+09:00", "2019-05-06T14:30-08:00", "2019-05-06T14:30+0800"}) {
    CAPTURE(text);
    const auto moment = parse_date_time(text);
    REQUIRE_FALSE(moment.has_value());
    CHECK(moment.error().message.find("+08:00") != std::string::npos);
  }
}

TEST_CASE("a time that does not exist is out of range and a text that is none a syntax error") {
  CHECK(kind_of_time("2019-05-06T24:00") == ErrorKind::out_of_range);
  CHECK(kind_of_time("2019-05-06T10:60") == ErrorKind::out_of_range);
  CHECK(kind_of_time("2019-02-30T10:00") == ErrorKind::out_of_range);
  for (const auto* text : {"2019-05-06", "2019-05-06T", "2019-05-06 10:00", "2019-05-06T1:00", "2019-05-06T10:00:0",
                           "2019-05-06T10:00:00.5"}) {
    CAPTURE(text);
    CHECK(kind_of_time(text) == ErrorKind::syntax);
  }
}

TEST_CASE("an error is described with what is known of its place") {
  Error error;
  error.kind = ErrorKind::unknown_name;
  error.message = "no such field";
  CHECK(describe(error) == "no such field");
  CHECK(describe(error, "a.json") == "a.json: no such field");
  error.path = "/services/0";
  error.line = 3;
  error.column = 7;
  CHECK(describe(error, "a.json") == "a.json:3:7: /services/0: no such field");
  error.document = "a\nb";
  CHECK(describe(error) == "a b:3:7: /services/0: no such field");
  CHECK(to_string(error.kind) == "unknown-name");
}

TEST_CASE("taking the value of a failed result throws an error that says why") {
  try {
    parse_date("never").value();
    FAIL("no exception");
  } catch (const BadResult& bad) {
    CHECK(bad.error().kind == ErrorKind::syntax);
  }
}
