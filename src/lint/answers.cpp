// Shares, absorptions, tolerances and alternatives of what nobody asks for, and rules about no service.
#include "json/document.hpp"
#include "lint/subject.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

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
  return {{fmt::format("有关事项都不要“{}”，这一项不起作用", id),
           fmt::format("none of the services concerned asks for '{}', so this does nothing", id)},
          {"请删除这一项，或核对事项和名称", "take it out, or check the services and the name"}};
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
                 {{"有关事项的表单没有这一填写人的字段", "no form concerned has a field of this owner"},
                  {"请删除 owned_by，或改为另一填写人", "take 'owned_by' out, or name another owner"}});
}

void look_at_alternatives(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto rows = subject.rows("evidence");
  for (const EvidenceId i : rules.evidence.ids()) {
    const auto choices = Subject::rows(*rows[i.place()], "alternatives");
    for (std::size_t j = 0; j < choices.size(); ++j) {
      const auto& when = rules.evidence[i].alternatives[j].when;
      if (std::any_of(when.begin(), when.end(), [](ConditionId condition) { return condition != no_index; })) continue;
      subject.remark(
          "alternative-never-accepted", *choices[j], "",
          {{"没有一位持有人有可供判断的字段，这份替代材料永远不会被接受",
            "no holder has facts of its own, so this alternative is never accepted"},
           {"请为持有人加上字段，或删除这份替代材料", "add fields about a holder, or take the alternative out"}});
    }
  }
}

void look_at_services(Subject& subject) {
  each_rule(subject.rules(), [&](const auto& rule) {
    if constexpr (requires { rule.services.empty(); }) {
      if (!rule.services.empty()) return;
      const bool by_need = subject.row(rule).contains("services_needing");
      subject.remark("no-service-concerned", rule, by_need ? "/services_needing" : "/services",
                     {{"这条规则不涉及任何事项，永远不起作用", "the rule is about no service at all and never applies"},
                      {"请写明事项；不写 services 则适用于全部事项",
                       "name its services; without 'services' it is about all of them"}});
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
