// What is added and corrected after acceptance, and commands in JSON.
#include <birthcase/case_json.hpp>

#include "case/carry_out.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"
#include "input.hpp"

#include <memory>
#include <utility>

namespace birthcase::cli::cases {
namespace {

struct SupplementOptions : CaseOptions {
  std::vector<std::string> facts;
  std::vector<std::string> documents;
  std::string as = "original";
  std::string step;
};

struct CorrectOptions : CaseOptions {
  std::vector<std::string> facts;
  std::vector<std::string> unknown;
  std::string reason;
  std::string document;
  std::string authority;
};

struct DeferOptions : CaseOptions {
  std::vector<std::string> deferred;
};

struct DoOptions : CaseOptions {
  std::string file;
  std::optional<std::uint64_t> expected;
};

Status run(const SupplementOptions& options) {
  auto facts = facts_from(options.facts);
  if (!facts) return refuse(facts.error());
  auto documents = documents_from(options.documents, handed_in_as(options.as));
  if (!documents) return refuse(documents.error());
  return carry_out(options, commands::Supplement{
                                .step = options.step, .facts = std::move(*facts), .evidence = std::move(*documents)});
}

Status run(const CorrectOptions& options) {
  auto facts = facts_from(options.facts);
  if (!facts) return refuse(facts.error());
  for (NamedFact& fact : unknown_facts(options.unknown)) facts->push_back(std::move(fact));
  return carry_out(options, commands::Correct{.facts = std::move(*facts),
                                              .reason = options.reason,
                                              .document = options.document,
                                              .authority = options.authority});
}

Status run(const DeferOptions& options) {
  auto deferred = deferrals_from(options.deferred);
  if (!deferred) return refuse(deferred.error());
  return carry_out(options, commands::Defer{std::move(*deferred)});
}

Status run(const DoOptions& options) {
  const auto text = read_text(options.file, max_application_bytes);
  if (!text) return refuse(text.error(), shown(options.file));
  const auto command = parse_command(*text);
  if (!command) return refuse(command.error(), shown(options.file));
  const bool opens = std::holds_alternative<commands::Open>(command->body);
  auto session = Session::open(options, opens ? Session::Access::makes : Session::Access::writes);
  if (!session) return refuse(session.error());
  if (opens) return open_case(*session, options, *command);
  return carry_out(*session, options, *command, options.expected);
}

}  // namespace

Command add_supplement(CLI::App& cases) {
  auto options = std::make_shared<SupplementOptions>();
  CLI::App& command = *cases.add_subcommand("supplement", "add what was missing: facts and documents");
  options->add_for_change(command);
  command.add_option("FACT", options->facts, "as father.phone=13800000002")->option_text("NAME=VALUE ...");
  command.add_option("--document", options->documents, "a document that was handed in")
      ->option_text("TYPE[/HOLDER][#NEWBORN] ...");
  command.add_option("--as", options->as, "how the documents are here (default: original)")
      ->check(CLI::IsMember({"original", "copy", "scan"}))
      ->option_text("original|copy|scan");
  command.add_option("--step", options->step, "the returned step that may go on now, even if it wanted more")
      ->option_text("STEP");
  return {&command, [options] { return run(*options); }};
}

Command add_correct(CLI::App& cases) {
  auto options = std::make_shared<CorrectOptions>();
  CLI::App& command = *cases.add_subcommand("correct", "correct what was wrong");
  options->add_for_change(command);
  command.add_option("FACT", options->facts, "as mother.phone=13800000003; =null where there is none")
      ->option_text("NAME=VALUE ...");
  command.add_option("--unknown", options->unknown, "a fact that is not known after all")->option_text("NAME ...");
  command.add_option("--reason", options->reason, "why, in words")->option_text("TEXT")->required();
  command.add_option("--document", options->document, "the type of document that proves it, as hukou-booklet")
      ->option_text("TYPE")
      ->required();
  command
      .add_option("--authority", options->authority, "the department that orders it, where it has issued on the fact")
      ->option_text("ID");
  return {&command, [options] { return run(*options); }};
}

Command add_defer(CLI::App& cases) {
  auto options = std::make_shared<DeferOptions>();
  CLI::App& command = *cases.add_subcommand("defer", "let documents come later that became necessary after acceptance");
  options->add_for_change(command);
  command
      .add_option("DOCUMENT", options->deferred,
                  "a document that is here as a scan, and until when the original may come")
      ->option_text("TYPE[/HOLDER][#NEWBORN]=DATE ...")
      ->required();
  return {&command, [options] { return run(*options); }};
}

Command add_do(CLI::App& cases) {
  auto options = std::make_shared<DoOptions>();
  CLI::App& command = *cases.add_subcommand("do", "carry out a command in JSON, which says who does it");
  options->add_case(command);
  command.add_option("FILE", options->file, "{\"do\": \"accept\", \"by\": \"window-1\"}; - is the standard input")
      ->required();
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  command.add_option("--expect", options->expected, "only if the case still has this version")->option_text("VERSION");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
