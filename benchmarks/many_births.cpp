// Many births at once, by column, beside a plan for each: 200 000 of them from a seed, as a city has them.
#include <birthcase/birthcase.hpp>

#include "dice.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace birthcase;

constexpr std::size_t births_in_all = 200'000;
constexpr std::size_t births_planned = 2'000;  // one by one: more would only take longer
const Date day(2020, 3, 2);

/// Columns under construction.
class Columns {
 public:
  void tell(const std::string& fact, std::size_t birth, const std::string& value) {
    Column& column = columns_[fact];
    const auto [place, added] = column.places.emplace(value, static_cast<std::uint32_t>(column.values.size()));
    if (added) column.values.push_back(Value::text(value));
    column.codes.resize(births_in_all, BatchColumn::not_told);
    column.codes[birth] = place->second;
  }

  Births births() const {
    Births births{.count = births_in_all};
    for (const auto& [fact, column] : columns_) births.facts.push_back({fact, column.values, column.codes});
    return births;
  }

 private:
  struct Column {
    std::vector<Value> values{};
    std::map<std::string, std::uint32_t> places{};
    std::vector<std::uint32_t> codes{};
  };
  std::map<std::string, Column> columns_;
};

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// What decides about documents, with days of birth; from here, from elsewhere, from abroad; some twins, some half
/// told.
void tell_what_decides(Columns& columns, std::size_t birth, city::Dice& dice) {
  static const std::vector<std::string> divisions{"330782", "330782", "330782", "330782", "330106", "330381",
                                                  "341226", "360121", "411521", "520522", "331081", "500101"};
  const auto tell = [&](const std::string& fact, const std::string& value) {
    if (!dice.happens(5)) columns.tell(fact, birth, value);
  };
  tell("channel", "hospital");
  tell("applicant.role", dice.happens(700) ? "mother" : dice.happens(950) ? "father" : "agent");
  tell("benefit.claimed_by", dice.happens(500) ? "mother" : dice.happens(200) ? "father" : "none");
  tell("mother.id_type", dice.happens(985) ? "01" : "03");
  tell("mother.hukou.division", dice.any(divisions));
  if (!dice.happens(20)) {
    tell("father.id_type", dice.happens(985) ? "01" : "03");
    tell("father.hukou.division", dice.any(divisions));
  }
  tell("marriage.status", dice.happens(920) ? "20" : dice.happens(600) ? "10" : "40");
  tell("settlement.with", dice.happens(600) ? "father" : "mother");
  tell("birth.place_division", dice.happens(930) ? "330782" : "330106");
  tell("birth.institution.licensed", dice.happens(995) ? "true" : "false");
  const int children = dice.happens(17) ? 2 : 1;
  const std::string born = "2020-0" + std::to_string(dice.between(1, 2)) + "-" + two_digits(dice.between(1, 28));
  for (int child = 0; child < children; ++child) {
    const std::string newborn = "newborns[" + std::to_string(child) + "].";
    columns.tell(newborn + "sex", birth, dice.happens(515) ? "1" : "2");
    columns.tell(newborn + "birth_date", birth, born);
  }
}

/// And who they are, when they were born to the minute: values that hardly two births share.
void tell_who_they_are(Columns& columns, std::size_t birth, city::Dice& dice) {
  static const std::vector<std::string> parts{"李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "小", "晓",
                                              "梅", "兰", "建", "国", "芳", "伟", "娜", "敏", "静", "强", "磊", "军"};
  for (const char* who : {"mother", "father"}) {
    columns.tell(std::string(who) + ".name", birth, dice.any(parts) + dice.any(parts) + dice.any(parts));
    columns.tell(std::string(who) + ".phone", birth, "138" + std::to_string(dice.between(10000000, 99999999)));
  }
  const std::string born = "2020-0" + std::to_string(dice.between(1, 2)) + "-" + two_digits(dice.between(1, 28)) + "T" +
                           two_digits(dice.between(0, 23)) + ":" + two_digits(dice.between(0, 59));
  columns.tell("newborns[0].born_at", birth, born);
}

const Columns& columns_of(bool with_people) {
  static const auto make = [](bool people) {
    Columns columns;
    city::Dice dice(1);
    for (std::size_t birth = 0; birth < births_in_all; ++birth) {
      tell_what_decides(columns, birth, dice);
      if (people) tell_who_they_are(columns, birth, dice);
    }
    return columns;
  };
  static const Columns deciding = make(false);
  static const Columns people = make(true);
  return with_people ? people : deciding;
}

const Profile& yiwu() {
  static const Profile profile = Profile::built_in("yiwu").value();
  return profile;
}

/// The births of a batch, one by one.
std::vector<Application> applications(const Births& births) {
  std::vector<Application> all;
  for (std::size_t birth = 0; birth < births_planned; ++birth) {
    Application& application = all.emplace_back(yiwu());
    for (const BatchColumn& column : births.facts) {
      if (column.codes[birth] == BatchColumn::not_told) continue;
      const FactRef fact = fact_named(yiwu(), column.fact).value();
      const std::string& name = yiwu().rules().schema.at(fact).name;
      application.put(name, column.values[column.codes[birth]], fact.newborn).value();
    }
  }
  return all;
}

void in_columns(benchmark::State& state, bool with_people) {
  const Births births = columns_of(with_people).births();
  std::size_t planned = 0;
  std::size_t answers = 0;
  for (auto _ : state) {
    const auto result = evidence_of(yiwu(), births, day).value();
    planned = result.planned;
    answers = result.answers.size();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * births_in_all));
  state.counters["planned"] = static_cast<double>(planned);
  state.counters["answers"] = static_cast<double>(answers);
}

void one_by_one(benchmark::State& state, bool with_people) {
  const auto all = applications(columns_of(with_people).births());
  for (auto _ : state) {
    for (const Application& application : all) benchmark::DoNotOptimize(plan(yiwu(), application, day));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * all.size()));
}

/// Prints as usual, and the processor time of each birth.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const auto rate = run.counters.find("items_per_second");
      if (rate != run.counters.end())
        std::printf("%s: %.3f us a birth\n", run.benchmark_name().c_str(), 1e6 / rate->second);
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (const bool people : {false, true}) {
    const std::string what = people ? "with_people" : "what_decides";
    benchmark::RegisterBenchmark(("columns/" + what).c_str(), in_columns, people)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("plans/" + what).c_str(), one_by_one, people)->Unit(benchmark::kMillisecond);
  }
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
