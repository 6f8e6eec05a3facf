// How many families bring a marriage certificate? Births by column, each distinct value once.
#include <birthcase/birthcase.hpp>

#include <cstdint>
#include <iostream>
#include <vector>

int main() {
  using birthcase::Value;
  constexpr auto not_told = birthcase::BatchColumn::not_told;
  const auto yiwu = birthcase::Profile::built_in("yiwu").value();

  const std::vector<std::uint32_t> all_alike{0, 0, 0, 0};
  const std::vector<std::uint32_t> mothers{0, 0, 1, not_told};
  const std::vector<std::uint32_t> fathers{0, 1, 2, 0};
  birthcase::Births births{.count = 4};
  births.facts = {{"channel", {Value::text("hospital")}, all_alike},
                  {"applicant.role", {Value::text("mother")}, all_alike},
                  {"marriage.status", {Value::text("20")}, all_alike},
                  {"mother.hukou.division", {Value::text("330782"), Value::text("341226")}, mothers},
                  {"father.hukou.division", {Value::text("330782"), Value::text("360121"), Value::null()}, fathers}};

  const auto batch = birthcase::evidence_of(yiwu, births, birthcase::Date(2019, 6, 10)).value();
  for (const std::uint32_t place : batch.answer) {
    const birthcase::EvidenceAnswer& answer = batch.answers[place];
    for (const auto& item : answer.evidence) {
      if (item.type->id != "marriage-certificate") continue;
      std::cout << "answer " << place << ": " << item.type->label.zh << ' ' << to_string(item.status) << '\n';
    }
  }
}
