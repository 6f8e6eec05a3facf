/// A plan as a JSON text, part by part.
#pragma once

#include <birthcase/plan.hpp>
#include <birthcase/plan_contents.hpp>

#include "json/writer.hpp"
#include "plan/shapes/plan_template.hpp"
#include "plan/shapes/plan_templates.hpp"

#include <string>
#include <string_view>

namespace birthcase {

/// Writes one plan once.
class PlanWriter {
 public:
  /// `templates`: those of the plan's shape, if it has one. The parts that they have are taken from them; the others
  /// are written and kept there.
  PlanWriter(const Plan& plan, Language language, const PlanContents& contents, const PlanTemplates* templates);

  std::string write();

 private:
  void write(PlanPart part);
  void write_anew(PlanPart part);
  const PlanTemplate* known(PlanPart part) const noexcept;
  std::size_t expected_size() const;
  std::size_t expected_size(PlanPart part) const;

  // Each writes the key of one part and its value.
  void profile();
  void as_of();
  void services();
  void form();
  void evidence();
  void look_ups();
  void route();
  void undetermined();
  void findings();
  void acceptable();
  void due();
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

  void label(const Label& label) {
    if (style_.words) json_.text_at("label", label.in(*style_.words));
  }

  const Plan& plan_;
  const Rules& rules_;
  PlanParts parts_;
  PartStyle style_;
  const PlanTemplates* templates_;
  TemplateRecorder* recorder_ = nullptr;  // of the part that is being written, where it must become a template
  JsonWriter json_;
  std::string name_;  // room for a composed name
};

}  // namespace birthcase
