/// What PostgreSQL says went wrong, as an `Error` with words for the programmer of a hospital.
#pragma once

#include <birthcase/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::store::postgresql {

/// What a failure means for trying again.
enum class Failure : std::uint8_t {
  none,
  lasting,    ///< the same again would fail again
  clash,      ///< two transactions stood in each other's way, and this one was taken back
  duplicate,  ///< somebody else was faster in adding a row: who looks again finds it
  lost,       ///< the connection ended
};

Failure failure_of(std::string_view sqlstate) noexcept;

/// The error for one of PostgreSQL's SQLSTATEs; `name` is what was opened. The server's own message is left out: it may
/// quote values. Where the server's memory ran out it says so; where ours did: throws `std::bad_alloc`.
Error error_of(std::string_view sqlstate, const std::string& name);

/// The error for a connection that ended; `committing` where nobody knows whether the transaction was kept.
Error lost(bool committing, const std::string& name);

}  // namespace birthcase::store::postgresql
