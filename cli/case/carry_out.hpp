/// Carrying a command out at the desk, and telling what it came to.
#pragma once

#include <birthcase/command.hpp>

#include "case/session.hpp"

#include <optional>
#include <string>

namespace birthcase::cli::cases {

/// Opens the store, carries the command out on the case of the options, and says what came of it.
Status carry_out(const CaseOptions& options, CommandBody body);

/// As above, where the store is open already.
Status carry_out(Session& session, const CaseOptions& options, const birthcase::Command& command,
                 std::optional<std::uint64_t> expected_version = std::nullopt);

/// Opens a case; the command must be `commands::Open`.
Status open_case(Session& session, const CaseOptions& options, const birthcase::Command& command);

}  // namespace birthcase::cli::cases
