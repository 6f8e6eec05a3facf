// Ids of rows: what the compiler refuses, and what is none.
#include <birthcase/profile.hpp>

#include <doctest/doctest.h>

#include <set>
#include <type_traits>
#include <unordered_set>
#include <vector>

using namespace birthcase;

namespace {

template <class Rows, class Place>
concept AskedBy = requires(const Rows& rows, Place place) {
  rows[place];
};

static_assert(AskedBy<Table<Service>, ServiceId>);
static_assert(!AskedBy<Table<Service>, FieldId>);
static_assert(!AskedBy<Table<Service>, Index>);
static_assert(!AskedBy<Column<Service, int>, FieldId>);
static_assert(!std::is_convertible_v<FieldId, ServiceId>);
static_assert(!std::is_constructible_v<FieldId, ServiceId>);
static_assert(!std::is_convertible_v<Index, FieldId>);
static_assert(!std::is_convertible_v<FieldId, Index>);
static_assert(std::is_trivially_copyable_v<FieldId>);
static_assert(sizeof(FieldId) == sizeof(Index));

}  // namespace

TEST_CASE("an id is none until it is one of a row") {
  CHECK(FieldId() == no_index);
  CHECK(FieldId(0) != no_index);
  CHECK(FieldId(no_index) == FieldId());
  CHECK(FieldId(1) < FieldId(2));
  CHECK(FieldId(2) < FieldId());
  CHECK(std::set{FieldId(2), FieldId(1), FieldId(2)}.size() == 2);
  CHECK(std::unordered_set{FieldId(2), FieldId(1), FieldId(2)}.contains(FieldId(1)));
}

TEST_CASE("a table gives its rows ids in their order, and finds the rows by them") {
  const Profile yiwu = Profile::built_in("yiwu").value();
  const Rules& rules = yiwu.rules();
  std::vector<ServiceId> ids;
  for (const ServiceId service : rules.services.ids()) {
    CHECK(rules.id_of(rules.services[service]) == service);
    CHECK(&rules.services[service] == rules.services.data() + service.place());
    ids.push_back(service);
  }
  CHECK(ids.size() == rules.services.size());
  CHECK(ids.front() == ServiceId(0));
  CHECK(rules.services.next() == ServiceId(static_cast<Index>(ids.size())));
}

TEST_CASE("a column has a value for each row, bits too") {
  Column<Field, bool> read(3);
  read[FieldId(1)] = true;
  std::vector<bool> all;
  for (const FieldId field : read.ids()) all.push_back(read[field]);
  CHECK(all == std::vector{false, true, false});
}

TEST_CASE("a set of services holds those that it was given, in the order of their table") {
  const ServiceSet set = ServiceSet::of(ServiceId(5)) | ServiceSet::of(ServiceId(2));
  CHECK(set.has(ServiceId(5)));
  CHECK_FALSE(set.has(ServiceId(0)));
  std::vector<ServiceId> members;
  set.each([&members](ServiceId service) { members.push_back(service); });
  CHECK(members == std::vector{ServiceId(2), ServiceId(5)});
  CHECK(ServiceSet::all(ServiceSet::capacity).count() == static_cast<int>(ServiceSet::capacity));
}

TEST_CASE("whoever supplies something has an id in the document; nobody has none") {
  const Profile yiwu = Profile::built_in("yiwu").value();
  const Rules& rules = yiwu.rules();
  CHECK(rules.id_of(SuppliedBy()).empty());
  CHECK(rules.id_of(SuppliedBy(OrganisationId(0))) == rules.organisations[OrganisationId(0)].id);
  CHECK(rules.id_of(SuppliedBy(ServiceId(0))) == rules.services[ServiceId(0)].id);
}
