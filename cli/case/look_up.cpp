// Asking organisations for what their data may have, and noting what comes of it.
#include <birthcase/plan_json.hpp>

#include "case/carry_out.hpp"
#include "case/look_up_text.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <utility>

namespace birthcase::cli::cases {
namespace {

struct LookUpsOptions : CaseOptions {};

struct AskOptions : CaseOptions {
  std::string look_up;
};

struct FoundOptions : CaseOptions {
  std::string target;  ///< the message, or the look-up
  std::string result = "seen";
  std::string at;
  std::string reference;
  std::vector<std::string> values;

  void add_found(CLI::App& command) {
    command.add_option("--at", at, "when the organisation looked (default: now)")->option_text("MOMENT");
    command.add_option("--reference", reference, "the organisation's number for its answer")->option_text("TEXT");
    command.add_option("--value", values, "what was found")->option_text("NAME=VALUE ...");
  }
};

struct FoundAnswerOptions : FoundOptions {};
struct SeenOptions : FoundOptions {};

/// A look-up as it is written: the share's id, and after `#` the newborn counted from 1.
struct Written {
  std::string id;
  std::uint16_t newborn = FactRef::family;
};

Result<Written> look_up_from(const std::string& written) {
  const auto mark = written.rfind('#');
  Written look_up{written.substr(0, mark)};
  if (mark == std::string::npos) return look_up;
  const auto newborn = newborn_from(std::string_view(written).substr(mark + 1));
  if (!newborn) return newborn.error();
  look_up.newborn = *newborn;
  return look_up;
}

LookUpState result_from(std::string_view word) noexcept {
  using enum LookUpState;
  for (const auto state : {found, not_found, not_available}) {
    if (to_string(state) == word) return state;
  }
  return seen;
}

Result<std::optional<DateTime>> moment_from(const std::string& written) {
  if (written.empty()) return std::optional<DateTime>();
  const auto moment = parse_date_time(written);
  if (!moment) return moment.error();
  return std::optional(*moment);
}

Status run(const LookUpsOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto state = session->desk().load(options.case_id);
  if (!state) return refuse(state.error());
  const Plan plan = birthcase::plan(*state, session->now().date());
  if (options.output.wanted()) {
    const auto whole = boost::json::parse(to_json(plan, options.language));
    options.output.write(boost::json::serialize(whole.as_object().at("look_ups")));
    return done;
  }
  write(look_ups_document(CaseView(*state, options.language), plan));
  return done;
}

Status run(const AskOptions& options) {
  const auto look_up = look_up_from(options.look_up);
  if (!look_up) return refuse(look_up.error());
  return carry_out(options, commands::AskLookUp{.look_up = look_up->id, .newborn = look_up->newborn});
}

Status run(FoundAnswerOptions options) {
  const auto colon = options.target.find(':');
  if (colon == std::string::npos) {
    complain("birthcase case look-up answer: MESSAGE is a query's id, CASE:LOOK-UP:NUMBER (see birthcase case show)");
    return wrong_input;
  }
  options.case_id = options.target.substr(0, colon);
  auto facts = facts_from(options.values);
  if (!facts) return refuse(facts.error());
  const auto at = moment_from(options.at);
  if (!at) return refuse(at.error());
  return carry_out(options, commands::AnswerLookUp{.message = options.target,
                                                   .result = result_from(options.result),
                                                   .at = *at,
                                                   .reference = options.reference,
                                                   .facts = std::move(*facts)});
}

Status run(const SeenOptions& options) {
  const auto look_up = look_up_from(options.target);
  if (!look_up) return refuse(look_up.error());
  auto facts = facts_from(options.values);
  if (!facts) return refuse(facts.error());
  const auto at = moment_from(options.at);
  if (!at) return refuse(at.error());
  return carry_out(options, commands::NoteLookUp{.look_up = look_up->id,
                                                 .newborn = look_up->newborn,
                                                 .result = result_from(options.result),
                                                 .at = *at,
                                                 .reference = options.reference,
                                                 .facts = std::move(*facts)});
}

Command add_look_up_list(CLI::App& look_ups) {
  auto options = std::make_shared<LookUpsOptions>();
  CLI::App& command = *look_ups.add_subcommand("list", "the look-ups of a case, and their results");
  options->add_for_reading(command);
  return {&command, [options] { return run(*options); }};
}

Command add_ask(CLI::App& look_ups) {
  auto options = std::make_shared<AskOptions>();
  CLI::App& command =
      *look_ups.add_subcommand("ask", "make the query of a look-up, or of every one that is open and can be asked");
  options->add_for_change(command);
  command.add_option("LOOK-UP", options->look_up, "as yiwu/hukou-shared, with #NEWBORN where each newborn has one");
  return {&command, [options] { return run(*options); }};
}

Command add_look_up_answer(CLI::App& look_ups) {
  auto options = std::make_shared<FoundAnswerOptions>();
  CLI::App& command = *look_ups.add_subcommand("answer", "note an organisation's answer to a query");
  command.add_option("MESSAGE", options->target, "the query's id, CASE:LOOK-UP:NUMBER")->required();
  command.add_option("RESULT", options->result, "found, not_found or not_available")
      ->check(CLI::IsMember({"found", "not_found", "not_available"}))
      ->required();
  options->add_to(command);
  options->add_moment(command);
  options->add_actor(command);
  options->add_profile(command);
  options->add_found(command);
  return {&command, [options] { return run(*options); }};
}

Command add_seen(CLI::App& look_ups) {
  auto options = std::make_shared<SeenOptions>();
  CLI::App& command = *look_ups.add_subcommand("seen", "note by hand what an operator saw or was told");
  options->add_for_change(command);
  command.add_option("LOOK-UP", options->target, "as yiwu/hukou-shared, with #NEWBORN where each newborn has one")
      ->required();
  command.add_option("--result", options->result, "seen (default), found, not_found or not_available")
      ->check(CLI::IsMember({"seen", "found", "not_found", "not_available"}));
  options->add_found(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace

Command add_look_up(CLI::App& cases) {
  CLI::App& look_ups = *cases.add_subcommand("look-up", "what organisations are asked for: list, ask, answer, seen");
  return one_of(look_ups,
                {add_look_up_list(look_ups), add_ask(look_ups), add_look_up_answer(look_ups), add_seen(look_ups)});
}

}  // namespace birthcase::cli::cases
