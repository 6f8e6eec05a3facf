#include "case/carry_out.hpp"

#include <birthcase/store_json.hpp>

#include "case/outcome_text.hpp"
#include "case/wording.hpp"

#include <utility>

namespace birthcase::cli::cases {
namespace {

// A refusal is an answer; what is wrong with the command as a text, or with the file, is not.
Status tell(const Refusal& refusal, const CaseOptions& options) {
  const bool answer = refusal.kind == ErrorKind::refused || refusal.kind == ErrorKind::conflict;
  if (!answer) {
    return refuse(refusal.to_error(),
                  refusal.kind == ErrorKind::storage ? options.store : id_as_typed(options.case_id, "CASE"));
  }
  if (options.output.wanted()) {
    options.output.write(to_json(refusal, options.language));
  } else {
    write(refusal_document(refusal, options.language));
  }
  return answer_is_no;
}

Status status_of(const store::Outcome& outcome) {
  return outcome.erasure == store::Erasure::unfinished ? left_over : done;
}

Status tell(Session& session, const CaseOptions& options, const store::Executed& executed) {
  if (!executed) return tell(executed.error(), options);
  if (options.output.wanted()) {
    options.output.write(store::to_json(*executed, options.language));
    return status_of(*executed);
  }
  if (const auto state = session.desk().load(options.case_id)) {
    write(outcome_document(CaseView(*state, options.language), *executed));
  } else if (executed->erasure) {
    write(erasure_document(*executed, options.language));  // of a case that could not be read
  } else {
    return refuse(state.error());
  }
  return status_of(*executed);
}

}  // namespace

Status carry_out(const CaseOptions& options, CommandBody body) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  return carry_out(*session, options, birthcase::Command{options.by, std::move(body)});
}

Status carry_out(Session& session, const CaseOptions& options, const birthcase::Command& command,
                 std::optional<std::uint64_t> expected_version) {
  return session.end(
      tell(session, options, session.desk().execute(options.case_id, command, session.now(), expected_version)));
}

Status open_case(Session& session, const CaseOptions& options, const birthcase::Command& command) {
  const auto profile = session.profile_of(std::get<commands::Open>(command.body).application);
  if (!profile) return refuse(profile.error(), id_as_typed(options.case_id, "CASE"));
  return session.end(tell(session, options, session.desk().open(options.case_id, *profile, command, session.now())));
}

}  // namespace birthcase::cli::cases
