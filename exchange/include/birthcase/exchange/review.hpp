/// What is odd about a map that loads.
#pragma once

#include <birthcase/exchange/map.hpp>
#include <birthcase/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

/// A remark about a map as it is written.
struct MapRemark {
  Severity severity = Severity::warning;
  std::string code{};      ///< kebab-case and stable
  std::string path{};      ///< JSON pointer into the map
  std::size_t line = 0;    ///< 1-based; 0 where there is none
  std::size_t column = 0;  ///< 1-based, in characters
  Label message{};         ///< what is odd, and what to do about it
};

/// Looks through a map: two rows for one fact or one place, codes that do not come back, limits that the field does not
/// have, lists that nobody uses, and facts of the attendant that a service requires and the map does not read.
/// Remarks come in the order of the text, those about the whole map first. Errors: those of `Map::parse`.
Result<std::vector<MapRemark>> review(const Profile& profile, std::string_view json);

}  // namespace birthcase::exchange
