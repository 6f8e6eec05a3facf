/// Where a store on a server is: `postgresql://…`.
#pragma once

#include <birthcase/result.hpp>

#include <string>

namespace birthcase::store::postgresql {

struct Location {
  std::string uri;       ///< as it was given: may hold a password, and is shown to nobody
  std::string name;      ///< as errors name it: host, port and database alone
  std::string password;  ///< never shown
};

/// Errors: `syntax`, which never quotes what was given.
Result<Location> location_from(const std::string& uri);

/// A text without the password in it.
std::string without_password(std::string text, const Location& location);

}  // namespace birthcase::store::postgresql
