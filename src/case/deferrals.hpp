// Documents by the names that an operator gives them, and the documents of a plan that are meant.
#pragma once

#include <birthcase/case.hpp>

#include "case/refusals.hpp"

#include <vector>

namespace birthcase::cases {

/// Whether two are one document, whenever each is to come.
bool is_same(const DeferredDocument& a, const DeferredDocument& b) noexcept;

/// Whether a named document is this one of the plan. Its holder may be the person, the role by which a service asks for
/// it (`settling-parent`), or nobody.
bool covers(const Plan& plan, std::uint16_t evidence, const DeferredDocument& document);

/// Every document that may come later and is meant, once, by the names that the plan gives it.
std::vector<DeferredDocument> settled_names(const Plan& plan, const std::vector<DeferredDocument>& documents);

/// The documents with the person in place of a role that means one in this plan.
std::vector<NamedDocument> with_people(const Plan& plan, std::vector<NamedDocument> documents,
                                       std::uint16_t newborn = FactRef::family);

/// What a department wants, each document with the person of whom alone it can be: the plan names one of this type for
/// nobody else. Refused (`holder-missing`) where it could be that of several people.
boost::system::result<std::vector<NamedDocument>, Refusal> with_owners(const Plan& plan,
                                                                       std::vector<NamedDocument> documents,
                                                                       std::uint16_t newborn);

/// The documents, each with the person of whom alone it is needed where none is named. Refused (`holder-missing`) where
/// several people need one of the type: by the plan, or because a department wants it.
boost::system::result<std::vector<NamedDocument>, Refusal> with_holders(const Case& state, const Plan& plan,
                                                                        std::vector<NamedDocument> documents);

}  // namespace birthcase::cases
