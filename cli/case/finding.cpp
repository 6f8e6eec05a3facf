// Cases, and what is due in them.
#include <birthcase/case_json.hpp>
#include <birthcase/store_json.hpp>

#include "case/session.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "table.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace birthcase::cli::cases {
namespace {

constexpr int page_of_cases = 512;

struct ListOptions : CaseOptions {};

struct DueOptions : CaseOptions {
  int within = 0;
  int limit = 1000;
  bool check = false;
};

Result<std::vector<store::Summary>> all_cases(store::Store& store) {
  std::vector<store::Summary> all;
  for (;;) {
    auto some = store.cases(all.empty() ? std::string_view() : std::string_view(all.back().case_id), page_of_cases);
    if (!some) return some.error();
    if (some->empty()) return all;
    all.insert(all.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
  }
}

std::string list_text(const std::vector<store::Summary>& all, const CaseWords& said, const Words& words,
                      const Page& page) {
  if (all.empty()) return std::string(said.no_cases) + '\n';
  Table table({{std::string(said.id), Align::left, false},
               {std::string(said.status), Align::left, false},
               {std::string(words.profile), Align::left, false},
               {std::string(said.version), Align::right, false},
               {std::string(said.changed_at), Align::left, false}});
  for (const store::Summary& each : all) {
    table.add({each.case_id, std::string(said.of(each.status)), each.profile, std::to_string(each.version),
               for_eyes(each.changed_at)});
  }
  return table.text(page, 0) + filled(said.cases_listed, all.size()) + '\n';
}

Status run(const ListOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const auto all = all_cases(session->store());
  if (!all) return refuse(all.error());
  if (options.output.wanted()) {
    options.output.write(store::to_json(*all));
  } else {
    write_painted(list_text(*all, case_words_of(options.language), words_of(options.language), page_of_output()));
  }
  return session->end(done);
}

/// What is due, each with its case as it is now.
struct DueThings {
  std::vector<Deadline> deadlines;
  std::map<std::string, Case, std::less<>> cases;
  bool cut_short = false;  ///< there may be more
};

constexpr std::string_view rules_of_case = "/layers";

// Whether a case cannot be loaded for what is wrong with its own rows.
bool is_damage(const Error& error) { return error.kind != ErrorKind::storage || error.path.starts_with("/events"); }

// The store knows how things stood when they were last written; how they stand now is asked of the case.
Result<DueThings> all_due(Session& session, const Due& until, int limit) {
  const auto found = session.store().due(until, limit);
  if (!found) return found.error();
  DueThings due;
  due.cut_short = found->size() == static_cast<std::size_t>(limit);
  std::set<std::string, std::less<>> damaged;
  for (const Deadline& each : *found) {
    if (damaged.contains(each.case_id)) continue;
    auto known = due.cases.find(each.case_id);
    if (known == due.cases.end()) {
      auto state = session.desk().load(each.case_id);
      if (!state && !is_damage(state.error())) return state.error();
      if (!state) {
        session.store().leave_out({each.case_id, state.error().path == rules_of_case ? "layers" : "events"});
        damaged.insert(each.case_id);
        continue;
      }
      known = due.cases.emplace(each.case_id, std::move(*state)).first;
    }
    const auto now = deadlines(known->second, session.now());
    const auto same = std::find_if(now.begin(), now.end(), [&each](const Deadline& other) {
      return other.what == each.what && other.id == each.id;
    });
    due.deadlines.push_back(same == now.end() ? each : *same);
  }
  return due;
}

std::string thing_words(const CaseView& view, const Deadline& deadline) {
  if (deadline.what == Deadline::What::whole_case) return std::string(view.said.of(deadline.what));
  if (deadline.what == Deadline::What::step) return step_name(view, deadline.id);
  const auto document = document_from(deadline.id);
  return document ? document_name(view, document->type, document->holder, document->newborn) : deadline.id;
}

std::string due_text(const DueThings& due, const Due& until, const DueOptions& options, const Page& page) {
  const CaseWords& said = case_words_of(options.language);
  if (due.deadlines.empty()) return filled(said.nothing_due, for_eyes(until)) + '\n';
  Table table({{std::string(words_of(options.language).due), Align::left, false},
               {std::string(said.standing), Align::left, false},
               {std::string(said.case_id), Align::left, false},
               {std::string(said.what), Align::left, true}});
  for (const Deadline& each : due.deadlines) {
    const CaseView view(due.cases.find(each.case_id)->second, options.language, page);
    table.add({each.due ? for_eyes(*each.due) : std::string(view.words.not_certain),
               std::string(said.of(each.standing)), each.case_id, thing_words(view, each)},
              each.standing == Standing::overdue ? Ink::bad : Ink::plain);
  }
  std::string text = page.paint(Ink::heading, filled(said.due_until, for_eyes(until))) + '\n' + table.text(page);
  if (due.cut_short) text += filled(said.more_is_due, options.limit) + '\n';
  return text;
}

Status run(const DueOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  const Due until(session->now().date() + boost::gregorian::days(options.within));
  const auto due = all_due(*session, until, options.limit);
  if (!due) return refuse(due.error());
  if (options.output.wanted()) {
    options.output.write(to_json(due->deadlines));
  } else {
    write_painted(due_text(*due, until, options, page_of_output()));
  }
  const bool overdue = std::any_of(due->deadlines.begin(), due->deadlines.end(),
                                   [](const Deadline& each) { return each.standing == Standing::overdue; });
  return session->end(options.check && overdue ? answer_is_no : done);
}

}  // namespace

Command add_list(CLI::App& cases) {
  auto options = std::make_shared<ListOptions>();
  CLI::App& command = *cases.add_subcommand("list", "all cases, by their ids");
  options->add_to(command);
  return {&command, [options] { return run(*options); }};
}

Command add_due(CLI::App& cases) {
  auto options = std::make_shared<DueOptions>();
  CLI::App& command = *cases.add_subcommand("due", "what is due or overdue, over all cases, the first first");
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  command.add_option("--within", options->within, "also what is due in so many days from today (default: 0)")
      ->option_text("DAYS")
      ->check(CLI::Range(0, 3660));
  command.add_option("--limit", options->limit, "at most so many (default: 1000)")
      ->option_text("COUNT")
      ->check(CLI::Range(1, 1'000'000));
  command.add_flag("--check", options->check, "end with status 1 if something is overdue");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
