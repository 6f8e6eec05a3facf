// One case: where it stands, and what has happened to it.
#include <birthcase/case_json.hpp>

#include "case/session.hpp"
#include "case/show_text.hpp"
#include "case/subcommands.hpp"

#include <memory>

namespace birthcase::cli::cases {
namespace {

struct ShowOptions : CaseOptions {};
struct EventsOptions : CaseOptions {};

// A case with its events, all of one reading.
struct Read {
  Case state;
  std::vector<Event> events;
};

Result<Read> read_case(Session& session, const std::string& case_id) {
  for (;;) {  // until nobody wrote in between
    auto state = session.desk().load(case_id);
    if (!state) return state.error();
    auto stored = session.store().load(case_id);
    if (!stored) return stored.error();
    if (stored->events.size() == state->version) return Read{std::move(*state), std::move(stored->events)};
  }
}

Status run(const ShowOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto read = read_case(*session, options.case_id);
  if (!read) return refuse(read.error());
  if (options.output.wanted()) {
    options.output.write(to_json(read->state, session->now(), options.language));
    return done;
  }
  const CaseView view(read->state, options.language);
  write(case_document(view, read->events, session->now(), page_of_output().width));
  return done;
}

Status run(const EventsOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto read = read_case(*session, options.case_id);
  if (!read) return refuse(read.error());
  if (options.output.wanted()) {
    options.output.write(to_json(read->events));
    return done;
  }
  write(events_document(CaseView(read->state, options.language), read->events));
  return done;
}

}  // namespace

Command add_show(CLI::App& cases) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App& command =
      *cases.add_subcommand("show", "where a case stands, how it came there, and what is next; --json has all facts");
  options->add_for_reading(command);
  return {&command, [options] { return run(*options); }};
}

Command add_events(CLI::App& cases) {
  auto options = std::make_shared<EventsOptions>();
  CLI::App& command = *cases.add_subcommand("events", "everything that happened to a case, with the facts of people");
  options->add_for_reading(command);
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
