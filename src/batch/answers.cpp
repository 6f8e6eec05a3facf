#include "batch/answers.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace birthcase::batch {
namespace {

constexpr std::string_view of_document = "evidence/";

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

  template <class Row>
  void add(Id<Row> id) {
    add(id.place());
  }

  void add(const SuppliedBy& from) {
    const auto place = []<class Kind>(const Kind& by) {
      if constexpr (std::is_same_v<Kind, std::monostate>)
        return Index(no_index);
      else
        return by.place();
    };
    add(from.index());
    add(std::visit(place, from));
  }

  void add(const Why& why) {
    add(why.rule);
    add(why.holds);
    add(why.newborn);
    add(why.alternative);
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
    item.needed_by.each([this](ServiceId service) { add(service); });
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

EvidenceAnswer answer_of(const Plan& plan) {
  EvidenceAnswer answer{plan.evidence, {}};
  for (const Undetermined& open : plan.undetermined) {
    Undetermined of_documents{open.fact, {}};
    for (const std::string& decides : open.decides) {
      if (decides.starts_with(of_document)) of_documents.decides.push_back(decides);
    }
    if (!of_documents.decides.empty()) answer.undetermined.push_back(std::move(of_documents));
  }
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
