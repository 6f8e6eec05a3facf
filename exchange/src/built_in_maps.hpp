// The files of maps/. Made by the build.
#pragma once

#include <span>
#include <string_view>

namespace birthcase::exchange {

struct BuiltInMap {
  std::string_view name;
  std::string_view text;

  std::string_view id() const noexcept { return name.substr(0, name.rfind('.')); }
};

std::span<const BuiltInMap> built_in_maps() noexcept;

}  // namespace birthcase::exchange
