#include "telling.hpp"

#include "case_story.hpp"
#include "people.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace birthcase::families {
namespace {

namespace js = boost::json;
using city::Dice;

// What must stay for an application to be anybody's.
bool stays(std::string_view key) { return key == "profile" || key == "applied_at"; }

void leave_out(js::object& group, int per_thousand, Dice& dice) {
  std::vector<std::string> forgotten;
  for (auto& member : group) {
    const std::string_view key = member.key();
    if (stays(key)) continue;
    if (dice.happens(member.value().is_object() || member.value().is_array() ? per_thousand / 4 : per_thousand)) {
      forgotten.emplace_back(key);
    } else if (js::object* below = member.value().if_object()) {
      leave_out(*below, per_thousand, dice);
    } else if (js::array* list = member.value().if_array()) {
      for (js::value& item : *list) {
        if (item.is_object()) leave_out(item.as_object(), per_thousand, dice);
      }
    }
  }
  for (const std::string& key : forgotten) group.erase(key);
}

void bring_papers(js::object& told, const Profile& profile, Dice& dice) {
  constexpr std::array<std::string_view, 3> manners{"original", "scan", "copy"};
  js::array papers;
  for (const char* holder : {"mother", "father"}) {
    if (dice.happens(600)) papers.push_back({{"type", "id-card"}, {"holder", holder}, {"as", dice.any(manners)}});
  }
  const js::value* newborns = told.if_contains("newborns");
  const bool somebody_born = newborns != nullptr && !newborns->get_array().empty();
  for (int i = dice.between(0, 3); i > 0; --i) {
    const EvidenceType& type = dice.any(profile.rules().evidence);
    if (type.per_newborn && !somebody_born) continue;
    js::object paper{{"type", type.id}, {"as", dice.any(manners)}};
    if (type.per_newborn) paper["newborn"] = 0;
    papers.push_back(std::move(paper));
  }
  if (!papers.empty()) told["evidence"] = std::move(papers);
}

// The value at a pointer, or nullptr.
const js::value* at(const js::object& application, std::string_view pointer) {
  const js::value* found = nullptr;
  const js::object* group = &application;
  while (!pointer.empty()) {
    const auto end = std::min(pointer.find('/', 1), pointer.size());
    const std::string key(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (found != nullptr && found->is_array()) {
      const auto place = std::stoul(key);
      if (place >= found->get_array().size()) return nullptr;
      found = &found->get_array()[place];
    } else {
      if (found != nullptr && !found->is_object()) return found->is_null() ? found : nullptr;
      if (found != nullptr) group = &found->get_object();
      found = group->if_contains(key);
    }
    if (found == nullptr) return nullptr;
  }
  return found;
}

js::value& make_way(js::object& application, std::string_view pointer) {
  js::value* here = nullptr;
  js::object* group = &application;
  while (true) {
    const auto end = std::min(pointer.find('/', 1), pointer.size());
    const std::string key(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (here != nullptr && here->is_array()) {
      const auto place = std::stoul(key);
      while (here->get_array().size() <= place) here->get_array().emplace_back(js::object());
      here = &here->get_array()[place];
    } else {
      if (here != nullptr && !here->is_object()) here->emplace_object();
      if (here != nullptr) group = &here->get_object();
      here = &(*group)[key];
      if (here->is_null() && key == "newborns") here->emplace_array();
    }
    if (pointer.empty()) return *here;
  }
}

// Puts a value where another one stands or none; false where the same stands there.
bool tell(js::object& application, std::string_view pointer, js::value value) {
  const js::value* told = at(application, pointer);
  if (told != nullptr && *told == value) return false;
  make_way(application, pointer) = std::move(value);
  return true;
}

class Telling {
 public:
  Telling(js::object& application, const js::object& truth, const Plan& plan)
      : application_(application), truth_(truth), plan_(plan), rules_(plan.profile().rules()) {}

  bool all();

 private:
  bool fact(FactRef fact, bool none_counts);
  bool document(const EvidenceItem& item);
  bool name_newborns();

  js::object& application_;
  const js::object& truth_;
  const Plan& plan_;
  const Rules& rules_;
};

bool Telling::all() {
  bool told = false;
  for (const std::uint16_t place : plan_.acceptable.missing_fields) {
    const FormField& field = plan_.form.fields[place];
    told = fact({field.field->slot.index, field.newborn}, field.field->none_counts) || told;
  }
  for (const Undetermined& open : plan_.undetermined) told = fact(open.fact, true) || told;
  for (const std::uint16_t place : plan_.acceptable.missing_evidence) told = document(plan_.evidence[place]) || told;
  return told;
}

// The truth; where it is that there is none and that will not do, something that could be true.
bool Telling::fact(FactRef fact, bool none_counts) {
  const std::string pointer = fact_path(plan_.profile(), fact);
  const js::value* known = at(truth_, pointer);
  const FieldId field = rules_.schema.at(fact).field;
  if (known != nullptr && (!known->is_null() || none_counts)) return tell(application_, pointer, *known);
  if (field == no_index) return tell(application_, pointer, nullptr);
  const auto birth_date = rules_.schema.find("newborn.birth_date");
  const bool number_of_newborn = rules_.fields[field].format == Format::citizen_id && fact.newborn != FactRef::family;
  if (number_of_newborn && plan_.value({birth_date->slot.index, fact.newborn}).is_unknown())
    return false;  // comes after
  return tell(application_, pointer, plausible(fact, plan_));
}

// A newborn's document comes once there are newborns to say whose it is.
bool Telling::document(const EvidenceItem& item) {
  if (item.newborn != FactRef::family && plan_.facts().newborns.empty()) return name_newborns();
  bool handed_in = false;
  for (const bool copy : {false, true}) {
    if (copy ? item.copies == 0 : item.original == 0) continue;
    const bool as_scan = !copy && item.tolerance != nullptr && item.type->id.size() % 2 == 0;
    js::object paper{{"type", item.type->id}, {"as", copy ? "copy" : as_scan ? "scan" : "original"}};
    if (item.holder != no_index) paper["holder"] = rules_.holders[item.holder].id;
    if (item.newborn != FactRef::family) paper["newborn"] = item.newborn;
    js::value& papers = application_["evidence"];
    if (!papers.is_array()) papers.emplace_array();
    const bool there =
        std::find(papers.get_array().begin(), papers.get_array().end(), paper) != papers.get_array().end();
    if (!there) papers.get_array().emplace_back(std::move(paper));
    handed_in = handed_in || !there;
  }
  return handed_in;
}

// That there are so many newborns as in truth.
bool Telling::name_newborns() {
  js::array& newborns = application_["newborns"].emplace_array();
  for (std::size_t i = 0; i < truth_.at("newborns").get_array().size(); ++i) newborns.emplace_back(js::object());
  return true;
}

std::string plausible_code(const Field& field, const Plan& plan) {
  if (!field.inline_codes.empty()) return field.inline_codes.front().code;
  const std::string_view table = field.table->id();
  if (table == "gbt-2260") return place_of(plan.profile().id()).division;
  if (table == "country") return "CHN";
  if (table == "gbt-4761") return "62";
  if (table == "gbt-2261-1") return "2";
  if (table == "gbt-2261-2") return "20";
  return "01";
}

// The ID number that the police would give, as far as the birth and the sex are known.
std::string plausible_id_number(FactRef fact, const Plan& plan) {
  const Schema& schema = plan.profile().rules().schema;
  const auto of_newborn = [&](const char* what) {
    return to_string(plan.value({schema.find(what)->slot.index, fact.newborn}));
  };
  const std::string_view some_day = "19900101";
  if (fact.newborn == FactRef::family) return tests::citizen_id("330108", some_day, 1);
  std::string day = of_newborn("newborn.birth_date");
  std::erase(day, '-');
  if (day.size() != some_day.size()) day = some_day;
  const int never_told = 600;  // newborns of families have lower ones
  const int serial = never_told + 10 * fact.newborn + (of_newborn("newborn.sex") == "1" ? 1 : 2);
  return tests::citizen_id("330108", day, serial);
}

std::string plausible_text(const Field& field, FactRef fact, const Plan& plan) {
  const std::string whose(1, static_cast<char>('1' + fact.newborn % 9));
  switch (field.format) {
    case Format::citizen_id:
      return plausible_id_number(fact, plan);
    case Format::birth_certificate_number:
      return "S33000000" + whose;
    case Format::identifier:
      return "C123456" + whose;
    case Format::phone:
      return "13912345678";
    case Format::bank_card:
      return "6228480000000000018";
    case Format::name:
      return "姚璟" + std::string(fact.newborn == 1 ? "二" : fact.newborn == 2 ? "三" : "");
    default:
      return "某处" + whose;
  }
}

}  // namespace

bool knows(const Profile& profile, std::string_view field) { return profile.rules().schema.field(field).has_value(); }

js::object told_first(const js::object& truth, const Profile& profile, Dice& dice) {
  js::object told = truth;
  const int kind = dice.between(1, 100);
  if (kind > 35) leave_out(told, kind <= 65 ? 60 : kind <= 90 ? 300 : 900, dice);
  for (const char* parent : {"mother", "father"}) {  // a date that follows for most is told by few
    js::value* group = told.if_contains(parent);
    if (group != nullptr && group->is_object() && dice.happens(700)) group->get_object().erase("birth_date");
  }
  if (js::value* newborns = told.if_contains("newborns"); newborns != nullptr && newborns->is_array()) {
    for (js::value& newborn : newborns->get_array()) {
      if (newborn.is_object() && dice.happens(700)) newborn.get_object().erase("birth_date");
      if (newborn.is_object() && dice.happens(300)) newborn.get_object().erase("order");
    }
  }
  bring_papers(told, profile, dice);
  return told;
}

bool tell_what_is_asked(js::object& application, const js::object& truth, const Plan& plan) {
  return Telling(application, truth, plan).all();
}

js::value plausible(FactRef fact, const Plan& plan) {
  const Rules& rules = plan.profile().rules();
  const Field& field = rules.fields[rules.schema.at(fact).field];
  switch (field.type) {
    case FieldType::code:
      return js::string(plausible_code(field, plan));
    case FieldType::date:
      return js::string(to_string(plan.as_of() - boost::gregorian::days(1)));
    case FieldType::date_time:
      return js::string(to_string(plan.as_of() - boost::gregorian::days(1)) + "T08:00");
    case FieldType::number:
      return field.constraints.min ? field.constraints.min->to_int64().value_or(1) : 1;
    case FieldType::boolean:
      return false;
    case FieldType::list:
      return js::array();
    default:
      return js::string(plausible_text(field, fact, plan));
  }
}

}  // namespace birthcase::families
