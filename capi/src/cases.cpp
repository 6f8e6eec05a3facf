#include "cases.hpp"

#include "json/document.hpp"

#include <string>

namespace birthcase::capi {

LastError refused(const Refusal& refusal, Language language) {
  LastError error;
  error.status = static_cast<birthcase_status>(refusal.kind);
  error.detail.kind = refusal.kind;
  error.detail.message = refusal.message.in(language);
  error.detail.path = refusal.path;
  if (refusal.code == to_string(refusal.kind)) return error;  // an input error, or one of the disk
  error.code = refusal.code;
  error.findings = refusal.findings;
  return error;
}

Command command_in(const birthcase_session& session, const char* command, std::int64_t length) {
  const TextIn text(session, {"command", command, length, case_limit, true});
  auto parsed = parse_command(text);
  if (parsed) return std::move(*parsed);
  if (parsed.error().line != 0) throw Failure(parsed.error());
  throw Failure(json::located(parsed.error(), text));
}

}  // namespace birthcase::capi
