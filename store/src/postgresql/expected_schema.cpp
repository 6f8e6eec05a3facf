#include "postgresql/expected_schema.hpp"

namespace birthcase::store::postgresql {
namespace {

constexpr std::string_view lines[] = {
    "",
};

}  // namespace

std::span<const std::string_view> expected_schema() noexcept { return lines; }

}  // namespace birthcase::store::postgresql
