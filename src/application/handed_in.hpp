// Documents handed in, and the services asked for: names become places in the profile's tables.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/result.hpp>

#include <optional>
#include <string_view>

namespace birthcase::application {

/// The evidence type, holder, service or manner of this name. Error: `unknown_name` with the nearest, without a path.
Result<EvidenceId> evidence_named(const Rules& rules, std::string_view id);
Result<HolderId> holder_named(const Rules& rules, std::string_view id);
Result<ServiceId> service_named(const Rules& rules, std::string_view id);
Result<HandedInAs> manner_named(std::string_view name);

/// Whether this field is the list of the services asked for.
bool is_services(const Field& field) noexcept;

/// The services of a list of ids. Error: `unknown_name` with the place in the list as path (`/2`).
Result<ServiceSet> services_named(const Rules& rules, const List& ids);

/// Settles whose a document is. The only newborn's, where it must be a newborn's and none is named.
/// Errors: `out_of_range`, `missing`, `contradiction`, with `/newborn` as path.
std::optional<Error> settle_newborn(const Rules& rules, std::size_t newborns, HandedIn& document);

/// Adds a document, unless it is there already in the same manner. Error: `out_of_range` past the limit.
std::optional<Error> add(FactStore& store, const HandedIn& document);

/// Settles whose the documents of a store are, and leaves out those that stand there twice. Errors: of the two above,
/// with the document's place in the path.
std::optional<Error> settle_documents(const Rules& rules, FactStore& store);

}  // namespace birthcase::application
