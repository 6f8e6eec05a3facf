#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace birthcase::tests {
namespace {

namespace js = boost::json;

const std::string examples = "examples/applications";

bool concerns(std::uint16_t of, std::uint16_t newborn) { return of == FactRef::family || of == newborn; }

// The value at a pointer; groups and the next newborn come into being on the way.
js::value& child(js::value& from, std::string_view pointer) {
  if (pointer.empty()) return from;
  const auto end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view key = pointer.substr(1, end - 1);
  if (from.is_array()) {
    const std::size_t place = std::stoul(std::string(key));
    if (place == from.get_array().size()) from.get_array().emplace_back(js::object());
    return child(from.get_array().at(place), pointer.substr(end));
  }
  if (!from.is_object()) from.emplace_object();
  return child(from.get_object()[key], pointer.substr(end));
}

std::string holder_of(const Plan& plan, const EvidenceItem& item) {
  return item.holder == no_index ? std::string() : plan.profile().rules().holders[item.holder].id;
}

}  // namespace

std::string source_file(std::string_view path) {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/" + std::string(path), std::ios::binary);
  REQUIRE_MESSAGE(file, "cannot read ", std::string(path));
  return (std::ostringstream() << file.rdbuf()).str();
}

const Profile& built_in(std::string_view id) {
  static std::map<std::string, Profile, std::less<>> loaded;
  const auto known = loaded.find(id);
  return known != loaded.end() ? known->second : loaded.emplace(id, Profile::built_in(id).value()).first->second;
}

js::value built_in_document(std::string_view id) { return js::parse(Profile::built_in_text(id).value()); }

Profile profile_of(const js::value& document) { return Profile::parse(js::serialize(document)).value(); }

Example Example::named(std::string_view name) {
  return Example(source_file(examples + "/" + std::string(name) + ".json"));
}

std::vector<std::string> Example::names() {
  std::vector<std::string> all;
  for (const auto& file : std::filesystem::directory_iterator(std::string(BIRTHCASE_SOURCE_DIR) + "/" + examples)) {
    if (file.path().extension() == ".json") all.push_back(file.path().stem().string());
  }
  std::sort(all.begin(), all.end());
  REQUIRE(all.size() >= 10);
  return all;
}

Example::Example(std::string_view json) : document_(js::parse(json)) {}

Example& Example::set(std::string_view pointer, js::value value) {
  child(document_, pointer) = std::move(value);
  return *this;
}

Example& Example::remove(std::string_view pointer) {
  const auto cut = pointer.rfind('/');
  js::value* group = &document_.at_pointer(pointer.substr(0, cut));
  REQUIRE_MESSAGE(group->is_object(), std::string(pointer));
  REQUIRE_MESSAGE(group->get_object().erase(pointer.substr(cut + 1)) == 1, std::string(pointer));
  return *this;
}

Example& Example::hand_in(std::string_view type, std::string_view holder, std::string_view as) {
  js::object handed_in{{"type", type}, {"as", as}};
  if (!holder.empty()) handed_in["holder"] = holder;
  js::value& all = document_.get_object()["evidence"];
  if (all.is_null()) all.emplace_array();
  all.get_array().push_back(std::move(handed_in));
  return *this;
}

Example& Example::hand_in_nothing() {
  document_.get_object().erase("evidence");
  return *this;
}

Application Example::read(const Profile& profile) const {
  auto application = Application::parse(profile, js::serialize(document_));
  REQUIRE_MESSAGE(application.has_value(), (application ? std::string() : describe(application.error())));
  return *application;
}

Plan Example::plan() const {
  const auto& id = document_.at("profile").get_string();
  return plan(built_in({id.data(), id.size()}));
}

Plan Example::plan(const Profile& profile) const {
  const js::value* moment = document_.get_object().if_contains("applied_at");
  REQUIRE(moment != nullptr);
  const auto& text = moment->get_string();
  return plan(profile, parse_date_time({text.data(), text.size()}).value().date());
}

Plan Example::plan(const Profile& profile, Date as_of) const { return birthcase::plan(profile, read(profile), as_of); }

std::string joined(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "none" : text;
}

bool same_facts(const FactStore& a, const FactStore& b) {
  return a.family == b.family && a.newborns == b.newborns && a.evidence == b.evidence && a.look_ups == b.look_ups &&
         a.findings == b.findings && a.found_at == b.found_at && a.refused == b.refused && a.asked_for == b.asked_for;
}

std::string evidence(const Plan& plan, EvidenceStatus status) {
  std::vector<std::string> names;
  for (const EvidenceItem& item : plan.evidence) {
    if (item.status != status) continue;
    const std::string holder = holder_of(plan, item);
    names.push_back(item.type->id + (holder.empty() ? "" : "/" + holder));
  }
  return joined(std::move(names));
}

const EvidenceItem& document(const Plan& plan, std::string_view type, std::string_view holder) {
  const auto at = std::find_if(plan.evidence.begin(), plan.evidence.end(), [&](const EvidenceItem& item) {
    return item.type->id == type && holder_of(plan, item) == holder;
  });
  REQUIRE_MESSAGE(at != plan.evidence.end(), std::string(type), "/", std::string(holder));
  return *at;
}

std::string status(const Plan& plan, std::string_view type, std::string_view holder) {
  for (const EvidenceItem& item : plan.evidence) {
    if (item.type->id == type && holder_of(plan, item) == holder) return std::string(to_string(item.status));
  }
  return "absent";
}

const ServiceLane& lane(const Plan& plan, std::string_view service, std::uint16_t newborn) {
  const auto at = std::find_if(plan.services.begin(), plan.services.end(), [&](const ServiceLane& candidate) {
    return candidate.service->id == service && concerns(candidate.newborn, newborn);
  });
  REQUIRE_MESSAGE(at != plan.services.end(), std::string(service));
  return *at;
}

const Step* step(const Plan& plan, std::string_view service, std::uint16_t newborn) {
  const auto at = std::find_if(plan.route.begin(), plan.route.end(), [&](const Step& candidate) {
    return candidate.service->id == service && concerns(candidate.newborn, newborn);
  });
  return at == plan.route.end() ? nullptr : &*at;
}

std::string due(const Plan& plan, std::string_view service, std::uint16_t newborn) {
  const Step* found = step(plan, service, newborn);
  if (found == nullptr) return "no step";
  return found->due ? to_string(*found->due) : "open";
}

std::string after(const Plan& plan, const Step& step) {
  std::vector<std::string> names;
  for (const std::uint16_t place : plan.at(step.after)) names.push_back(plan.route[place].service->id);
  return joined(std::move(names));
}

std::string asked_to_decide(const Plan& plan, std::string_view what) {
  std::vector<std::string> names;
  for (const Undetermined& open : plan.undetermined) {
    const bool decides = std::find(open.decides.begin(), open.decides.end(), what) != open.decides.end();
    if (decides) names.push_back(fact_name(plan.profile(), open.fact));
  }
  return joined(std::move(names));
}

const Finding* finding(const Plan& plan, std::string_view code) {
  const auto at = std::find_if(plan.findings.begin(), plan.findings.end(),
                               [code](const Finding& candidate) { return candidate.code == code; });
  return at == plan.findings.end() ? nullptr : &*at;
}

}  // namespace birthcase::tests
