#include "postgresql/location.hpp"

#include <libpq-fe.h>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

namespace birthcase::store::postgresql {
namespace {

struct FreeOptions {
  void operator()(PQconninfoOption* options) const noexcept { PQconninfoFree(options); }
};

std::string option(const PQconninfoOption* options, std::string_view keyword) {
  for (; options->keyword != nullptr; ++options) {
    if (options->keyword == keyword && options->val != nullptr) return options->val;
  }
  return {};
}

Error no_location(std::string message) {
  return {.kind = ErrorKind::syntax, .message = std::move(message), .document = "postgresql://"};
}

}  // namespace

Result<Location> location_from(const std::string& uri) {
  char* said = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(uri.c_str(), &said));
  if (said != nullptr) PQfreemem(said);  // quotes what was given
  if (!options) {
    return no_location(
        "this is not a connection string: write postgresql://user@host:port/database, with `%40` for an `@` in a "
        "password and "
        "other characters likewise");
  }
  std::string host = option(options.get(), "host");
  if (host.empty()) host = option(options.get(), "hostaddr");
  if (host.find('@') != std::string::npos) {
    return no_location("the host has an `@` in it: write `%40` for one in a password");
  }
  const std::string port = option(options.get(), "port");
  return Location{uri,
                  "postgresql://" + host + (port.empty() ? "" : ":" + port) + "/" + option(options.get(), "dbname"),
                  option(options.get(), "password")};
}

std::string without_password(std::string text, const Location& location) {
  if (location.password.empty()) return text;
  for (auto at = text.find(location.password); at != std::string::npos; at = text.find(location.password, at + 1)) {
    text.replace(at, location.password.size(), "*");
  }
  return text;
}

}  // namespace birthcase::store::postgresql
