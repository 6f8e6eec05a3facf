#include "profile/dictionary.hpp"

#include <algorithm>

namespace birthcase::profile {
namespace {

constexpr std::size_t most_values = 300;  // the countries are listed, the divisions are not

std::vector<std::pair<ServiceId, Need>> services_asking(const Rules& rules, FieldId field) {
  std::vector<std::pair<ServiceId, Need>> services;
  for (const ServiceId service : rules.services.ids()) {
    bool asked = false;
    Need need = Need::never;
    for (const FormEntry& entry : rules.services[service].form) {
      if (entry.field != field) continue;
      asked = true;
      if (entry.required) need = std::min(need, entry.when == no_index ? Need::always : Need::sometimes);
    }
    if (asked) services.emplace_back(service, need);
  }
  return services;
}

std::vector<DictionaryTable> tables_of_fields(const Rules& rules) {
  std::vector<DictionaryTable> tables;
  for (const Field& field : rules.fields) {
    const auto same = [&field](const DictionaryTable& other) { return other.table == field.table; };
    if (field.table == nullptr || std::any_of(tables.begin(), tables.end(), same)) continue;
    tables.push_back({field.table, field.table->codes().size() <= most_values});
  }
  std::sort(tables.begin(), tables.end(),
            [](const DictionaryTable& a, const DictionaryTable& b) { return a.table->id() < b.table->id(); });
  return tables;
}

}  // namespace

std::string_view name_of(Need need) noexcept {
  constexpr std::string_view names[] = {"always", "sometimes", "never"};
  return names[static_cast<std::size_t>(need)];
}

Dictionary dictionary_of(const Rules& rules) {
  Dictionary dictionary{.tables = tables_of_fields(rules)};
  auto readers = readers_of(rules);
  for (const FieldId field : rules.fields.ids()) {
    dictionary.fields.push_back({field, services_asking(rules, field), std::move(readers[field])});
  }
  return dictionary;
}

std::string_view meaning_of(const CodeEntry& entry, Language language) noexcept {
  return language == Language::en && !entry.en.empty() ? entry.en : entry.zh;
}

}  // namespace birthcase::profile
