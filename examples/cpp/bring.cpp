// What does this family bring? A half-filled record is enough to ask.
#include <birthcase/birthcase.hpp>

#include <iostream>

int main() {
  const auto yiwu = birthcase::Profile::built_in("yiwu").value();
  const auto known = birthcase::Application::parse(yiwu, R"({
    "channel": "hospital", "applicant": {"role": "mother"}, "father": {"id_type": "01"},
    "marriage": {"status": "20"}, "settlement": {"with": "father"},
    "mother": {"id_type": "01", "hukou": {"division": "330108"}}})")
                         .value();
  const auto plan = birthcase::plan(yiwu, known, birthcase::Date(2019, 6, 10));
  for (const auto& item : plan.evidence) {
    if (item.status == birthcase::EvidenceStatus::bring) std::cout << item.type->label.zh << '\n';
  }
}
