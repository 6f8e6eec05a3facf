// The messages that wait to be carried: for connectors that are scripts.
#include <birthcase/store_json.hpp>

#include "case/session.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "table.hpp"

#include <boost/json/serialize.hpp>

#include <memory>
#include <string>
#include <vector>

namespace birthcase::cli::cases {
namespace {

struct OutboxOptions : CaseOptions {
  std::string connector;
  int seconds = 60;

  void add_connector(CLI::App& command) {
    add_to(command);
    command.add_option("--connector", connector, "who carries")->option_text("NAME")->required();
  }
};

struct LeaseOptions : OutboxOptions {
  std::string organisation;
  int limit = 16;
};

struct AckOptions : OutboxOptions {
  std::vector<std::string> messages;
};

struct RenewOptions : OutboxOptions {
  std::string message;
};

std::string lease_text(const std::vector<store::Leased>& leased, const LeaseOptions& options, const Page& page) {
  const CaseWords& said = case_words_of(options.language);
  if (leased.empty()) return std::string(said.nothing_waits) + '\n';
  Table table({{std::string(said.id), Align::left, false},
               {std::string(said.department), Align::left, true},
               {std::string(said.attempt), Align::right, false}});
  for (const store::Leased& each : leased) {
    table.add({each.message_id, each.organisation, std::to_string(each.attempt)});
  }
  return filled(said.leased, leased.size(), options.connector, options.seconds) + '\n' + table.text(page);
}

Status run(const LeaseOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  const auto leased = session->store().lease({.connector = options.connector,
                                              .organisation = options.organisation,
                                              .now = session->now(),
                                              .seconds = options.seconds,
                                              .limit = options.limit});
  if (!leased) return refuse(leased.error());
  if (options.output.wanted()) {
    options.output.write(store::to_json(*leased));
  } else {
    write_painted(lease_text(*leased, options, page_of_output()));
  }
  return session->end(done);
}

// That another connector has the message by now is an answer: this one has come too late.
Status told(const Error& error, const std::string& message) {
  const Status status = refuse(error, id_as_typed(message, "MESSAGE"));
  return error.kind == ErrorKind::conflict ? answer_is_no : status;
}

Status run(const AckOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  Status status = done;
  boost::json::array acknowledged;
  for (const std::string& message : options.messages) {
    if (auto did = session->store().ack(message, options.connector); !did) {
      status = graver(status, told(did.error(), message));
      continue;
    }
    acknowledged.push_back(boost::json::object{{"message", message}});
    if (!options.output.wanted()) write(filled(case_words_of(options.language).acknowledged, message) + '\n');
  }
  if (options.output.wanted()) options.output.write(boost::json::serialize(acknowledged));
  return status;
}

Status run(const RenewOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  const auto did = session->store().renew(options.message, options.connector, session->now(), options.seconds);
  if (!did) return told(did.error(), options.message);
  if (options.output.wanted()) {
    options.output.write(boost::json::serialize(boost::json::object{{"message", options.message}}));
    return done;
  }
  const CaseWords& said = case_words_of(options.language);
  write((options.seconds == 0 ? filled(said.given_back, options.message)
                              : filled(said.renewed, options.message, options.seconds)) +
        '\n');
  return done;
}

Command add_lease(CLI::App& outbox) {
  auto options = std::make_shared<LeaseOptions>();
  CLI::App& command =
      *outbox.add_subcommand("lease", "take messages to carry, the oldest first; --json has what they say");
  options->add_connector(command);
  options->add_moment(command);
  command.add_option("--organisation", options->organisation, "messages to this one only")->option_text("ID");
  command.add_option("--seconds", options->seconds, "how long the connector has (default: 60)")
      ->check(CLI::Range(1, 86'400));
  command.add_option("--limit", options->limit, "at most so many (default: 16)")->check(CLI::Range(1, 1000));
  return {&command, [options] { return run(*options); }};
}

Command add_ack(CLI::App& outbox) {
  auto options = std::make_shared<AckOptions>();
  CLI::App& command = *outbox.add_subcommand("ack", "messages have arrived");
  command.add_option("MESSAGE", options->messages, "the messages' ids")->required();
  options->add_connector(command);
  return {&command, [options] { return run(*options); }};
}

Command add_renew(CLI::App& outbox) {
  auto options = std::make_shared<RenewOptions>();
  CLI::App& command = *outbox.add_subcommand("renew", "carry a message for longer, or give it back with --seconds 0");
  command.add_option("MESSAGE", options->message, "the message's id")->required();
  options->add_connector(command);
  options->add_moment(command);
  command.add_option("--seconds", options->seconds, "how long from now (default: 60)")->check(CLI::Range(0, 86'400));
  return {&command, [options] { return run(*options); }};
}

}  // namespace

Command add_outbox(CLI::App& cases) {
  CLI::App& outbox = *cases.add_subcommand("outbox", "the messages that wait to be carried: lease, renew, ack");
  return one_of(outbox, {add_lease(outbox), add_renew(outbox), add_ack(outbox)});
}

}  // namespace birthcase::cli::cases
