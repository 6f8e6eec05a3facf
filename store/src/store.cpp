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

Result<std::vector<Event>> Store::erase_unread(const UnreadErasure&) {
  return Error{.kind = ErrorKind::refused, .message = "this store cannot erase a case that it cannot read"};
}

Result<bool> Store::is_erasure_unfinished(std::string_view) { return false; }

Result<void> Store::finish_erasures() { return {}; }

}  // namespace birthcase::store
