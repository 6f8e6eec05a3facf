// Cases, and what is due in them.
#include <birthcase/case_json.hpp>
#include <birthcase/store_json.hpp>

#include "case/session.hpp"
#include "case/spelling.hpp"
#include "case/subcommands.hpp"
#include "case/wording.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace birthcase::cli::cases {
namespace {

constexpr int rows_of_page = 1000;

struct ListOptions : CaseOptions {};

struct DueOptions : CaseOptions {
  int within = 0;
  int limit = 1000;
  bool check = false;
};

Document list_document(const std::vector<store::Summary>& some, const Words& words) {
  Table table({{std::string(words(case_commands::id)), Align::left, false},
               {std::string(words(case_commands::status)), Align::left, false},
               {std::string(words(command_line::profile)), Align::left, false},
               {std::string(words(case_commands::version)), Align::right, false},
               {std::string(words(case_commands::changed_at)), Align::left, false}});
  for (const store::Summary& each : some) {
    table.add({each.case_id, std::string(words(word_for(each.status))), each.profile, std::to_string(each.version),
               for_eyes(each.changed_at)});
  }
  return {.look = layout::Look::tables, .language = words.language(), .blocks = {std::move(table)}};
}

// For any number of cases: each page is written before the next one is read, as a table of its own.
Result<std::size_t> list_pages(store::Store& store, const ListOptions& options, JsonArrayOutput& json) {
  const Words words(options.language);
  std::size_t listed = 0;
  for (std::string after;;) {
    const auto some = store.cases(after, rows_of_page);
    if (!some) return some.error();
    if (some->empty()) return listed;
    if (options.output.wanted()) {
      json.add(store::to_json(*some));
    } else {
      if (listed != 0) write("\n");
      write(list_document(*some, words));
    }
    listed += some->size();
    after = some->back().case_id;
  }
}

Status run(const ListOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  JsonArrayOutput json(options.output);
  const auto listed = list_pages(session->store(), options, json);
  if (!listed) return refuse(listed.error());
  const Words words(options.language);
  if (options.output.wanted()) {
    json.end();
  } else {
    write((*listed == 0 ? std::string(words(case_commands::no_cases)) : words(case_commands::cases_listed, *listed)) +
          '\n');
  }
  return session->end(done);
}

/// Some due items, each with its case as it is now.
struct DueThings {
  std::vector<Deadline> deadlines;
  std::map<std::string, Case, std::less<>> cases;
};

constexpr std::string_view rules_of_case = "/layers";

// Whether a case cannot be loaded for what is wrong with its own rows.
bool is_damage(const Error& error) { return error.kind != ErrorKind::storage || error.path.starts_with("/events"); }

// The case of a deadline; nothing where it is damaged.
Result<const Case*> case_of(Session& session, const Deadline& deadline, DueThings& due,
                            std::set<std::string, std::less<>>& damaged) {
  if (damaged.contains(deadline.case_id)) return nullptr;
  const auto known = due.cases.find(deadline.case_id);
  if (known != due.cases.end()) return &known->second;
  auto state = session.desk().load(deadline.case_id);
  if (state) return &due.cases.emplace(deadline.case_id, std::move(*state)).first->second;
  if (!is_damage(state.error())) return state.error();
  session.store().leave_out({deadline.case_id, state.error().path == rules_of_case ? "layers" : "events"});
  damaged.insert(deadline.case_id);
  return nullptr;
}

// The store knows how things stood when they were last written; how they stand now is asked of the case.
Result<DueThings> as_it_stands(Session& session, const std::vector<Deadline>& found) {
  DueThings due;
  std::set<std::string, std::less<>> damaged;
  for (const Deadline& each : found) {
    const auto state = case_of(session, each, due, damaged);
    if (!state) return state.error();
    if (*state == nullptr) continue;
    const auto now = deadlines(**state, session.now());
    const auto same = std::find_if(now.begin(), now.end(), [&each](const Deadline& other) {
      return other.what == each.what && other.id == each.id;
    });
    due.deadlines.push_back(same == now.end() ? each : *same);
  }
  return due;
}

std::string thing_words(const CaseView& view, const Deadline& deadline) {
  if (deadline.what == Deadline::What::whole_case) return std::string(view.words(word_for(deadline.what)));
  if (deadline.what == Deadline::What::step) return step_name(view, deadline.id);
  const auto document = document_from(deadline.id);
  return document ? document_name(view, document->type, document->holder, document->newborn) : deadline.id;
}

Table due_table(const DueThings& due, const Words& words) {
  Table table({{std::string(words(command_line::due)), Align::left, false},
               {std::string(words(case_commands::standing)), Align::left, false},
               {std::string(words(case_commands::case_id)), Align::left, false},
               {std::string(words(case_commands::what)), Align::left, true}});
  for (const Deadline& each : due.deadlines) {
    const CaseView view(due.cases.find(each.case_id)->second, words.language());
    table.add({each.due ? for_eyes(*each.due) : std::string(view.words(command_line::not_certain)),
               std::string(words(word_for(each.standing))), each.case_id, thing_words(view, each)},
              each.standing == Standing::overdue ? Ink::bad : Ink::plain);
  }
  return table;
}

/// Writes what is due page by page.
class DueList {
 public:
  DueList(Session& session, const DueOptions& options)
      : session_(session),
        options_(options),
        json_(options.output),
        until_(session.now().date() + boost::gregorian::days(options.within)) {}

  Result<void> write_all() {
    int left = options_.limit;
    for (store::DuePlace place; left > 0;) {
      const auto found = session_.store().due_after(place, until_, std::min(left, rows_of_page));
      if (!found) return found.error();
      if (found->empty()) break;
      left -= static_cast<int>(found->size());
      const auto due = as_it_stands(session_, *found);
      if (!due) return due.error();
      write_page(*due);
    }
    end(left == 0);
    return {};
  }

  bool something_overdue() const noexcept { return overdue_; }

 private:
  void write_page(const DueThings& due) {
    if (due.deadlines.empty()) return;
    overdue_ = overdue_ || std::any_of(due.deadlines.begin(), due.deadlines.end(),
                                       [](const Deadline& each) { return each.standing == Standing::overdue; });
    if (options_.output.wanted()) {
      json_.add(to_json(due.deadlines));
    } else {
      Document document{.language = options_.language, .blocks = {due_table(due, words_)}};
      if (!begun_) document.title = words_(case_commands::due_until, for_eyes(until_));
      if (begun_) write("\n");
      write(document);
    }
    begun_ = true;
  }

  void end(bool cut_short) {
    if (options_.output.wanted()) return json_.end();
    if (!begun_) write(words_(case_commands::nothing_due, for_eyes(until_)) + '\n');
    if (cut_short && begun_) write(words_(case_commands::more_is_due, options_.limit) + '\n');
  }

  Session& session_;
  const DueOptions& options_;
  const Words words_{options_.language};
  JsonArrayOutput json_;
  Due until_;
  bool begun_ = false;
  bool overdue_ = false;
};

Status run(const DueOptions& options) {
  auto session = Session::open(options, Session::Access::reads);
  if (!session) return refuse(session.error());
  DueList list(*session, options);
  if (auto written = list.write_all(); !written) return refuse(written.error());
  return session->end(options.check && list.something_overdue() ? answer_is_no : done);
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
  CLI::App& command = *cases.add_subcommand("due", "what is due or overdue in all cases, the earliest first");
  options->add_to(command);
  options->add_moment(command);
  options->add_profile(command);
  command.add_option("--within", options->within, "also what is due within this many days from today (default: 0)")
      ->option_text("DAYS")
      ->check(CLI::Range(0, 3660));
  command.add_option("--limit", options->limit, "list at most this many (default: 1000)")
      ->option_text("COUNT")
      ->check(CLI::Range(1, 1'000'000));
  command.add_flag("--check", options->check, "end with status 1 if something is overdue");
  return {&command, [options] { return run(*options); }};
}

}  // namespace birthcase::cli::cases
