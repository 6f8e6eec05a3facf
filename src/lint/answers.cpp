// Shares, absorptions, tolerances and alternatives of what nobody asks for, and rules about no service.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "texts/lint.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <set>

namespace birthcase::linting {
namespace {

// The documents that each service asks for, also by options that are switched off.
Column<Service, std::set<std::string_view>> asked_documents(const Subject& subject) {
  Column<Service, std::set<std::string_view>> asked;
  for (const auto* service : subject.rows("services")) {
    auto& documents = asked.emplace_back();
    for (const auto* requirement : Subject::rows(*service, "evidence")) {
      documents.insert(text_of(*requirement, "evidence"));
    }
  }
  return asked;
}

class Questions {
 public:
  explicit Questions(const Subject& subject) : rules_(subject.rules()), documents_(asked_documents(subject)) {}

  bool ask_document(EvidenceId evidence, ServiceSet services) const {
    bool asked = false;
    services.each(
        [&](ServiceId service) { asked = asked || documents_[service].contains(rules_.evidence[evidence].id); });
    return asked;
  }

  // On a form, or a shorthand for a field that is.
  bool ask_field(FieldId field, ServiceSet services) const {
    const UnifiedField* asked = rules_.form.find(field);
    if (asked != nullptr && !(asked->on_form_of & services).empty()) return true;
    return std::any_of(rules_.derivations.begin(), rules_.derivations.end(), [&](const Derivation& derivation) {
      const UnifiedField* whole = rules_.form.find(derivation.field);
      return derivation.if_known && *derivation.alias == rules_.fields[field].slot && whole != nullptr &&
             !(whole->on_form_of & services).empty();
    });
  }

 private:
  const Rules& rules_;
  Column<Service, std::set<std::string_view>> documents_;
};

Words nobody_asks(std::string_view id) {
  return {texts::message(texts::lint::needed_by_no_service, id), texts::lint::drop_or_check_name};
}

void look_at_documents(Subject& subject, std::string_view code, const Rule& rule,
                       const std::vector<EvidenceId>& evidence, const Questions& questions, ServiceSet services) {
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (questions.ask_document(evidence[i], services)) continue;
    subject.remark(code, rule, json::append("/evidence", i), nobody_asks(subject.rules().evidence[evidence[i]].id));
  }
}

// Fields by name are looked at one by one; of all fields of an owner, one that is asked for is enough.
void look_at_fields(Subject& subject, const DataShare& share, const Questions& questions) {
  const auto* list = subject.row(share).if_contains("fields");
  const std::size_t by_name = list != nullptr ? list->get_array().size() : 0;
  for (std::size_t i = 0; i < by_name; ++i) {
    if (questions.ask_field(share.fields[i], share.services)) continue;
    subject.remark("share-answers-nothing", share, json::append("/fields", i),
                   nobody_asks(subject.rules().fields[share.fields[i]].id));
  }
  if (!subject.row(share).contains("owned_by")) return;
  const bool any = std::any_of(share.fields.begin() + static_cast<std::ptrdiff_t>(by_name), share.fields.end(),
                               [&](FieldId field) { return questions.ask_field(field, share.services); });
  if (any) return;
  subject.remark("share-answers-nothing", share, "/owned_by",
                 {texts::lint::owner_on_no_form, texts::lint::drop_owned_by});
}

void look_at_alternatives(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto rows = subject.rows("evidence");
  for (const EvidenceId i : rules.evidence.ids()) {
    const auto choices = Subject::rows(*rows[i.place()], "alternatives");
    for (std::size_t j = 0; j < choices.size(); ++j) {
      const auto& when = rules.evidence[i].alternatives[j].when;
      if (std::any_of(when.begin(), when.end(), [](ConditionId condition) { return condition != no_index; })) continue;
      subject.remark("alternative-never-accepted", *choices[j], "",
                     {texts::lint::alternative_never_accepted, texts::lint::give_holder_fields});
    }
  }
}

void look_at_services(Subject& subject) {
  each_rule(subject.rules(), [&](const auto& rule) {
    if constexpr (requires { rule.services.empty(); }) {
      if (!rule.services.empty()) return;
      const bool by_need = subject.row(rule).contains("services_needing");
      subject.remark("no-service-concerned", rule, by_need ? "/services_needing" : "/services",
                     {texts::lint::about_no_service, texts::lint::name_services});
    }
  });
}

}  // namespace

void look_for_answers_to_nothing(Subject& subject) {
  const Rules& rules = subject.rules();
  const Questions questions(subject);
  const auto everywhere = ServiceSet::all(rules.services.size());
  for (const DataShare& share : rules.shares) {
    if (share.services.empty()) continue;
    look_at_documents(subject, "share-answers-nothing", share, share.evidence, questions, share.services);
    look_at_fields(subject, share, questions);
  }
  for (const Absorption& rule : rules.absorptions) {
    look_at_documents(subject, "absorption-answers-nothing", rule, rule.evidence, questions, everywhere);
  }
  for (const Tolerance& rule : rules.tolerances) {
    look_at_documents(subject, "tolerance-covers-nothing", rule, rule.evidence, questions, everywhere);
  }
  look_at_alternatives(subject);
  look_at_services(subject);
}

}  // namespace birthcase::linting
