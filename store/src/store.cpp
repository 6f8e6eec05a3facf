#include <birthcase/store.hpp>

#include <vector>

namespace birthcase::store {

Result<std::vector<BirthKey>> Store::births_of(std::string_view mother_id_number, const DateTime& from,
                                               const DateTime& until) {
  auto found = births(from, until);
  if (found) {
    std::erase_if(*found, [&](const BirthKey& birth) { return birth.mother_id_number != mother_id_number; });
  }
  return found;
}

}  // namespace birthcase::store
