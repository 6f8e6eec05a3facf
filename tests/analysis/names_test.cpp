// The table of names in docs/testing-rules.md against the names that there are.
#include "../applications.hpp"
#include "analysis/outcomes.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

namespace birthcase::analysis {
namespace {

using Names = std::set<std::string>;

struct Row {
  std::string pattern;  ///< `brings.EVIDENCE[.HOLDER]`
  std::string text;     ///< the row as it is written
};

std::vector<Row> rows_of_page() {
  std::vector<Row> rows;
  std::istringstream page(tests::source_file("docs/testing-rules.md"));
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| name of an outcome |")) inside = true;
    if (!line.starts_with("|")) inside = false;
    if (inside && line.starts_with("| `")) rows.push_back({line.substr(3, line.find('`', 3) - 3), line});
  }
  return rows;
}

template <class Table>
std::vector<std::string> ids_of(const Table& table) {
  std::vector<std::string> ids;
  for (const auto& row : table) ids.push_back(row.id);
  return ids;
}

// Each name with the word replaced by each id; a service is not its own other.
Names filled_in(const Names& names, const std::string& word, const std::vector<std::string>& ids) {
  Names filled;
  for (const std::string& name : names) {
    const auto at = name.find(word);
    if (at == std::string::npos) {
      filled.insert(name);
      continue;
    }
    for (const std::string& id : ids) {
      if (word == "OTHER" && name.find('.' + id + '.') != std::string::npos) continue;
      filled.insert(std::string(name).replace(at, word.size(), id));
    }
  }
  return filled;
}

// `payload.SERVICE.FIELD` with the fields that a way of delivering the service's result needs.
Names with_delivery_fields(const Names& names, const Rules& rules) {
  Names filled;
  for (const std::string& name : names) {
    const auto at = name.find(".FIELD");
    if (at == std::string::npos) {
      filled.insert(name);
      continue;
    }
    const std::string service = name.substr(name.find('.') + 1, at - name.find('.') - 1);
    for (const DeliveryRule& rule : rules.deliveries) {
      rule.services.each([&](ServiceId each) {
        if (rules.services[each].id != service) return;
        for (const FieldId field : rule.fields) filled.insert(name.substr(0, at + 1) + rules.fields[field].id);
      });
    }
  }
  return filled;
}

Names meant_by(const std::string& pattern, const Rules& rules) {
  Names names;
  const auto open = pattern.find('[');
  names.insert(pattern.substr(0, open));
  if (open != std::string::npos)
    names.insert(pattern.substr(0, open) + pattern.substr(open + 1, pattern.size() - open - 2));
  names = filled_in(names, "EVIDENCE", ids_of(rules.evidence));
  names = filled_in(names, "HOLDER", ids_of(rules.holders));
  names = filled_in(names, "SERVICE", ids_of(rules.services));
  names = filled_in(names, "OTHER", ids_of(rules.services));
  names = filled_in(names, "CHANNEL", ids_of(rules.channels));
  names = with_delivery_fields(names, rules);
  return filled_in(names, "CHECK", ids_of(rules.checks));
}

}  // namespace

TEST_CASE("the page lists the names that properties may use: all of them and no others") {
  const auto rows = rows_of_page();
  CHECK(rows.size() == 13);
  for (const auto id : Profile::built_in_ids()) {
    CAPTURE(id);
    const OutcomeNames names(tests::built_in(id));
    Names documented;
    for (const Row& row : rows) documented.merge(meant_by(row.pattern, names.profile().rules()));
    Names existing;
    for (const Outcome& outcome : names.outcomes()) existing.insert(outcome.name);
    CHECK(documented == existing);
  }
}

TEST_CASE("the page says what an outcome can be") {
  const OutcomeNames names(tests::built_in("wenling"));
  for (const Row& row : rows_of_page()) {
    CAPTURE(row.text);
    const auto binding = names.find(*meant_by(row.pattern, names.profile().rules()).begin());
    REQUIRE(binding.has_value());
    CHECK((row.text.find("true or false") != std::string::npos) == (binding->kind == birthcase::Kind::boolean));
    const bool listed = row.pattern.starts_with("lane.") || row.pattern.starts_with("evidence.");
    if (!listed) continue;
    REQUIRE(binding->codes != nullptr);
    for (const std::string& code : *binding->codes) CHECK(row.text.find('`' + code + '`') != std::string::npos);
  }
}

}  // namespace birthcase::analysis
