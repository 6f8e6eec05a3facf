/// What of births with so many newborns rules can tell apart.
///
/// A birth is known by the classes of its inputs and by what pairs of them come to; births of whom all of that is the
/// same have the same documents. Everything that the phases of planning may read is observed, whatever a fact turns out
/// to follow from.
#pragma once

#include "batch/flows.hpp"
#include "batch/partition.hpp"
#include "batch/question.hpp"
#include "plan/conditions/condition_program.hpp"

#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace birthcase::batch {

/// What two inputs come to together.
struct Joint {
  std::array<std::uint32_t, 2> inputs{};
  std::array<std::vector<std::uint32_t>, 2> ids{};  ///< by code: what is compared
  /// What is observed of two codes, if it is more than whether their ids are equal.
  std::function<std::uint32_t(std::uint32_t, std::uint32_t)> ask{};

  /// That, once for each pair of ids.
  std::uint32_t of(std::uint32_t first, std::uint32_t second);

 private:
  static constexpr std::size_t most_known = 1U << 20U;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;  // by ids
};

/// Made once for each number of newborns. `inputs` must stay where it is.
class Observed {
 public:
  Observed(const Rules& rules, const Relevant& relevant, const Inputs& inputs, Date as_of);
  Observed(const Observed&) = delete;
  Observed& operator=(const Observed&) = delete;

  /// Whether that can be said: no condition is so large that it is not looked into.
  bool can_tell() const noexcept { return program_.is_traceable(); }

  std::span<const Partition> classes() const noexcept { return classes_; }  ///< by input
  std::span<Joint> joints() noexcept { return joints_; }

 private:
  using Choice = std::span<const Origin* const>;

  void observe_origins();
  void observe_people();
  void observe_conditions(const Relevant& relevant);
  void observe_agreement(const Relevant& relevant);
  void observe_class(std::size_t place, const feel::Logic* answers);
  void observe_leaf(std::uint32_t leaf, std::uint16_t newborn);
  void observe_choice(const Question& question, Choice choice);
  void observe_alone(const Question& question, Choice choice, std::uint32_t input,
                     const std::vector<std::uint32_t>& ids);
  void observe_equality(const Origin& first, const Origin& second);
  void observe_origin(const Origin& origin, const std::function<std::uint32_t(const Value&)>& seen);
  bool compare_texts(const Origin& first, const Origin& second);
  bool add_ids(const Origin& origin, std::vector<std::uint32_t>& ids);
  std::uint32_t ask(const Question& question, Choice choice, std::array<std::uint32_t, 2> codes);
  std::uint32_t note(feel::Logic answer, const FactRefs& deciding);
  void keep_apart(std::size_t place);

  const Rules& rules_;
  const Inputs& inputs_;
  const ConditionProgram& program_;
  Flows flows_;
  Scratch scratch_;
  std::vector<Partition> classes_;
  std::vector<Joint> joints_;
  std::set<std::pair<const Image*, const Image*>> compared_;
  std::unordered_map<std::string, std::uint32_t> texts_;
  std::map<std::vector<FactRef>, std::uint32_t> notes_;
};

}  // namespace birthcase::batch
