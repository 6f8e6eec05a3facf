/// A plan as a JSON document, section by section.
#pragma once

#include <birthcase/plan.hpp>

#include "json/writer.hpp"

#include <string>
#include <string_view>

namespace birthcase {

/// Writes one plan once. Each function writes the value of one top-level key.
class PlanWriter {
 public:
  PlanWriter(const Plan& plan, Language language);

  std::string write();

 private:
  void services();
  void form();
  void evidence();
  void route();
  void undetermined();
  void findings();
  void acceptable();
  void rules();

  void lane(const ServiceLane& lane);
  void field(const FormField& field);
  void item(const EvidenceItem& item);
  void step(const Step& step);
  void payload(const Step& step);

  // Which document, for whom: where `type` is the key of its id.
  template <std::size_t N>
  void document(const char (&type)[N], const EvidenceItem& item);
  void newborn(std::uint16_t newborn);
  void needed_by(ServiceSet services);
  void why(const Why& why);
  void fact(FactRef fact);
  void step_id(const Service& service, std::uint16_t newborn);

  void label(const Label& label) { json_.text_at("label", label.in(language_)); }

  const Plan& plan_;
  const Rules& rules_;
  Language language_;
  JsonWriter json_;
  std::string name_;  // room for a composed name
};

}  // namespace birthcase
