// The state of a case as JSON.
#include <birthcase/case_json.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/supplement.hpp>

#include "case/labels.hpp"
#include "case_json/writing.hpp"

#include <algorithm>

namespace birthcase {
namespace {

void write_deadline(JsonWriter& json, const Deadline& deadline) {
  json.open_object();
  json.text_at("case", deadline.case_id);
  json.text_at("what", to_string(deadline.what));
  json.text_at("id", deadline.id);
  json.key("due");
  deadline.due ? json.text(to_string(*deadline.due)) : json.null();
  json.text_at("standing", to_string(deadline.standing));
  json.close_object();
}

class StateWriter {
 public:
  StateWriter(const Case& state, const DateTime& now, Language language)
      : state_(state), rules_(state.profile.rules()), deadlines_(deadlines(state, now)), language_(language) {}

  std::string write();

 private:
  void steps();
  void step(const CaseStep& step);
  void messages();
  void deferrals();
  void look_ups();
  void supplement();
  void supplement_item(const SupplementItem& item);
  void due(const std::optional<Due>& due) { due ? json_.text(to_string(*due)) : json_.null(); }
  void moment(const std::optional<DateTime>& moment) { moment ? json_.text(to_string(*moment)) : json_.null(); }
  const Deadline& deadline_of(Deadline::What what, std::string_view id) const;

  const Case& state_;
  const Rules& rules_;
  std::vector<Deadline> deadlines_;
  Language language_;
  JsonWriter json_{8192};
};

std::string StateWriter::write() {
  const Deadline& whole = deadline_of(Deadline::What::whole_case, "");
  json_.open_object();
  json_.text_at("case", state_.id);
  json_.text_at("profile", state_.profile.id());
  json_.text_at("status", to_string(state_.status));
  json_.number_at("version", state_.version);
  json_.key("changed_at");
  moment(state_.version == 0 ? std::nullopt : std::optional(state_.changed_at));
  json_.key("accepted_at");
  moment(state_.accepted_at);
  json_.key("due");
  whole.due ? json_.text(to_string(*whole.due)) : json_.null();
  json_.text_at("standing", to_string(whole.standing));
  json_.boolean_at("erased", state_.erased);
  steps();
  messages();
  deferrals();
  look_ups();
  supplement();
  json_.key("rules");
  case_json::write(json_, state_.rules);
  json_.key("application");
  json_.literal(to_json(state_.application));
  json_.close_object();
  return json_.take();
}

void StateWriter::steps() {
  json_.key("steps");
  json_.open_array();
  for (const CaseStep& each : state_.steps) step(each);
  json_.close_array();
}

void StateWriter::step(const CaseStep& step) {
  const PlannedStep& planned = step.planned;
  const auto service = std::find_if(rules_.services.begin(), rules_.services.end(),
                                    [&](const Service& each) { return each.id == planned.service; });
  json_.open_object();
  json_.text_at("step", planned.step);
  if (service != rules_.services.end()) json_.text_at("label", service->label.in(language_));
  json_.text_at("service", planned.service);
  if (planned.newborn != FactRef::family) json_.number_at("newborn", planned.newborn);
  json_.text_at("organisation", planned.organisation);
  json_.text_at("operator", planned.operated_by);
  json_.text_at("state", to_string(step.state));
  json_.key("after");
  case_json::write(json_, planned.after);
  json_.key("due");
  planned.due ? json_.text(to_string(*planned.due)) : json_.null();
  json_.text_at("standing", to_string(deadline_of(Deadline::What::step, planned.step).standing));
  json_.text_at("message", step.message);
  json_.text_at("delivery", planned.delivery);
  json_.key("completed_at");
  moment(step.completed_at);
  json_.key("delivered_at");
  moment(step.delivered_at);
  json_.key("wanted_facts");
  case_json::write(json_, step.wanted_facts);
  json_.key("wanted_evidence");
  case_json::write(json_, step.wanted_evidence);
  json_.key("asked_facts");
  case_json::write(json_, step.asked_facts);
  json_.key("asked_evidence");
  case_json::write(json_, step.asked_evidence);
  json_.close_object();
}

void StateWriter::messages() {
  constexpr std::string_view statuses[] = {"open", "answered", "superseded", "notice"};
  json_.key("messages");
  json_.open_array();
  for (const SentMessage& message : state_.messages) {
    json_.open_object();
    json_.text_at("id", message.id);
    json_.text_at("step", message.step);
    if (!message.look_up.empty()) json_.text_at("look_up", message.look_up);
    json_.text_at("status", statuses[static_cast<std::size_t>(message.status)]);
    json_.boolean_at("acknowledged", message.acknowledged);
    if (message.status == SentMessage::Status::answered) {
      json_.text_at("answer", message.look_up.empty() ? to_string(message.answer) : to_string(message.result));
    }
    json_.close_object();
  }
  json_.close_array();
}

void StateWriter::deferrals() {
  json_.key("deferrals");
  json_.open_array();
  for (const Deferral& deferral : state_.deferrals) {
    json_.open_object();
    case_json::write_members(json_, deferral.document);
    json_.boolean_at("settled", deferral.settled);
    if (deferral.lapsed) json_.boolean_at("lapsed", true);
    json_.close_object();
  }
  json_.close_array();
}

// What has been asked, and what came of it; the plan says what can be asked.
void StateWriter::look_ups() {
  json_.key("look_ups");
  json_.open_array();
  for (const LookUp& look_up : state_.application.facts()->look_ups) {
    const DataShare& share = rules_.shares[look_up.share];
    const SentMessage* query = state_.open_query(look_up_name(share.id, look_up.newborn));
    json_.open_object();
    json_.text_at("id", share.id);
    if (look_up.newborn != FactRef::family) json_.number_at("newborn", look_up.newborn);
    json_.text_at("organisation", rules_.organisations[share.organisation].id);
    json_.text_at("state", to_string(look_up.state));
    json_.key("at");
    moment(look_up.at);
    if (query != nullptr) json_.text_at("message", query->id);
    json_.close_object();
  }
  json_.close_array();
}

// What is wanted of the family: null where nothing is.
void StateWriter::supplement() {
  json_.key("supplement");
  const auto notice = supplement_notice_of(state_);
  if (!notice) return json_.null();
  json_.open_object();
  json_.key("items");
  json_.open_array();
  for (const SupplementItem& item : notice->items) supplement_item(item);
  json_.close_array();
  json_.key("told_by");
  due(notice->told_by);
  json_.key("answer_by");
  due(notice->answer_by);
  json_.text_at("term", notice->term.in(language_));
  json_.text_at("how", notice->how.in(language_));
  json_.close_object();
}

void StateWriter::supplement_item(const SupplementItem& item) {
  json_.open_object();
  json_.text_at("step", item.step);
  json_.text_at("organisation", state_.step(item.step)->planned.organisation);
  if (!item.fact.empty()) json_.text_at("fact", item.fact);
  if (item.document) {
    json_.key("document");
    case_json::write(json_, *item.document);
  }
  if (!item.fact.empty() || item.document) {
    const Label label = item.document
                            ? cases::document_words(rules_, *item.document, cases::has_several_newborns(state_))
                            : cases::fact_words(state_.profile, item.fact, cases::has_several_newborns(state_));
    json_.text_at("label", label.in(language_));
  }
  json_.boolean_at("by_department", item.by_department);
  json_.text_at("because", item.because);
  json_.text_at("since", to_string(item.since));
  json_.close_object();
}

const Deadline& StateWriter::deadline_of(Deadline::What what, std::string_view id) const {
  return *std::find_if(deadlines_.begin(), deadlines_.end(),
                       [&](const Deadline& each) { return each.what == what && each.id == id; });
}

}  // namespace

std::string to_json(const Case& state, const DateTime& now, Language language) {
  return StateWriter(state, now, language).write();
}

std::string to_json(std::span<const Deadline> deadlines) {
  JsonWriter json(128 * (deadlines.size() + 1));
  json.open_array();
  for (const Deadline& deadline : deadlines) write_deadline(json, deadline);
  json.close_array();
  return json.take();
}

}  // namespace birthcase
