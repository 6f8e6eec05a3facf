/// A plan as a JSON document, section by section.
#pragma once

#include <birthcase/plan.hpp>

#include "json/writer.hpp"
#include "plan/shapes/plan_template.hpp"

#include <string>
#include <string_view>

namespace birthcase {

/// Writes one plan once. Each function writes the value of one top-level key.
class PlanWriter {
 public:
  /// `recorder` notes what differs in plans of the same shape.
  PlanWriter(const Plan& plan, Language language, TemplateRecorder* recorder = nullptr);

  std::string write();

 private:
  void services();
  void form();
  void evidence();
  void look_ups();
  void route();
  void undetermined();
  void findings();
  void acceptable();
  void rules();

  void lane(const ServiceLane& lane);
  void field(const FormField& field);
  void item(const EvidenceItem& item);
  void look_up(const PlannedLookUp& look_up);
  void provenance(FactRef fact);
  void facts_at(const std::vector<FactRef>& facts);
  void step(const Step& step);
  void payload(const Step& step);

  // Which document, for whom: where `type` is the key of its id.
  template <std::size_t N>
  void document(const char (&type)[N], const EvidenceItem& item);
  void newborn(std::uint16_t newborn);
  void needed_by(ServiceSet services);
  void why(const Why& why);
  void fact(FactRef fact);
  void blank(const Blank& blank);
  void step_id(const Service& service, std::uint16_t newborn);

  void label(const Label& label) { json_.text_at("label", label.in(language_)); }

  const Plan& plan_;
  const Rules& rules_;
  Language language_;
  TemplateRecorder* recorder_;
  JsonWriter json_;
  std::string name_;  // room for a composed name
};

}  // namespace birthcase
