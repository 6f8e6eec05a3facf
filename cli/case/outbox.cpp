// The messages that wait to be carried: for connectors that are scripts.
#include <birthcase/store_json.hpp>

#include "case/session.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "terminal.hpp"

#include <boost/json/serialize.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

struct FailedOptions : RenewOptions {
  std::string reason;
  store::Patience patience;
};

struct CarryAnewOptions : CaseOptions {
  std::vector<std::string> messages;
  std::string organisation;
};

struct WaitingOptions : CaseOptions {
  std::string organisation;
  bool dead_only = false;
};

Document lease_document(const std::vector<store::Leased>& leased, const LeaseOptions& options) {
  const Words words(options.language);
  Document document{.language = options.language};
  if (leased.empty()) {
    document.lead.push_back({std::string(words(case_commands::nothing_waits))});
    return document;
  }
  Table table({{std::string(words(case_commands::id)), Align::left, false},
               {std::string(words(case_commands::department)), Align::left, true},
               {std::string(words(case_commands::attempt)), Align::right, false}});
  for (const store::Leased& each : leased) {
    table.add({each.message_id, each.organisation, std::to_string(each.attempt)});
  }
  document.lead.push_back({words(case_commands::leased, leased.size(), options.connector, options.seconds)});
  document.blocks.emplace_back(std::move(table));
  return document;
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
    write(lease_document(*leased, options));
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
    if (!options.output.wanted()) write(Words(options.language)(case_commands::acknowledged, message) + '\n');
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
  const Words words(options.language);
  write((options.seconds == 0 ? words(case_commands::given_back, options.message)
                              : words(case_commands::renewed, options.message, options.seconds)) +
        '\n');
  return done;
}

std::string failure_text(const store::Waiting& message, const Words& words) {
  if (message.dead) return words(case_commands::died, message.message_id, message.failures);
  return words(case_commands::failed, message.message_id, message.failures, message.until);
}

Status run(const FailedOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  const auto failed = session->store().failed({.message_id = options.message,
                                               .connector = options.connector,
                                               .now = session->now(),
                                               .reason = options.reason,
                                               .patience = options.patience});
  if (!failed) return told(failed.error(), options.message);
  if (options.output.wanted()) {
    options.output.write(store::to_json(*failed));
  } else {
    write(failure_text(*failed, Words(options.language)) + '\n');
  }
  return done;
}

// Those that wait for an organisation, or for any where it is empty.
Result<std::vector<store::Waiting>> all_waiting(store::Store& store, std::string_view organisation, bool dead_only) {
  constexpr int page = 512;
  std::vector<store::Waiting> all;
  for (std::string after;;) {
    auto some = store.waiting(after, page, dead_only);
    if (!some) return some.error();
    if (some->empty()) return all;
    after = some->back().message_id;
    for (store::Waiting& each : *some) {
      if (organisation.empty() || each.organisation == organisation) all.push_back(std::move(each));
    }
  }
}

// The messages that were named, or those to an organisation that have failed.
Result<std::vector<std::string>> to_carry_anew(store::Store& store, const CarryAnewOptions& options) {
  if (options.messages.empty() && options.organisation.empty()) {
    return Error{.kind = ErrorKind::missing, .message = "name messages, or an organisation with --organisation"};
  }
  if (options.organisation.empty()) return options.messages;
  const auto waiting = all_waiting(store, options.organisation, false);
  if (!waiting) return waiting.error();
  std::vector<std::string> failed;
  for (const store::Waiting& each : *waiting) {
    if (each.failures > 0) failed.push_back(each.message_id);
  }
  return failed;
}

Status run(const CarryAnewOptions& options) {
  auto session = Session::open(options, Session::Access::writes);
  if (!session) return refuse(session.error());
  const auto messages = to_carry_anew(session->store(), options);
  if (!messages) return refuse(messages.error());
  const Words words(options.language);
  Status status = done;
  boost::json::array retried;
  for (const std::string& message : *messages) {
    if (auto did = session->store().retry(message); !did) {
      const bool arrived_meanwhile = !options.organisation.empty() && did.error().kind == ErrorKind::conflict;
      if (!arrived_meanwhile) status = graver(status, told(did.error(), message));
      continue;
    }
    retried.push_back(boost::json::object{{"message", message}});
    if (!options.output.wanted()) write(words(case_commands::carried_anew, message) + '\n');
  }
  if (options.output.wanted()) {
    options.output.write(boost::json::serialize(retried));
  } else if (messages->empty()) {
    write(std::string(words(case_commands::nothing_waits)) + '\n');
  }
  return session->end(status);
}

Document waiting_document(const std::vector<store::Waiting>& all, const Words& words) {
  Document document{.language = words.language()};
  if (all.empty()) {
    document.lead.push_back({std::string(words(case_commands::nothing_waits))});
    return document;
  }
  Table table({{std::string(words(case_commands::id)), Align::left, false},
               {std::string(words(case_commands::department)), Align::left, true},
               {std::string(words(case_commands::attempt)), Align::right, false},
               {std::string(words(case_commands::failures)), Align::right, false},
               {std::string(words(case_commands::failure)), Align::left, false},
               {std::string(words(case_commands::state)), Align::left, false},
               {std::string(words(case_commands::not_before)), Align::left, false}});
  for (const store::Waiting& each : all) {
    table.add({each.message_id, each.organisation, std::to_string(each.attempts), std::to_string(each.failures),
               each.reason,
               std::string(each.dead          ? words(case_commands::dead)
                           : each.behind_dead ? words(case_commands::behind_dead)
                                              : words(case_commands::waits)),
               each.until});
  }
  document.blocks.emplace_back(std::move(table));
  return document;
}

Status run(const WaitingOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto all = all_waiting(session->store(), options.organisation, options.dead_only);
  if (!all) return refuse(all.error());
  if (options.output.wanted()) {
    options.output.write(store::to_json(*all));
  } else {
    write(waiting_document(*all, Words(options.language)));
  }
  return session->end(done);
}

Command add_failed(CLI::App& outbox) {
  auto options = std::make_shared<FailedOptions>();
  CLI::App& command = *outbox.add_subcommand(
      "failed", "note that a message could not be carried: it waits, and after too many failures it is dead");
  command.add_option("MESSAGE", options->message, "the message's id")->required();
  options->add_connector(command);
  options->add_moment(command);
  command.add_option("--reason", options->reason, "a code: lower-case letters, digits and -")
      ->option_text("CODE")
      ->required();
  command
      .add_option("--pause", options->patience.first_pause,
                  "seconds after the first failure, doubled with each (default: 60)")
      ->check(CLI::Range(1, 86'400));
  command.add_option("--longest-pause", options->patience.longest_pause, "at most this many seconds (default: 3600)")
      ->check(CLI::Range(1, 86'400));
  command.add_option("--most", options->patience.most_failures, "after this many failures it is dead (default: 10)")
      ->check(CLI::Range(1, 1000));
  return {&command, [options] { return run(*options); }};
}

Command add_outbox_retry(CLI::App& outbox) {
  auto options = std::make_shared<CarryAnewOptions>();
  CLI::App& command = *outbox.add_subcommand("retry", "hand out messages again that have failed or are dead");
  command.add_option("MESSAGE", options->messages, "the messages' ids");
  command.add_option("--organisation", options->organisation, "all messages to this one that have failed")
      ->option_text("ID")
      ->excludes("MESSAGE");
  options->add_to(command);
  return {&command, [options] { return run(*options); }};
}

Command add_outbox_list(CLI::App& outbox) {
  auto options = std::make_shared<WaitingOptions>();
  CLI::App& command = *outbox.add_subcommand("list", "the messages that wait, the oldest first");
  options->add_to(command);
  command.add_option("--organisation", options->organisation, "messages to this one only")->option_text("ID");
  command.add_flag("--dead", options->dead_only, "dead letters alone");
  return {&command, [options] { return run(*options); }};
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
  command.add_option("--limit", options->limit, "take at most this many (default: 16)")->check(CLI::Range(1, 1000));
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
  CLI::App& outbox = *cases.add_subcommand("outbox", "the messages that wait to be carried");
  return one_of(outbox, {add_lease(outbox), add_renew(outbox), add_ack(outbox), add_failed(outbox),
                         add_outbox_list(outbox), add_outbox_retry(outbox)});
}

}  // namespace birthcase::cli::cases
