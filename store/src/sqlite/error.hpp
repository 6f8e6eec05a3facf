/// What SQLite says went wrong, as an `Error` with words for the programmer of a hospital.
#pragma once

#include <birthcase/result.hpp>

#include <string>
#include <string_view>

namespace birthcase::store::sqlite {

/// The error for one of SQLite's extended result codes. `said` is SQLite's own message, which names tables and columns
/// but never a value; `file` is what was opened. Where memory ran out: throws `std::bad_alloc`.
Error error_of(int code, std::string_view said, const std::string& file);

}  // namespace birthcase::store::sqlite
