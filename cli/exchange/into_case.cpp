#include "exchange/into_case.hpp"

#ifdef BIRTHCASE_WITH_STORE
#include <birthcase/plan.hpp>
#include <birthcase/plan_json.hpp>

#include "case/session.hpp"
#include "exchange/fact_history.hpp"
#include "exchange/newborn_places.hpp"
#include "texts/exchange.hpp"
#include "words.hpp"

#include <utility>
#endif

namespace birthcase::cli {

#ifdef BIRTHCASE_WITH_STORE
namespace {

/// Puts births into the cases of one store. Used once.
class Intake {
 public:
  Intake(cases::Session& session, const cases::CaseOptions& options, Language language)
      : session_(session), options_(options), words_(language) {}

  Status take(const exchange::ImportedBirth& birth, const std::string& id) {
    const auto known = session_.desk().load(id);
    if (known) return add(*known, birth, id);
    if (known.error().kind != ErrorKind::unknown_name) return refuse(known.error());
    const Application& application = *birth.application;
    const auto opened = session_.desk().open(id, application.profile(),
                                             {options_.by, commands::Open{to_json(application)}}, session_.now());
    if (!opened) return tell(opened.error(), id);
    write(words_(texts::exchange::case_opened, id, birth.sources.size()) + '\n');
    return done;
  }

 private:
  Status tell(const Refusal& refusal, const std::string& id) {
    Error error = refusal.to_error();
    error.document = id;
    (void)refuse(error);
    return refusal.kind == ErrorKind::refused || refusal.kind == ErrorKind::conflict ? answer_is_no : wrong_input;
  }

  // What became of the facts of a record that the case knows otherwise.
  struct Changes {
    std::vector<NamedFact> facts;  // to be set
    std::size_t corrected = 0;     // of those, how many the same source told otherwise before
    std::string differing;         // somebody else told them otherwise
    std::string older;             // the case had these values before, and the source has corrected them since
  };

  void add_name(std::string& list, const std::string& name) const {
    if (!list.empty()) list += words_(command_line::list_separator);
    list += name;
  }

  // A source may correct what it told itself, and nothing else. What it has corrected is not undone by a resend.
  void look_at(const NamedFact& fact, const Value& known, const FactHistory& history, Changes& changes) const {
    if (known.is_unknown()) {
      changes.facts.push_back(fact);
    } else if (known == fact.value) {
      return;
    } else if (!history.is_told_by(fact.fact, options_.by)) {
      add_name(changes.differing, fact.fact);
    } else if (history.had_before(fact.fact, fact.value)) {
      add_name(changes.older, fact.fact);
    } else {
      changes.facts.push_back(fact);
      ++changes.corrected;
    }
  }

  Status add(const Case& state, const exchange::ImportedBirth& birth, const std::string& id) {
    const Profile& profile = birth.application->profile();
    const auto stored = session_.store().load(id);
    if (!stored) return refuse(stored.error());
    const FactHistory history(profile, stored->events);
    const auto places = newborn_places(state.application, *birth.application);
    Changes changes;
    for (const exchange::FactSource& source : birth.sources) {
      FactRef place = source.fact;
      if (place.newborn != FactRef::family) place.newborn = places.at(place.newborn);
      const NamedFact fact{fact_name(profile, place), value_in(*birth.application, source.fact)};
      look_at(fact, value_in(state.application, place), history, changes);
    }
    return carry_out(id, std::move(changes));
  }

  Status carry_out(const std::string& id, Changes changes) {
    if (!changes.differing.empty()) write(words_(texts::exchange::facts_differ, id, changes.differing) + '\n');
    if (!changes.older.empty()) write(words_(texts::exchange::facts_older, id, changes.older) + '\n');
    const bool kept = !changes.differing.empty() || !changes.older.empty();
    const Status status = kept ? answer_is_no : done;
    if (!changes.facts.empty()) {
      const Status set_status = set(id, std::move(changes.facts), status);
      if (set_status == status && changes.corrected > 0) {
        write(words_(texts::exchange::facts_corrected, id, changes.corrected) + '\n');
      }
      return set_status;
    }
    if (!kept) write(words_(texts::exchange::nothing_new, id) + '\n');
    return status;
  }

  Status set(const std::string& id, std::vector<NamedFact> facts, Status status) {
    const std::size_t count = facts.size();
    const auto executed =
        session_.desk().execute(id, {options_.by, commands::SetFacts{std::move(facts)}}, session_.now());
    if (!executed) return tell(executed.error(), id);
    write(words_(texts::exchange::facts_added, id, count) + '\n');
    return status;
  }

  static Value value_in(const Application& application, FactRef fact) {
    const FactStore& store = *application.facts();
    if (fact.newborn == FactRef::family) return store.family[fact.index];
    return fact.newborn < store.newborns.size() ? store.newborns[fact.newborn][fact.index] : Value();
  }

  cases::Session& session_;
  const cases::CaseOptions& options_;
  Words words_;
};

}  // namespace

IntoCase::IntoCase() : options_(std::make_shared<cases::CaseOptions>()) {}

void IntoCase::add_to(CLI::App& command) {
  auto* into = command
                   .add_option("--into", options_->case_id,
                               "open a draft of this id with what was imported, or add it to the draft; several births "
                               "become CASE-1, CASE-2 …")
                   ->option_text("CASE");
  options_->add_store(command);
  options_->add_moment(command);
  command.add_option("--by", options_->by, "who does it: an operator's id or a system's name, nobody's name or number")
      ->option_text("WHO")
      ->envname("BIRTHCASE_BY");
  (void)into;
}

bool IntoCase::wanted() const noexcept { return !options_->case_id.empty(); }

Status IntoCase::carry_out(std::span<const exchange::ImportedBirth> births, const MapOptions& map) const {
  cases::CaseOptions options = *options_;
  options.profile = map.profile;
  options.data = map.data;
  auto session = cases::Session::open(options, cases::Session::Access::makes);
  if (!session) return refuse(session.error());
  Intake intake(*session, options, map.language);
  Status status = done;
  std::size_t number = 0;
  for (const exchange::ImportedBirth& birth : births) {
    ++number;
    if (!birth.application) continue;
    const std::string id = births.size() == 1 ? options.case_id : options.case_id + '-' + std::to_string(number);
    status = graver(status, intake.take(birth, id));
  }
  return session->end(status);
}
#else
IntoCase::IntoCase() = default;
void IntoCase::add_to(CLI::App&) {}
bool IntoCase::wanted() const noexcept { return false; }
Status IntoCase::carry_out(std::span<const exchange::ImportedBirth>, const MapOptions&) const { return done; }
#endif

}  // namespace birthcase::cli
