/// The data dictionary of a profile: every field with who needs it, and the code tables.
#pragma once

#include "profile/readers.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::profile {

/// How a service's form needs a field.
enum class Need : std::uint8_t {
  always,     ///< it cannot do without it
  sometimes,  ///< only where a condition holds
  never,      ///< it asks for it and can do without it
};
std::string_view name_of(Need need) noexcept;

struct DictionaryEntry {
  FieldId field{};
  std::vector<std::pair<ServiceId, Need>> services{};  ///< whose forms ask it, in their order
  Readers read_by{};
};

struct DictionaryTable {
  const CodeTable* table = nullptr;  ///< lives as long as the profile
  bool listed = false;               ///< whether its values are listed: not where there are thousands
};

struct Dictionary {
  std::vector<DictionaryEntry> fields{};  ///< in the order of the profile
  std::vector<DictionaryTable> tables{};  ///< that fields take their codes from, by id
};

Dictionary dictionary_of(const Rules& rules);

/// What a code means: in Chinese where the table has no English.
std::string_view meaning_of(const CodeEntry& entry, Language language) noexcept;

}  // namespace birthcase::profile
