#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace {

bool is_on_record(const FormField& field) {
  return field.source == FieldSource::hospital || field.source == FieldSource::shared;
}

// What may stay open: when something is due, which the day of acceptance itself or a notice tells; and which lines of a
// form there are for what is on somebody's records, who have it or not.
bool may_stay_open(const Plan& plan, std::string_view decides) {
  constexpr std::string_view of_field = "field/";
  if (!decides.starts_with(of_field)) return decides == "due";
  const std::string_view id = decides.substr(of_field.size());
  const auto& fields = plan.form.fields;
  return std::all_of(fields.begin(), fields.end(),
                     [id](const FormField& field) { return field.field->id != id || is_on_record(field); });
}

bool has_to_be_told_first(const Plan& plan, const Undetermined& open) {
  return !std::all_of(open.decides.begin(), open.decides.end(),
                      [&plan](const std::string& each) { return may_stay_open(plan, each); });
}

void add_name(std::string& names, std::string_view separator, const std::string& name) {
  if (!names.empty()) names += separator;
  names += name;
}

}  // namespace

void Planner::find(Severity severity, std::string code, std::string path, Label message) {
  plan_.findings.push_back({severity, std::move(code), std::move(path), std::move(message)});
}

void Planner::check_profile() {
  plan_.findings.insert(plan_.findings.end(), store_.findings.begin(), store_.findings.end());
  if (rules_.valid.includes(plan_.as_of())) return;
  const bool early = rules_.valid.from && plan_.as_of() < *rules_.valid.from;
  const std::string day = to_string(early ? *rules_.valid.from : *rules_.valid.until);
  find(Severity::error, "profile-not-in-force", {},
       early ? Label{fmt::format("该方案自{}起施行", day), fmt::format("these rules are in force from {} on", day)}
             : Label{fmt::format("该方案施行至{}为止", day), fmt::format("these rules were in force until {}", day)});
}

// The channels that are open to this family on this day.
std::string Planner::open_channels(Language language) const {
  std::string names;
  for (const Channel& channel : rules_.channels) {
    if (table_->applies(channel, family) == Truth::yes) {
      add_name(names, language == Language::zh ? "、" : ", ", channel.label.in(language));
    }
  }
  if (!names.empty()) return names;
  return language == Language::zh ? "无" : "none";
}

void Planner::check_channel() {
  const auto slot = rules_.schema.channel();
  if (!slot || rules_.channels.empty() || !table_->value(*slot, family).is(Kind::text)) return;
  const std::string& id = table_->value(*slot, family).as_text();
  const auto channel = std::find_if(rules_.channels.begin(), rules_.channels.end(),
                                    [&id](const Channel& candidate) { return candidate.id == id; });
  if (channel == rules_.channels.end()) {
    return refuse_channel("unknown-channel", {"本地没有这一办理渠道", "there is no such channel here"});
  }
  if (!channel->valid.includes(plan_.as_of())) {
    const bool early = channel->valid.from && plan_.as_of() < *channel->valid.from;
    const std::string day = to_string(early ? *channel->valid.from : *channel->valid.until);
    return refuse_channel(
        "channel-not-open",
        {fmt::format("{}{}{}", channel->label.zh, early ? "尚未开通，开通日期" : "已停办，截止", day),
         fmt::format("{}: {} {}", channel->label.en, early ? "not open before" : "closed since", day)});
  }
  const Truth open = table_->applies(*channel, family);
  if (open == Truth::no) refuse_channel("channel-not-for-this-family", channel->otherwise);
  if (open == Truth::unknown) undetermined({&*channel, open, family}, "channel/" + channel->id);
}

void Planner::refuse_channel(std::string code, const Label& why) {
  find(Severity::error, std::move(code), "/channel",
       {fmt::format("{}；现可办理：{}", why.zh, open_channels(Language::zh)),
        fmt::format("{}; open now: {}", why.en, open_channels(Language::en))});
}

void Planner::check_facts() {
  for (const Check& check : rules_.checks) {
    const bool each = check.when != no_index && rules_.conditions[check.when].per_newborn;
    each_newborn(each, family, [&](std::uint16_t newborn) {
      if (table_->applies(check, newborn) != Truth::yes) return;
      const FactRef at = check.at.of(newborn);
      find(check.severity, check.id, check.about_newborns ? "/newborns" : fact_path(plan_.profile(), at), check.reason);
    });
  }
}

// Where to go with each service that is not handled here.
std::string Planner::elsewhere(Language language) const {
  const bool zh = language == Language::zh;
  std::string names;
  const Service* last = nullptr;
  for (const ServiceLane& lane : plan_.services) {
    if (lane.service == last) continue;
    last = lane.service;
    std::string_view where = zh ? "此处不办理" : "not handled here";
    if (lane.lane == Lane::elsewhere) where = zh ? "办理机构须先问明" : "where depends on what is not told yet";
    if (lane.channel != no_index) where = rules_.channels[lane.channel].label.in(language);
    if (lane.organisation != no_index) where = rules_.organisations[lane.organisation].label.in(language);
    if (lane.already_done) where = zh ? "已办结" : "done already";
    add_name(names, zh ? "；" : "; ", fmt::format("{}{}{}", lane.service->label.in(language), zh ? "：" : ": ", where));
  }
  return names;
}

void Planner::check_route() {
  const bool open = std::any_of(plan_.services.begin(), plan_.services.end(),
                                [](const ServiceLane& lane) { return lane.lane == Lane::undetermined; });
  if (!plan_.route.empty() || open) return;
  find(Severity::error, "nothing-joint", {},
       {fmt::format("没有可在此办理的事项。{}", elsewhere(Language::zh)),
        fmt::format("nothing can be handled here; {}", elsewhere(Language::en))});
}

void Planner::report_calendar(const Error& error) {
  const auto same = [](const Finding& finding) { return finding.code == "calendar-missing"; };
  if (std::any_of(plan_.findings.begin(), plan_.findings.end(), same)) return;
  const auto last = rules_.calendar->known_until(plan_.as_of(), plan_.as_of());
  const Date unknown = last ? *last + boost::gregorian::days(1) : plan_.as_of();
  find(Severity::warning, "calendar-missing", {},
       {fmt::format("{0}年的放假通知尚未公布或尚未载入，落在{0}年的办结日期推算不出；载入通知后即可推算",
                    static_cast<int>(unknown.year())),
        error.message + "; the dates come when the notice is loaded"});
}

void Planner::undetermined(FactRef fact, std::string decides) {
  auto known = std::find_if(plan_.undetermined.begin(), plan_.undetermined.end(),
                            [fact](const Undetermined& other) { return other.fact == fact; });
  if (known == plan_.undetermined.end()) {
    plan_.undetermined.push_back({fact, {}});
    known = plan_.undetermined.end() - 1;
  }
  auto& all = known->decides;
  if (std::find(all.begin(), all.end(), decides) == all.end()) all.push_back(std::move(decides));
}

void Planner::undetermined(const Why& why, std::string decides) {
  for (const FactRef fact : plan_.explain(why).deciding) undetermined(fact, decides);
}

void Planner::collect_undetermined() {
  for (const ServiceLane& lane : plan_.services) {
    if (lane.lane == Lane::undetermined) undetermined(lane.why, "lane/" + lane.service->id);
  }
  for (const EvidenceItem& item : plan_.evidence) {
    if (item.status == EvidenceStatus::undetermined) undetermined(item.why, "evidence/" + item.type->id);
    if (item.status == EvidenceStatus::bring) ask_whose(static_cast<std::uint16_t>(&item - plan_.evidence.data()));
  }
  for (const ServiceLane& lane : plan_.services) {
    if (!lane.planned) continue;
    for (const FormLine& line : lane.service->conditional_lines) {
      if (table_->test(line.when, lane.newborn) != Truth::unknown) continue;
      for (const FactRef fact : table_->explain(line.when, lane.newborn).deciding) {
        undetermined(fact, "field/" + rules_.fields[line.field].id);
      }
    }
  }
  for (const auto& [why, decides] : open_) undetermined(why, decides);
  for (const auto& [fact, decides] : open_facts_) undetermined(fact, decides);
  if (needs_time_) undetermined(FactRef{rules_.schema.applied_at()->index, family}, "due");
}

// Who the holder is that the document is known by, where that hangs on a fact that nobody has told.
void Planner::ask_whose(std::uint16_t place) {
  const EvidenceItem& item = plan_.evidence[place];
  const auto& role = item.holder == no_index ? std::nullopt : rules_.holders[item.holder].decided_by;
  if (!role) return;
  for (const EvidenceUse& use : plan_.uses) {
    FactRef fact = role->of(use.newborn);
    if (use.evidence != place || !table_->value(fact).is_unknown()) continue;
    const Index field = rules_.schema.at(*role).field;
    if (const auto of_all = table_->shorthand_of(field, fact.newborn); of_all) fact = *of_all;
    undetermined(fact, "evidence/" + item.type->id);
  }
}

bool Planner::handed_in(const EvidenceItem& item, HandedInAs as) const {
  return std::any_of(store_.evidence.begin(), store_.evidence.end(),
                     [&](const HandedIn& document) { return document.as == as && plan_.is(item, document); });
}

// What nobody has told, and those who have it, if any, do not send it along.
bool Planner::is_to_be_told(const FormField& field) const {
  if (field.value != nullptr && (!field.value->is_null() || field.field->none_counts)) return false;
  return field.source == FieldSource::applicant || (field.source == FieldSource::hospital && !field.awaited);
}

void Planner::judge_acceptance() {
  Acceptability& answer = plan_.acceptable;
  bool undecided = false;
  for (std::uint16_t i = 0; i < plan_.evidence.size(); ++i) {
    const EvidenceItem& item = plan_.evidence[i];
    undecided = undecided || item.status == EvidenceStatus::undetermined;
    if (item.status != EvidenceStatus::bring) continue;
    const bool original = item.original == 0 || handed_in(item, HandedInAs::original);
    const bool copies = item.copies == 0 || handed_in(item, HandedInAs::copy);
    if (original && copies) continue;
    const bool scanned = item.tolerance != nullptr && handed_in(item, HandedInAs::scan);
    (scanned ? answer.deferrable_evidence : answer.missing_evidence).push_back(i);
  }
  for (std::uint16_t i = 0; i < plan_.form.fields.size(); ++i) {
    const FormField& field = plan_.form.fields[i];
    undecided = undecided || field.source == FieldSource::undetermined;
    if (field.required && is_to_be_told(field)) answer.missing_fields.push_back(i);
  }
  for (const ServiceLane& lane : plan_.services) undecided = undecided || lane.lane == Lane::undetermined;
  const bool wrong = std::any_of(plan_.findings.begin(), plan_.findings.end(),
                                 [](const Finding& finding) { return finding.severity == Severity::error; });
  undecided = undecided || std::any_of(plan_.undetermined.begin(), plan_.undetermined.end(),
                                       [&](const Undetermined& open) { return has_to_be_told_first(plan_, open); });
  answer.now = !undecided && !wrong && answer.missing_evidence.empty() && answer.missing_fields.empty();
}

}  // namespace birthcase
