#include <birthcase/batch.hpp>

#include "batch/answers.hpp"
#include "batch/handed_in.hpp"
#include "batch/keys.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace birthcase {
namespace {

using namespace batch;

// What is known of births with so many newborns: what can be told apart of them, and the answers so far.
struct OfCount {
  OfCount(const Columns& columns, const Relevant& relevant, std::uint16_t newborns, Date as_of)
      : inputs(columns, relevant, std::max<std::uint16_t>(newborns, 1)),
        observed(columns.profile().rules(), relevant, inputs, as_of),
        documents(columns, newborns),
        writer(inputs, observed, documents.classes()),
        known(writer.words()) {}

  Inputs inputs;
  Observed observed;
  HandedInLists documents;
  KeyWriter writer;
  KeyTable known;
  std::vector<std::uint32_t> answers;  // by number of key
};

class Batch {
 public:
  Batch(const Columns& columns, Date as_of)
      : columns_(columns), relevant_(columns.profile().rules()), result_{columns.profile(), as_of, {}, {}} {
    result_.answer.resize(columns.births().count);
  }

  Result<EvidenceOfBirths> work_out() &&;

 private:
  static constexpr std::size_t at_once = 4096;  // births whose keys fit into the processor's cache

  OfCount& of(std::uint16_t newborns);
  Result<void> answer(OfCount& of_count, std::span<const std::uint32_t> births);
  Result<std::uint32_t> plan_one(std::uint32_t birth);

  const Columns& columns_;
  Relevant relevant_;
  EvidenceOfBirths result_;
  Answers answers_;
  std::array<std::unique_ptr<OfCount>, Application::max_newborns + 1> by_count_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> lists_;
};

Result<EvidenceOfBirths> Batch::work_out() && {
  const std::size_t count = columns_.births().count;
  std::array<std::vector<std::uint32_t>, Application::max_newborns + 1> births;
  for (std::size_t first = 0; first < count; first += at_once) {
    const auto newborns = columns_.newborns(first, std::min(at_once, count - first));
    for (std::size_t i = 0; i < newborns.size(); ++i) {
      births[newborns[i]].push_back(static_cast<std::uint32_t>(first + i));
    }
    for (std::uint16_t each = 0; each < births.size(); ++each) {
      if (births[each].empty()) continue;
      if (auto done = answer(of(each), births[each]); !done) return done.error();
      births[each].clear();
    }
  }
  result_.answers = std::move(answers_).take();
  return std::move(result_);
}

OfCount& Batch::of(std::uint16_t newborns) {
  auto& known = by_count_[newborns];
  if (known == nullptr) known = std::make_unique<OfCount>(columns_, relevant_, newborns, result_.as_of);
  return *known;
}

// Where a condition is so large that it is not looked into, every birth is planned.
Result<void> Batch::answer(OfCount& of_count, std::span<const std::uint32_t> births) {
  lists_.assign(births.size(), 0);
  if (const auto& documents = columns_.births().documents) {
    for (std::size_t i = 0; i < births.size(); ++i) lists_[i] = documents->codes[births[i]] + 1;
  }
  keys_.resize(births.size() * of_count.writer.words());
  of_count.writer.write(births, lists_, keys_);
  const bool alike = of_count.observed.can_tell();
  for (std::size_t i = 0; i < births.size(); ++i) {
    if (const auto& error = of_count.documents.error(lists_[i])) return *error;
    const auto [number, is_new] = of_count.known.add(keys_.data() + i, births.size());
    if (is_new || !alike) {
      const auto place = plan_one(births[i]);
      if (!place) return place.error();
      if (is_new) of_count.answers.push_back(*place);
      of_count.answers[number] = *place;
    }
    result_.answer[births[i]] = of_count.answers[number];
  }
  return {};
}

Result<std::uint32_t> Batch::plan_one(std::uint32_t birth) {
  const auto application = columns_.application(birth);
  if (!application) return application.error();
  ++result_.planned;
  return answers_.add(answer_of(columns_.profile(), *application, result_.as_of));
}

}  // namespace

Result<EvidenceOfBirths> evidence_of(const Profile& profile, const Births& births, Date as_of) {
  const auto columns = Columns::read(profile, births);
  if (!columns) return columns.error();
  return Batch(*columns, as_of).work_out();
}

}  // namespace birthcase
