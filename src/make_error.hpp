// An error in one expression.
#pragma once

#include <birthcase/result.hpp>

#include <string>
#include <utility>

namespace birthcase {

inline Error make_error(ErrorKind kind, std::string message, std::string path = {}) {
  return Error{.kind = kind, .message = std::move(message), .path = std::move(path)};
}

}  // namespace birthcase
