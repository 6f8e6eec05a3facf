// Invented births and records for the tests of the exchange.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/exchange/import.hpp>
#include <birthcase/exchange/map.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

/// A built-in map for the fields of a built-in profile.
exchange::Map map_named(std::string_view id, std::string_view profile = "base");

/// So many births, all different: one, two or three newborns, with and without a father, names with rare characters,
/// numbers at the edges. The same number gives the same births.
std::vector<Application> invented_births(std::size_t count);

/// The birth with the mode that a map is about, if it is about one: a document of a vaginal birth writes no other.
Application suited(std::string_view map, Application birth);

/// The rows of `hospital-view` for so many births, as UTF-8; every seventh row is broken in one of five ways.
std::string view_of_births(std::size_t rows);

/// How many rows of `view_of_births` are broken so that they must be refused.
std::size_t refused_rows(std::size_t rows);

/// `code source` of every finding, sorted: `source-code-unknown 婴儿性别, …`; `none`.
std::string findings_of(const exchange::ImportedBirth& birth);

/// The text of a fact; `unknown`, `null`.
std::string fact(const exchange::ImportedBirth& birth, std::string_view name, std::uint16_t newborn = FactRef::family);

}  // namespace birthcase::tests
