#include "application/handed_in.hpp"

#include "application/errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace birthcase {

std::string_view to_string(HandedInAs as) noexcept {
  switch (as) {
    case HandedInAs::original:
      return "original";
    case HandedInAs::copy:
      return "copy";
    case HandedInAs::scan:
      return "scan";
  }
  return "unknown-manner";
}

namespace application {
namespace {

template <class Row>
Result<Id<Row>> row_named(const Table<Row>& table, std::string_view what, std::string_view id) {
  const auto at = std::find_if(table.begin(), table.end(), [id](const Row& row) { return row.id == id; });
  if (at != table.end()) return table.id_of(*at);
  std::vector<std::string_view> ids;
  for (const Row& row : table) {
    if (row.label.zh == id || row.label.en == id) {
      return make_error(ErrorKind::unknown_name, fmt::format("this is a label; write the id '{}'", row.id));
    }
    ids.push_back(row.id);
  }
  return make_error(ErrorKind::unknown_name, no_such_id(what, id, ids));
}

}  // namespace

Result<EvidenceId> evidence_named(const Rules& rules, std::string_view id) {
  return row_named(rules.evidence, "evidence type", id);
}
Result<HolderId> holder_named(const Rules& rules, std::string_view id) {
  return row_named(rules.holders, "holder", id);
}
Result<ServiceId> service_named(const Rules& rules, std::string_view id) {
  return row_named(rules.services, "service", id);
}

Result<HandedInAs> manner_named(std::string_view name) {
  for (const auto as : {HandedInAs::original, HandedInAs::copy, HandedInAs::scan}) {
    if (name == to_string(as)) return as;
  }
  return make_error(ErrorKind::unknown_name, "a document is handed in as 'original', 'copy' or 'scan'");
}

bool is_services(const Field& field) noexcept { return field.type == FieldType::list && field.id == "services"; }

Result<ServiceSet> services_named(const Rules& rules, const List& ids) {
  ServiceSet services;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto service = service_named(rules, ids[i].as_text());
    if (!service) return make_error(service.error().kind, service.error().message, fmt::format("/{}", i));
    services |= ServiceSet::of(*service);
  }
  return services;
}

std::optional<Error> settle_newborn(const Rules& rules, std::size_t newborns, HandedIn& document) {
  const bool named = document.newborn != FactRef::family;
  if (!rules.evidence[document.evidence].per_newborn) {
    if (!named) return std::nullopt;
    return make_error(ErrorKind::contradiction, "this document is not a newborn's; leave the newborn out", "/newborn");
  }
  if (!named && newborns == 1) {
    document.newborn = 0;
  } else if (!named) {
    return make_error(ErrorKind::missing, "each newborn has this document; say whose it is, counting from 0",
                      "/newborn");
  } else if (document.newborn >= newborns) {
    return make_error(ErrorKind::out_of_range,
                      fmt::format("there is no such newborn; there are {}, counted from 0", newborns), "/newborn");
  }
  return std::nullopt;
}

std::optional<Error> add(FactStore& store, const HandedIn& document) {
  auto& documents = store.evidence;
  if (std::find(documents.begin(), documents.end(), document) != documents.end()) return std::nullopt;
  if (documents.size() == Application::max_evidence) {
    return make_error(ErrorKind::out_of_range,
                      fmt::format("more than {} documents are handed in", Application::max_evidence));
  }
  documents.push_back(document);
  return std::nullopt;
}

std::optional<Error> settle_documents(const Rules& rules, FactStore& store) {
  std::vector<HandedIn> documents;
  documents.swap(store.evidence);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto error = settle_newborn(rules, store.newborns.size(), documents[i]);
    if (!error) error = add(store, documents[i]);
    if (!error) continue;
    error->path.insert(0, fmt::format("/evidence/{}", i));
    return error;
  }
  return std::nullopt;
}

}  // namespace application
}  // namespace birthcase
