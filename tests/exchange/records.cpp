#include "exchange/records.hpp"

#include "applications.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::tests {
namespace {

constexpr std::array<std::string_view, 6> names{"王子涵", "欧阳𠮷", "阿卜杜拉·买买提", "䶮一鸣", "Anna O'Neil", "李明"};
constexpr std::array<int, 5> weights{300, 2530, 3250, 4999, 9899};
constexpr std::array<std::string_view, 5> lengths{"25", "47.5", "50", "52.3", "69.9"};

// A family as most are, for the fields that the maps carry.
void put_family(Application& application, std::size_t n) {
  const auto put = [&application](std::string_view name, std::string value) {
    application.put(name, Value::text(std::move(value))).value();
  };
  put("mother.name", std::string(names[n % names.size()]));
  put("mother.inpatient_number", fmt::format("ZY{:07}", n + 1));
  put("mother.id_type", "01");
  put("mother.id_number", "330782199103120022");
  put("mother.birth_date", "1991-03-12");
  put("mother.nationality", "CHN");
  put("mother.ethnicity", n % 3 == 0 ? "01" : "13");
  put("mother.hukou.address", fmt::format("浙江省金华市义乌市测试路{}号, 2\"室 <b>&amp;", n));
  put("mother.phone", "13800000001");
  put("birth.place_division", "330782");
  put("birth.institution.name", "义乌市中心医院（示例）");
  put("birth.attendant_name", "陈医生");
  put("birth.mode", n % 4 == 0 ? "caesarean" : "vaginal");
  put("birth.parity", std::to_string(1 + n % 4));
  put("birth.complications", n % 5 == 0 ? "true" : "false");
  put("benefit.insured.insurance_code", fmt::format("33{:08}", n));
  put("benefit.insured.phone", "13800000001");
  if (n % 4 == 3) return;
  put("father.name", std::string(names[(n + 1) % names.size()]));
  put("father.id_type", "01");
  put("father.id_number", "330782198907080017");
  put("father.birth_date", "1989-07-08");
}

void put_newborn(Application& application, std::size_t n, std::uint16_t newborn) {
  const auto put = [&](std::string_view name, std::string value) {
    application.put(name, Value::text(std::move(value)), newborn).value();
  };
  put("newborn.order", std::to_string(newborn + 1));
  put("newborn.name", std::string(names[(n + newborn + 2) % names.size()]));
  put("newborn.sex", (n + newborn) % 2 == 0 ? "1" : "2");
  put("newborn.born_at", fmt::format("2019-{:02}-{:02}T{:02}:{:02}", 1 + n % 12, 1 + n % 28, n % 24, 10 + newborn));
  put("newborn.gestational_weeks", std::to_string(28 + n % 14));
  put("newborn.gestational_days", std::to_string(n % 7));
  put("newborn.weight_g", std::to_string(weights[(n + newborn) % weights.size()]));
  put("newborn.length_cm", std::string(lengths[(n + newborn) % lengths.size()]));
  put("newborn.health_status", n % 3 == 0 ? "good" : n % 3 == 1 ? "fair" : "poor");
  put("newborn.hepatitis_b.given_on", fmt::format("2019-{:02}-{:02}", 1 + n % 12, 1 + n % 28));
  put("newborn.hepatitis_b.batch", fmt::format("HB{:06}", n));
}

constexpr std::string_view view_columns =
    "分娩编号,记录时间,住院号,产妇姓名,产妇证件号,产妇证件类型,产妇国籍,产妇户籍地址,产妇民族,分娩方式,产次,并发症,"
    "胎序,婴儿性别,出生时间,孕周,"
    "体重(kg),身长(cm),新生儿状况,科室\n";

// What is wrong with a row; 0: nothing.
std::size_t fault_of(std::size_t row) { return row % 7 == 6 ? 1 + row / 7 % 5 : 0; }

std::string view_row(std::size_t n) {
  const std::size_t fault = fault_of(n);
  std::string row =
      fmt::format("FM{:05},2019-06-{:02} 09:00:00,ZY{:07},周敏,330782199103120022,身份证,", n, 1 + n % 28, n);
  row += fmt::format("中国,\"测试路{}号, 2室\",汉族,{},1,无,1,", n, n % 3 == 0 ? "剖宫产" : "顺产");
  row += fault == 1 ? "未说明," : n % 2 == 0 ? "男," : "女,";                         // refused: the sex is required
  row += fault == 2 ? "昨天夜里," : fmt::format("2019-06-{:02} 14:20,", 1 + n % 28);  // refused: so is the time
  row += fmt::format("39+2,{},", fault == 3 ? "3300" : fmt::format("{}.{}", 2 + n % 3, n % 10));  // grams for kilograms
  row += fault == 4 ? "NA,良好,产科" : "50,良好,产科";  // not known: no fault at all
  if (fault == 5) row += ",多一格";                     // refused: a cell too many
  return row + '\n';
}

}  // namespace

exchange::Map map_named(std::string_view id, std::string_view profile) {
  return exchange::Map::built_in(built_in(profile), id).value();
}

std::vector<Application> invented_births(std::size_t count) {
  std::vector<Application> births;
  for (std::size_t n = 0; n < count; ++n) {
    Application& application = births.emplace_back(built_in("base"));
    put_family(application, n);
    const std::uint16_t newborns = n % 10 == 9 ? 3 : n % 5 == 4 ? 2 : 1;
    for (std::uint16_t i = 0; i < newborns; ++i) put_newborn(application, n, i);
  }
  return births;
}

Application suited(std::string_view map, Application birth) {
  if (map == "cda-c0015") birth.put("birth.mode", Value::text("vaginal")).value();
  if (map == "cda-c0016") birth.put("birth.mode", Value::text("caesarean")).value();
  return birth;
}

std::string view_of_births(std::size_t rows) {
  std::string text(view_columns);
  for (std::size_t n = 0; n < rows; ++n) text += view_row(n);
  return text;
}

std::size_t refused_rows(std::size_t rows) {
  std::size_t refused = 0;
  for (std::size_t n = 0; n < rows; ++n) {
    const std::size_t fault = fault_of(n);
    refused += fault == 1 || fault == 2 || fault == 5 ? 1 : 0;
  }
  return refused;
}

std::string findings_of(const exchange::ImportedBirth& birth) {
  std::vector<std::string> all;
  for (const auto& found : birth.findings) all.push_back(found.finding.code + ' ' + found.source);
  return joined(std::move(all));
}

std::string fact(const exchange::ImportedBirth& birth, std::string_view name, std::uint16_t newborn) {
  REQUIRE(birth.application);
  return to_string(birth.application->get(name, newborn).value());
}

}  // namespace birthcase::tests
