// A hospital's counter: a half-filled record goes in fact by fact, the library says what to ask, the family answers,
// and out come the documents with the reasons and the route with its days.
#include <birthcase/birthcase.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <string_view>

namespace {

using birthcase::Application;
using birthcase::Language;
using birthcase::Plan;

struct Fact {
  std::string_view name;
  std::string_view value;
  std::uint16_t newborn = birthcase::FactRef::family;  // or the newborn's place, counted from 0
};

// What the hospital's system knows.
constexpr Fact record[] = {
    {"channel", "hospital"},
    {"applied_at", "2019-06-10T09:30"},
    {"applicant.role", "mother"},
    {"settlement.with", "father"},
    {"mother.name", "李䶮"},
    {"mother.id_type", "01"},
    {"father.id_type", "01"},
    {"father.hukou.division", "330782"},
    {"marriage.status", "20"},
    {"birth.institution.licensed", "true"},
    {"newborn.name", "王𠮷", 0},
    {"newborn.sex", "2", 0},
    {"newborn.born_at", "2019-06-08T14:20", 0},
    {"newborn.weight_g", "3250", 0},
    {"newborn.hepatitis_b.given_on", "2019-06-08", 0},
    {"newborn.bcg.given_on", "2019-06-08", 0},
};

// What the family says when it is asked.
constexpr Fact answers[] = {{"mother.hukou.division", "330108"}, {"delivery.method", "outlet"}};

// `value()` throws what the library says of a fact that it does not know; it quotes no personal data.
void put(Application& application, const Fact& fact) {
  application.put(fact.name, birthcase::Value::text(std::string(fact.value)), fact.newborn).value();
}

Plan plan_of(const Application& application) {
  return birthcase::plan(application.profile(), application, birthcase::applied_on(application).value());
}

void print_names(const Application& application) {
  std::cout << application.get("newborn.name", 0).value().as_text() << ", "
            << application.get("mother.name").value().as_text() << '\n';
}

// What the library asks.
void print_questions(const Plan& plan) {
  for (const auto& open : plan.undetermined) {
    std::cout << "? " << birthcase::fact_label(plan.profile(), open.fact, Language::zh) << " ("
              << birthcase::fact_name(plan.profile(), open.fact) << ")\n";
  }
}

// Every document: + to bring, - not to bring; whose; and why.
void print_evidence(const Plan& plan) {
  for (const auto& item : plan.evidence) {
    std::cout << (item.status == birthcase::EvidenceStatus::bring ? "+ " : "- ") << item.type->label.zh;
    if (item.holder != birthcase::no_index) std::cout << " / " << plan.profile().rules().holders[item.holder].label.zh;
    if (const auto reason = birthcase::reason_of(item.why, Language::zh); !reason.empty()) std::cout << ": " << reason;
    std::cout << '\n';
  }
}

void print_route(const Plan& plan) {
  for (const auto& step : plan.route) {
    std::cout << "> " << step.service->label.zh << ": "
              << plan.profile().rules().organisations[step.organisation].label.zh << ", "
              << (step.due ? to_string(*step.due) : "") << '\n';
  }
}

}  // namespace

int main() {
  Application application(birthcase::Profile::built_in("yiwu").value());
  for (const Fact& fact : record) put(application, fact);
  print_names(application);
  print_questions(plan_of(application));

  for (const Fact& answer : answers) put(application, answer);
  const Plan plan = plan_of(application);
  print_evidence(plan);
  print_route(plan);
}
