/// The tables of rules of a profile, in their order. Everything that goes through the rules goes through this list:
/// what is added here is read, looked through, changed by mutants, named in tests and counted.
#pragma once

#include <birthcase/rules.hpp>

#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace birthcase::profile {

/// What the conditions of a table's rules decide together.
enum class Decides : std::uint8_t {
  each,   ///< each for itself: all rules that apply count
  first,  ///< the first that applies, of rules about one thing; a layer's new rows come before those below it
};

/// One table. `Owner` is what holds the rows: `Rules`, or each `Service`.
template <class Owner, class RowType>
struct RuleTable {
  using Row = RowType;

  std::string_view name;  ///< in coverage and messages; and in the document, unless services have the rows there
  Decides decides;
  Table<Row> Owner::*rows;
  std::string_view in_service{};  ///< the member of a document's service that has them; empty: the profile itself has
};
template <class Owner, class Row>
RuleTable(std::string_view, Decides, Table<Row> Owner::*) -> RuleTable<Owner, Row>;
template <class Owner, class Row>
RuleTable(std::string_view, Decides, Table<Row> Owner::*, std::string_view) -> RuleTable<Owner, Row>;

inline constexpr std::tuple tables_of_services{
    RuleTable{"requirements", Decides::each, &Service::requirements, "evidence"},
    RuleTable{"done", Decides::each, &Rules::done, "done"},  // one object
};
inline constexpr std::tuple tables_of_profile{
    RuleTable{"channels", Decides::each, &Rules::channels},
    RuleTable{"lanes", Decides::first, &Rules::lanes},
    RuleTable{"shares", Decides::each, &Rules::shares},
    RuleTable{"absorbs", Decides::each, &Rules::absorptions},
    RuleTable{"competences", Decides::first, &Rules::competences},
    RuleTable{"operators", Decides::first, &Rules::operators},
    RuleTable{"promises", Decides::first, &Rules::promises},
    RuleTable{"tolerances", Decides::first, &Rules::tolerances},
    RuleTable{"deliveries", Decides::first, &Rules::deliveries},
    RuleTable{"checks", Decides::each, &Rules::checks},
    RuleTable{"derivations", Decides::first, &Rules::derivations},
};

/// Calls `visit` with every table that a profile's document has itself.
template <class Visitor>
constexpr void for_each_table_of_profile(Visitor&& visit) {
  std::apply([&visit](const auto&... table) { (visit(table), ...); }, tables_of_profile);
}

/// Calls `visit` with every table.
template <class Visitor>
constexpr void for_each_table(Visitor&& visit) {
  std::apply([&visit](const auto&... table) { (visit(table), ...); }, tables_of_services);
  for_each_table_of_profile(visit);
}

/// Calls `visit` with every table and its rows; with a table of services once for each of them.
template <class Visitor>
void for_each_table(const Rules& rules, Visitor&& visit) {
  for_each_table([&]<class Owner, class Row>(const RuleTable<Owner, Row>& table) {
    if constexpr (std::is_same_v<Owner, Service>) {
      for (const Service& service : rules.services) visit(table, service.*table.rows);
    } else {
      visit(table, rules.*table.rows);
    }
  });
}

/// What the rules with such rows decide together.
template <class Row>
consteval Decides decides() {
  Decides found = Decides::each;
  for_each_table([&found]<class Owner, class Other>(const RuleTable<Owner, Other>& table) {
    if (std::is_same_v<Row, Other>) found = table.decides;
  });
  return found;
}

/// Whether the rules with such rows say for which services they are, and the first of them that applies to one decides.
template <class Row>
concept DecidesOnServices = (decides<Row>() == Decides::first) && requires(const Row& row) {
  row.services;
};

/// Whether they list the documents that they are about.
template <class Row>
concept ListsEvidence = requires(const Row& row) {
  row.evidence.size();
};

/// The table of a profile that has such rows.
template <class Row>
const Table<Row>& table_of(const Rules& rules) {
  return rules.*std::get<RuleTable<Rules, Row>>(tables_of_profile).rows;
}

/// Whether of the rules of the document's table with this key the first that applies decides.
constexpr bool first_decides(std::string_view key) noexcept {
  bool first = false;
  for_each_table_of_profile(
      [&](const auto& table) { first = first || (table.name == key && table.decides == Decides::first); });
  return first;
}

}  // namespace birthcase::profile
