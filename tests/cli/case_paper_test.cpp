// The papers of a case from the command line.
#include "case_store.hpp"

#include <doctest/doctest.h>

using namespace birthcase::cli_tests;

TEST_CASE("every paper of an accepted case is printed, as text, as Markdown and as HTML, in both languages") {
  const CaseStore store;
  accept_example(store, "wl-1", Papers::father_as_scan);
  for (const char* paper : {"application-form", "notice", "deferral-undertaking", "receipt", "hand-over-sheet"}) {
    CAPTURE(paper);
    std::vector<std::string> call{"paper", "wl-1", paper, "--organisation", "public-security"};
    const Outcome text = store.look("2019-04-29T10:00", call);
    CHECK(text.status == 0);
    CHECK(contains(text.output, "wl-1"));
    call.emplace_back("--markdown");
    CHECK(store.look("2019-04-29T10:00", call).output.find("\n# ") != std::string::npos);  // below the office
    call.back() = "--html";
    call.insert(call.end(), {"--lang", "en"});
    const Outcome page = store.look("2019-04-29T10:00", call);
    CHECK(page.status == 0);
    CHECK(page.output.starts_with("<!DOCTYPE html>"));
    CHECK(contains(page.output, "lang=\"en\""));
  }
}

TEST_CASE("a paper that there is no reason for is refused, one that does not exist is a wrong call") {
  const CaseStore store;
  accept_example(store, "wl-1");
  CHECK(store.look("2019-04-29T10:00", {"paper", "wl-1", "deferral-undertaking"}).status == 1);
  CHECK(store.look("2019-04-29T10:00", {"paper", "wl-1", "reciept"}).status == 2);
  CHECK(store.look("2019-04-29T10:00", {"paper", "wl-1", "hand-over-sheet", "--organisation", "fire-brigade"}).status ==
        2);
}

TEST_CASE("a return makes a supplement notice, and no other paper contradicts it") {
  const CaseStore store;
  accept_example(store, "wl-1");
  CHECK(store.look("2019-04-29T10:00", {"paper", "wl-1", "supplement-notice"}).status == 1);
  store.must("2019-04-29T09:20", {"dispatch", "wl-1"});
  store.must("2019-04-29T09:30", {"answer", "wl-1:birth-certificate#1:1", "returned", "--want", "marriage-certificate",
                                  "--reason", "姓名不符"});
  const Outcome notice = store.look("2019-04-29T10:00", {"paper", "wl-1", "supplement-notice"});
  CHECK(notice.status == 0);
  CHECK(contains(notice.output, "结婚证"));
  CHECK(contains(notice.output, "姓名不符"));
  const std::string told = store.look("2019-04-29T10:00", {"paper", "wl-1", "notice"}).output;
  const auto need_not = told.find("免提交的材料");
  CHECK(told.find("结婚证") < need_not);
  CHECK((need_not == std::string::npos || told.find("结婚证", need_not) == std::string::npos));
}
