/// Applications become records of a department's format.
#pragma once

#include <birthcase/exchange/import.hpp>
#include <birthcase/exchange/map.hpp>
#include <birthcase/plan.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

struct Exported {
  std::string text;
  std::vector<SourceFinding> findings;  ///< what could not be written, and why
};

struct ExportOptions {
  std::string service{};  ///< only what the form of this service asks; empty: everything that the map carries
};

/// Writes the births that these plans are about, which must be made under the profile of the map. What follows from
/// other facts is written too. Errors: `unknown_name` for a service; `wrong_type` for a map that has no row to write;
/// those of `write_source`.
Result<Exported> export_records(const Map& map, std::span<const Plan> plans, const ExportOptions& options = {});

/// What becomes of the facts that were told when they are written by a map and read back.
struct RoundTrip {
  std::vector<FactRef> same;
  std::vector<FactRef> lost;     ///< the map does not carry them, or the format cannot hold them
  std::vector<FactRef> changed;  ///< another value comes back
  Exported exported;
};

/// Writes a birth and reads it back. Errors: those of `export_records` and `import_records`.
Result<RoundTrip> round_trip(const Map& map, const Plan& plan);

}  // namespace birthcase::exchange
