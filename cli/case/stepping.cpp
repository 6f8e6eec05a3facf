// What the window and the departments do with steps.
#include "case/carry_out.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace birthcase::cli::cases {
namespace {

struct StepOptions : CaseOptions {
  std::string step;
};

struct RetryOptions : StepOptions {};

struct DeliverOptions : StepOptions {
  std::string reference;
};

struct AnswerOptions : CaseOptions {
  std::string message;
  std::string result;
  std::vector<std::string> outputs;
  std::vector<std::string> wanted;
  std::string reason;
};

commands::AnswerKind answer_kind(std::string_view word) noexcept {
  using enum commands::AnswerKind;
  for (const auto kind : {completed, returned, failed}) {
    if (to_string(kind) == word) return kind;
  }
  return acknowledged;
}

// A fact if the case's profile has one of this name, else a document.
Result<void> want(const Profile& profile, const std::string& written, commands::Answer& answer) {
  const auto fact = fact_named(profile, written);
  if (fact) {
    answer.wanted_facts.push_back(written);
    return {};
  }
  auto document = document_from(written);
  if (!document) return document.error();
  const auto& types = profile.rules().evidence;
  const bool is_document =
      std::any_of(types.begin(), types.end(), [&](const EvidenceType& type) { return type.id == document->type; });
  if (!is_document && written.find('/') == std::string::npos) {
    Error error = fact.error();
    error.message = "neither a fact nor a document: " + error.message;
    return error;
  }
  answer.wanted_evidence.push_back(std::move(*document));
  return {};
}

Result<void> want_all(Session& session, const AnswerOptions& options, commands::Answer& answer) {
  if (options.wanted.empty()) return {};
  const auto state = session.desk().load(options.case_id);
  if (!state) return state.error();
  for (const std::string& written : options.wanted) {
    auto done = want(state->profile, written, answer);
    if (done) continue;
    Error error = done.error();
    error.document = "--want";
    return error;
  }
  return {};
}

Status run(const StepOptions& options) { return carry_out(options, commands::Dispatch{options.step}); }

Status run(const RetryOptions& options) { return carry_out(options, commands::Retry{options.step}); }

Status run(const DeliverOptions& options) {
  return carry_out(options, commands::Deliver{.step = options.step, .reference = options.reference});
}

Status run(AnswerOptions options) {
  const auto colon = options.message.find(':');
  if (colon == std::string::npos) {
    complain("birthcase case answer: MESSAGE is a message's id, CASE:STEP:NUMBER (see birthcase case show)");
    return wrong_input;
  }
  options.case_id = options.message.substr(0, colon);
  auto outputs = facts_from(options.outputs);
  if (!outputs) return refuse(outputs.error());
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  commands::Answer answer{.message = options.message,
                          .result = answer_kind(options.result),
                          .outputs = std::move(*outputs),
                          .reason = options.reason};
  if (auto done = want_all(*session, options, answer); !done) return refuse(done.error());
  return carry_out(*session, options, {options.by, std::move(answer)});
}

}  // namespace

Command add_dispatch(CLI::App& cases) {
  auto options = std::make_shared<StepOptions>();
  CLI::App& command = *cases.add_subcommand("dispatch", "make the messages of a step, or of every step that is ready");
  options->add_for_change(command);
  command.add_option("STEP", options->step, "as birth-certificate#1");
  return {&command, [options] { return run(*options); }};
}

Command add_answer(CLI::App& cases) {
  auto options = std::make_shared<AnswerOptions>();
  CLI::App& command = *cases.add_subcommand("answer", "note a department's answer to a message");
  command.add_option("MESSAGE", options->message, "the message's id, CASE:STEP:NUMBER")->required();
  command.add_option("ANSWER", options->result, "acknowledged, completed, returned or failed")
      ->check(CLI::IsMember({"acknowledged", "completed", "returned", "failed"}))
      ->required();
  options->add_to(command);
  options->add_moment(command);
  options->add_actor(command);
  options->data.add_to(command);
  command.add_option("--output", options->outputs, "completed: what the service yields")->option_text("NAME=VALUE ...");
  command.add_option("--want", options->wanted, "returned: what the family must add")
      ->option_text("NAME|TYPE[/HOLDER][#NEWBORN] ...");
  command.add_option("--reason", options->reason, "returned, failed: in words")->option_text("TEXT");
  return {&command, [options] { return run(*options); }};
}

Command add_retry(CLI::App& cases) {
  auto options = std::make_shared<RetryOptions>();
  CLI::App& command = *cases.add_subcommand("retry", "make a failed step ready again");
  options->add_for_change(command);
  command.add_option("STEP", options->step, "as social-security-card#1")->required();
  return {&command, [options] { return run(*options); }};
}

Command add_deliver(CLI::App& cases) {
  auto options = std::make_shared<DeliverOptions>();
  CLI::App& command = *cases.add_subcommand("deliver", "note that results reached the family, all of them or a step's");
  options->add_for_change(command);
  command.add_option("STEP", options->step, "as birth-certificate#1");
  command.add_option("--reference", options->reference, "a tracking number, or who collected")->option_text("TEXT");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
