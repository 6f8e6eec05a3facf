#include "batch/answers.hpp"

#include "plan/undetermined.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace birthcase::batch {
namespace {

// All that an answer says, as bytes.
class Bytes {
 public:
  template <class Plain>
  requires std::is_integral_v<Plain> || std::is_enum_v<Plain> || std::is_pointer_v<Plain>
  void add(Plain value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }

  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }

  void add(const Why& why) {
    add(why.rule);
    add(why.holds);
    add(why.newborn);
  }

  void add(const EvidenceItem& item) {
    add(item.type);
    add(item.asked);
    add(item.holder);
    add(item.newborn);
    add(item.status);
    add(item.original);
    add(item.copies);
    add(item.tolerance);
    add(item.needed_by.count());
    item.needed_by.each([this](Index service) { add(service); });
    add(item.from);
    add(item.why);
  }

  void add(const Undetermined& open) {
    add(open.fact.index);
    add(open.fact.newborn);
    add(open.decides.size());
    for (const std::string& decides : open.decides) add(std::string_view(decides));
  }

  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

std::string bytes_of(const EvidenceAnswer& answer) {
  Bytes bytes;
  bytes.add(answer.evidence.size());
  for (const EvidenceItem& item : answer.evidence) bytes.add(item);
  for (const Undetermined& open : answer.undetermined) bytes.add(open);
  return std::move(bytes).take();
}

// The family's facts stand before those of the newborns.
bool before(const Undetermined& a, const Undetermined& b) noexcept {
  const auto whose = [](FactRef fact) { return static_cast<std::uint16_t>(fact.newborn + 1); };
  return std::pair(whose(a.fact), a.fact.index) < std::pair(whose(b.fact), b.fact.index);
}

}  // namespace

EvidenceAnswer answer_of(const Profile& profile, const Application& application, Date as_of) {
  using namespace planning;
  const FactTable table(profile.rules(), *application.facts(), as_of);
  const Situation situation(profile, *application.facts(), table, as_of);
  Evidence evidence = collect_evidence(situation, choose_lanes(situation));
  EvidenceAnswer answer{{}, collect_undetermined(situation, evidence)};
  answer.evidence = std::move(evidence.items);
  std::sort(answer.undetermined.begin(), answer.undetermined.end(), before);
  return answer;
}

std::uint32_t Answers::add(EvidenceAnswer answer) {
  const auto next = static_cast<std::uint32_t>(all_.size());
  const auto [known, added] = places_.emplace(bytes_of(answer), next);
  if (added) all_.push_back(std::move(answer));
  return known->second;
}

}  // namespace birthcase::batch
