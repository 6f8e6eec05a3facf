#include "json_error.hpp"

namespace birthcase::cli {

boost::json::object error_json(const Error& error) {
  boost::json::object json{{"kind", to_string(error.kind)}, {"message", error.message}};
  if (!error.path.empty()) json["path"] = error.path;
  if (error.column != 0) json["column"] = error.column;
  return json;
}

}  // namespace birthcase::cli
