// The bulletin's annex 1, transcribed by hand (data/annex1.json), against what the profiles make of it.
#include <birthcase/compare.hpp>

#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace js = boost::json;

const Date day_of_bulletin(2019, 6, 4);

const js::value& annex() {
  static const js::value table = js::parse(source_file("tests/data/annex1.json"));
  return table;
}

std::string text_at(const js::object& row, const char* key) {
  const js::value* text = row.if_contains(key);
  return text == nullptr ? std::string() : std::string(text->get_string());
}

int number_at(const js::object& row, const char* key) {
  const js::value* number = row.if_contains(key);
  return number == nullptr ? 0 : number->to_number<int>();
}

// `id-card/mother 1+1`: one original, one copy; `?` where it is brought under a condition only.
std::string item(const std::string& evidence, const std::string& holder, int original, int copies, bool conditional) {
  return evidence + (holder.empty() ? "" : "/" + holder) + " " + std::to_string(original) + "+" +
         std::to_string(copies) + (conditional ? "?" : "");
}

void transcribe(const js::value& rows, std::vector<std::string>& items) {
  for (const js::value& each : rows.as_array()) {
    const js::object& row = each.as_object();
    const std::string holder = text_at(row, "holder");
    const std::vector<std::string> people =
        holder == "parents" ? std::vector<std::string>{"mother", "father"} : std::vector<std::string>{holder};
    for (const std::string& person : people) {
      items.push_back(item(text_at(row, "evidence"), person, number_at(row, "original"), number_at(row, "copies"),
                           row.contains("when")));
    }
  }
}

std::string printed(const Comparison::Cell& cell) {
  std::vector<std::string> items;
  for (const Comparison::Item& each : cell.brings) {
    items.push_back(item(each.evidence->id, each.holder == nullptr ? "" : each.holder->id, each.original, each.copies,
                         each.conditional));
  }
  return joined(std::move(items));
}

Comparison compared(const Profile& profile) {
  const std::vector<Profile> profiles{profile};
  return compare(profiles, day_of_bulletin).value();
}

const Comparison::Cell& cell(const Comparison& comparison, std::string_view service) {
  const auto row = std::find_if(comparison.rows.begin(), comparison.rows.end(),
                                [service](const Comparison::Row& one) { return one.service == service; });
  REQUIRE_MESSAGE(row != comparison.rows.end(), std::string(service));
  return row->cells.front();
}

// What the table's column says of the window as a whole, and what the sources leave standing.
std::vector<std::string> column(std::string_view city) {
  std::vector<std::string> items;
  const js::object& after = annex().at("after").at(city).as_object();
  transcribe(after.at("brings"), items);
  transcribe(annex().at("not_replaced").at("brings"), items);
  if (const js::value* here = after.if_contains("not_replaced")) transcribe(here->at("brings"), items);
  return items;
}

// A role's document is the person's: the child of the ordinary family settles with the father.
std::vector<std::string> with_people(std::vector<std::string> items) {
  const std::string role = "settling-parent";
  for (std::string& text : items) {
    if (const auto at = text.find(role); at != std::string::npos) text.replace(at, role.size(), "father");
  }
  return items;
}

// The city's profile without one of its shares.
Profile without_share(std::string_view city, std::string_view share) {
  js::value document = built_in_document(city);
  js::array& shares = document.at("shares").as_array();
  const auto at = std::find_if(shares.begin(), shares.end(), [share](const js::value& row) {
    return std::string_view(row.at("id").as_string()) == share;
  });
  REQUIRE(at != shares.end());
  shares.erase(at);
  return profile_of(document);
}

}  // namespace

TEST_CASE("before the reform each service asks what annex 1 says") {
  const Comparison before = compared(built_in("base"));
  const js::object& table = annex().at("before").as_object();
  CHECK(before.rows.size() == table.size());
  for (const auto& [service, rows] : table) {
    const std::string id(service);
    CAPTURE(id);
    std::vector<std::string> items;
    transcribe(rows, items);
    CHECK(cell(before, id).offered);
    CHECK(printed(cell(before, id)) == joined(std::move(items)));
  }
}

TEST_CASE("after the reform a family brings to the window what annex 1 says") {
  for (const std::string city : {"yiwu", "ruian"}) {
    CAPTURE(city);
    const Comparison after = compared(built_in(city));
    CHECK(printed(after.together.front()) == joined(with_people(column(city))));
  }
}

TEST_CASE("the joint window of each city handles the services that annex 1 says") {
  for (const std::string city : {"yiwu", "ruian"}) {
    CAPTURE(city);
    const Comparison after = compared(built_in(city));
    const js::array& outside = annex().at("after").at(city).at("not_in_the_window").as_array();
    for (const Comparison::Row& row : after.rows) {
      CAPTURE(row.service);
      const bool in_table = std::none_of(outside.begin(), outside.end(), [&row](const js::value& service) {
        return std::string_view(service.as_string()) == row.service;
      });
      CHECK(row.cells.front().offered == in_table);
      CHECK((in_table || row.cells.front().brings.empty()));
    }
  }
}

TEST_CASE("after the reform no service asks for what is not in its city's column or in its own row before") {
  const std::map<std::string, std::string> roles{{"id-card/applicant", "id-card/mother"},
                                                 {"id-card/either-parent", "id-card/mother"}};
  for (const std::string city : {"yiwu", "ruian"}) {
    const std::string allowed = joined(column(city));
    for (const Comparison::Row& row : compared(built_in(city)).rows) {
      for (const Comparison::Item& each : row.cells.front().brings) {
        std::string name = each.evidence->id + (each.holder == nullptr ? "" : "/" + each.holder->id);
        if (const auto role = roles.find(name); role != roles.end()) name = role->second;
        CAPTURE(city);
        CAPTURE(row.service);
        CAPTURE(name);
        CHECK(allowed.find(name + " ") != std::string::npos);
        std::vector<std::string> before;
        transcribe(annex().at("before").at(row.service), before);
        CHECK(joined(std::move(before)).find(each.evidence->id) != std::string::npos);
      }
    }
  }
}

TEST_CASE("Wenling's optional benefit and its five basic services are all in the window") {
  for (const Comparison::Row& row : compared(built_in("wenling")).rows) {
    CAPTURE(row.service);
    CHECK(row.cells.front().offered);
  }
}

TEST_CASE("a hukou that the police of Yiwu do not share brings the booklet back") {
  const Comparison without = compared(without_share("yiwu", "yiwu/hukou-shared"));
  CHECK(printed(cell(without, "hukou-registration")).find("hukou-booklet/settling-parent 1+0") != std::string::npos);
  CHECK(printed(cell(without, "medical-insurance-enrolment")).find("hukou-booklet/settling-parent 1+0") !=
        std::string::npos);
  CHECK(printed(without.together.front()).find("hukou-booklet/father 1+0") != std::string::npos);
  CHECK(printed(compared(built_in("yiwu")).together.front()).find("hukou-booklet") == std::string::npos);
}

TEST_CASE("a marriage that civil affairs do not share brings the certificate back for everybody in Yiwu") {
  const Comparison without = compared(without_share("yiwu", "yiwu/marriage-shared"));
  for (const Comparison::Cell* each :
       {&cell(without, "birth-certificate"), &cell(without, "hukou-registration"), &without.together.front()}) {
    CHECK(printed(*each).find("marriage-certificate 1+0") != std::string::npos);
    CHECK(printed(*each).find("marriage-certificate 1+0?") == std::string::npos);
  }
}

TEST_CASE("without its one form Yiwu's family fills in the paper forms again") {
  js::value document = built_in_document("yiwu");
  document.as_object().erase("absorbs");
  const std::string brings = printed(compared(profile_of(document)).together.front());
  CHECK(brings.find("certificate-application-form 1+0") != std::string::npos);
  CHECK(brings.find("debit-authorisation 1+0") != std::string::npos);
}

TEST_CASE("a comparison of no profiles is an error") {
  const auto nothing = compare({}, day_of_bulletin);
  REQUIRE_FALSE(nothing.has_value());
  CHECK(nothing.error().kind == ErrorKind::missing);
}
