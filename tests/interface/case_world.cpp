#include "world.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace birthcase::tests {
namespace {

constexpr std::string_view other_id = "wl-2019-0002";

}  // namespace

CaseWorld::CaseWorld(birthcase_session* observer, const birthcase_profile* profile, Needs needs)
    : observer_(observer), profile_(profile), needs_(needs), opening_(caller::opening()) {
  birth = caller::told_case(observer_, profile_, caller::dispatched);
  events_ = caller::events_of(observer_, birth);
  if (needs_ != Needs::a_store) return;
  const caller::Store pristine = caller::open_store(observer_, folder_.file("pristine.db"));
  caller::tell_in(observer_, pristine, profile_, caller::dispatched);
  REQUIRE(caller::lease(observer_, pristine, "link", "2019-04-29T09:17", "", 86'400).status == BIRTHCASE_OK);
  const caller::Store other = caller::open_store(observer_, folder_.file("other.db"));
  REQUIRE(caller::open_in(observer_, other, profile_, other_id).status == BIRTHCASE_OK);
  document_ = caller::text_of([&](auto... out) {
                return birthcase_store_export(observer_, other, other_id.data(), caller::size(other_id), out...);
              }).text;
}

void CaseWorld::reset() {
  caller::Case again;
  REQUIRE(birthcase_case_replay(observer_, profile_, events_.data(), caller::size(events_), again.out()) ==
          BIRTHCASE_OK);
  birth = std::move(again);
  if (needs_ != Needs::a_store) return;
  store = caller::Store();
  for (const char* neighbour : {"births.db-wal", "births.db-shm"}) std::filesystem::remove(folder_.file(neighbour));
  std::filesystem::copy_file(folder_.file("pristine.db"), file(), std::filesystem::copy_options::overwrite_existing);
  store = caller::open_store(observer_, file());
}

std::string CaseWorld::state() const {
  std::string all = caller::events_of(observer_, birth);
  if (needs_ != Needs::a_store) return all;
  // Not through the events: loading a case parses its rules, which takes longer than all the rest.
  const auto [status, verified] =
      caller::text_of([&](auto... out) { return birthcase_store_verify(observer_, store, "", 0, out...); });
  INFO(caller::error_message(observer_));
  CHECK(status == BIRTHCASE_OK);
  all += verified.substr(0, verified.find(",\"digest\""));  // of which salts make another each time
  return all +
         caller::text_of([&](auto... out) { return birthcase_store_cases(observer_, store, "", 0, 9, out...); }).text;
}

}  // namespace birthcase::tests
