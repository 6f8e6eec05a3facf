// Finding cases again: page by page, and by what is due.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

std::string line(const Deadline& deadline) {
  return to_string(*deadline.due) + " " + deadline.case_id + " " + std::string(to_string(deadline.what)) + " " +
         deadline.id + " " + std::string(to_string(deadline.standing));
}

Deadline deadline(std::string_view due, std::string id, Standing standing = Standing::running) {
  const auto moment = parse_date_time(due);
  return {Deadline::What::step, "", std::move(id), moment ? Due(*moment) : Due(parse_date(due).value()), standing};
}

}  // namespace

TEST_CASE("cases are listed page by page, in the order of their ids") {
  const Folder folder;
  Office office(folder.file());
  for (const std::uint32_t number : {3u, 1u, 5u, 2u, 4u}) {
    office.open("yw-" + std::to_string(number), number, monday).value();
  }
  std::string listed;
  std::string after;
  for (;;) {
    const auto page = office.store->cases(after, 2).value();
    if (page.empty()) break;
    for (const store::Summary& each : page) listed += (after = each.case_id) + " ";
    listed += "| ";
  }
  CHECK(listed == "yw-1 yw-2 | yw-3 yw-4 | yw-5 | ");
  const store::Summary first = office.store->cases("", 1).value().front();
  CHECK(first.profile == "yiwu");
  CHECK(first.status == CaseStatus::draft);
  CHECK(first.version == 1);
  CHECK(first.changed_at == monday);
}

TEST_CASE("what is due is found over all cases, the first first; a day ends after all its moments") {
  const Folder folder;
  Office office(folder.file());
  const std::vector<Deadline> of_first{deadline("2019-06-12", "day"),
                                       deadline("2019-06-11T10:00", "ten"),
                                       deadline("2019-06-12T23:59", "late"),
                                       deadline("2019-06-13T00:00", "next"),
                                       deadline("2019-06-01", "done", Standing::kept),
                                       deadline("2019-06-01", "stopped", Standing::given_up),
                                       deadline("2019-06-01", "too-late", Standing::missed),
                                       Deadline{.id = "open"}};
  const std::vector<Deadline> of_second{deadline("2019-06-11T09:00", "nine"), deadline("2019-06-12", "day")};
  const Draft first("yw-1", 1, monday);
  const Draft second("yw-2", 2, monday);
  store::Change change = first.change();
  change.deadlines = of_first;
  office.store->append(change).value();
  change = second.change();
  change.deadlines = of_second;
  office.store->append(change).value();

  const auto due = [&](const Due& until, int limit) {
    std::vector<std::string> ids;
    for (const Deadline& each : office.store->due(until, limit).value()) ids.push_back(each.case_id + " " + each.id);
    return ids;
  };
  using Ids = std::vector<std::string>;
  const Due day(Date(2019, 6, 12));
  CHECK(due(day, 100) == Ids{"yw-2 nine", "yw-1 ten", "yw-1 late", "yw-1 day", "yw-2 day"});
  CHECK(due(day, 2) == Ids{"yw-2 nine", "yw-1 ten"});
  CHECK(due(Due(at("2019-06-12T23:59")), 100) == Ids{"yw-2 nine", "yw-1 ten", "yw-1 late"});
  CHECK(due(Due(at("2019-06-11T09:30")), 100) == Ids{"yw-2 nine"});
  CHECK(due(Due(at("2019-06-13T00:00")), 100).size() == 6);
  CHECK(line(office.store->due(day, 1).value().front()) == "2019-06-11T09:00 yw-2 step nine running");

  Ids paged;
  store::DuePlace place;
  for (;;) {
    const auto page = office.store->due_after(place, day, 2).value();
    if (page.empty()) break;
    for (const Deadline& each : page) paged.push_back(each.case_id + " " + each.id);
    paged.push_back("|");
  }
  CHECK(paged == Ids{"yw-2 nine", "yw-1 ten", "|", "yw-1 late", "yw-1 day", "|", "yw-2 day", "|"});
}

TEST_CASE("the deadlines of a case follow its events: those of steps that are done are no longer due") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const Due later(Date(2030, 1, 1));
  const auto expected = [&](const DateTime& now) {
    std::vector<std::string> lines;
    for (const Deadline& each : deadlines(office.state("yw-1"), now)) {
      const bool settled =
          each.standing == Standing::kept || each.standing == Standing::missed || each.standing == Standing::given_up;
      if (each.due && !settled) lines.push_back(line(each));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const auto kept = [&] {
    std::vector<std::string> lines;
    for (const Deadline& each : office.store->due(later, 100).value()) lines.push_back(line(each));
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  CHECK(kept().size() >= 4);
  CHECK(kept() == expected(monday));
  office.bring_to_its_end("yw-1", 1, monday);
  CHECK(kept().empty());
}

TEST_CASE("look-ups that were worked out for an older version are left aside") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  const std::vector<Deadline> stale{deadline("2019-06-11T10:00", "ten")};
  office.store->keep_look_ups({"yw-1", 7, {}, stale}).value();
  CHECK(office.store->due(Due(Date(2019, 6, 11)), 10).value().empty());
  CHECK(office.store->births(monday - boost::posix_time::hours(24), monday).value().size() == 1);
  office.store->keep_look_ups({"yw-1", 1, {}, stale}).value();
  CHECK(office.store->due(Due(Date(2019, 6, 11)), 10).value().size() == 1);
  CHECK(office.store->births(monday - boost::posix_time::hours(24), monday).value().empty());
}

TEST_CASE("the births of a mother are found by her, over months and among those of others") {
  const Folder folder;
  {
    Office office(folder.file());
    office.open("yw-1", 1, monday).value();
    office.open("yw-2", 2, monday).value();
    office.open("yw-3", 1, monday + boost::gregorian::days(100)).value();
    office.open("yw-4", 1, monday + boost::gregorian::days(400)).value();
    const auto hers = [&](const DateTime& until) {
      std::string cases;
      for (const BirthKey& each :
           office.store->births_of(mother_of(1), monday - boost::gregorian::days(2), until).value()) {
        cases += each.case_id + " ";
      }
      return cases;
    };
    CHECK(hers(monday + boost::gregorian::days(270)) == "yw-1 yw-3 ");
    CHECK(hers(monday + boost::gregorian::days(500)) == "yw-1 yw-3 yw-4 ");
    CHECK(office.store->births_of(mother_of(3), monday - boost::gregorian::days(2), monday).value().empty());
    CHECK(office.store->births_of(mother_of(1), DateTime(), monday).error().kind == ErrorKind::missing);
  }
  Raw raw(folder.file());
  CHECK(raw.number("SELECT count(*) FROM births WHERE mother BETWEEN 0 AND 1048575") == 4);
  CHECK(raw.number("SELECT count(DISTINCT mother) FROM births") == 2);
  // what an older library has written is found as it always was, and gets its bucket when its case goes on
  raw.run("UPDATE births SET mother = -1");
  Office office(folder.file());
  const auto too_near = office.open("yw-5", 1, monday + boost::gregorian::days(50)).value();
  CHECK(too_near.alike.size() == 2);
  office.execute("yw-1", commands::Accept{}, monday).value();
  CHECK(raw.number("SELECT count(*) FROM births WHERE mother = -1") == 3);
}
