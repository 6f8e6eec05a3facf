/// A store in a file.
#pragma once

#include <birthcase/encryption.hpp>
#include <birthcase/store.hpp>

#include <memory>
#include <string>

namespace birthcase::store::sqlite {

/// As `birthcase::store::open_encrypted` for a file; without a key as `open_sqlite`.
Result<std::unique_ptr<Store>> open(const std::string& file, Mode mode, const Key* key);

}  // namespace birthcase::store::sqlite
