// From the first fact to acceptance.
#include "case/carry_out.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"
#include "input.hpp"

#include <memory>
#include <utility>

namespace birthcase::cli::cases {
namespace {

struct OpenOptions : CaseOptions {
  std::string file;
};

struct SetOptions : CaseOptions {
  std::vector<std::string> facts;
  std::vector<std::string> unknown;
};

struct HandInOptions : CaseOptions {
  std::vector<std::string> documents;
  std::string as = "original";
};

struct AcceptOptions : CaseOptions {
  std::vector<std::string> deferred;
};

Status run(const OpenOptions& options) {
  auto application = read_text(options.file, max_application_bytes);
  if (!application) return refuse(application.error(), shown(options.file));
  auto session = Session::open(options, Session::Access::makes);
  if (!session) return refuse(session.error());
  return open_case(*session, options, {options.by, commands::Open{std::move(*application)}});
}

Status run(const SetOptions& options) {
  auto facts = facts_from(options.facts);
  if (!facts) return refuse(facts.error());
  for (NamedFact& fact : unknown_facts(options.unknown)) facts->push_back(std::move(fact));
  return carry_out(options, commands::SetFacts{std::move(*facts)});
}

Status run(const HandInOptions& options) {
  auto documents = documents_from(options.documents, handed_in_as(options.as));
  if (!documents) return refuse(documents.error());
  return carry_out(options, commands::HandIn{std::move(*documents)});
}

Status run(const AcceptOptions& options) {
  auto deferred = deferrals_from(options.deferred);
  if (!deferred) return refuse(deferred.error());
  return carry_out(options, commands::Accept{std::move(*deferred)});
}

}  // namespace

Command add_open(CLI::App& cases) {
  auto options = std::make_shared<OpenOptions>();
  CLI::App& command = *cases.add_subcommand("open", "begin a draft with what is known");
  options->add_case(command);
  command.add_option("FILE", options->file, "an application in JSON, or {}; - is the standard input")->required();
  options->add_to(command);
  options->add_moment(command);
  options->add_actor(command);
  command
      .add_option("--profile", options->profile,
                  "a built-in profile or a profile's file (default: the one that the application names)")
      ->option_text("ID|FILE");
  options->data.add_to(command);
  return {&command, [options] { return run(*options); }};
}

Command add_set(CLI::App& cases) {
  auto options = std::make_shared<SetOptions>();
  CLI::App& command = *cases.add_subcommand("set", "put or take back facts of a draft");
  options->add_for_change(command);
  command.add_option("FACT", options->facts, "as newborns[0].weight_g=3250; =null where there is none")
      ->option_text("NAME=VALUE ...");
  command.add_option("--unknown", options->unknown, "a fact that is not known any more")->option_text("NAME ...");
  return {&command, [options] { return run(*options); }};
}

Command add_hand_in(CLI::App& cases) {
  auto options = std::make_shared<HandInOptions>();
  CLI::App& command = *cases.add_subcommand("hand-in", "note documents that were handed in");
  options->add_for_change(command);
  command
      .add_option("DOCUMENT", options->documents,
                  "as id-card/mother or birth-certificate#2: newborns are counted from 1")
      ->option_text("TYPE[/HOLDER][#NEWBORN] ...")
      ->required();
  command.add_option("--as", options->as, "how they are here (default: original)")
      ->check(CLI::IsMember({"original", "copy", "scan"}))
      ->option_text("original|copy|scan");
  return {&command, [options] { return run(*options); }};
}

Command add_accept(CLI::App& cases) {
  auto options = std::make_shared<AcceptOptions>();
  CLI::App& command = *cases.add_subcommand("accept", "take the case in");
  options->add_for_change(command);
  command
      .add_option("--defer", options->deferred,
                  "a document that is here as a scan, and until when the original may come")
      ->option_text("TYPE[/HOLDER][#NEWBORN]=DATE ...");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
