/// The time zones of the IANA database, as ICU carries it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::feel {

/// Whether this is the id of a zone, such as `Asia/Shanghai`.
bool is_zone(std::string_view name);

/// Seconds east of UTC in that zone when its clocks show `local_seconds` since 1970-01-01T00:00:00.
std::int32_t zone_offset(const std::string& name, std::int64_t local_seconds);

}  // namespace birthcase::feel
