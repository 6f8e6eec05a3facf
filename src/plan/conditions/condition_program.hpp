/// The conditions of a profile as one flat program.
#pragma once

#include <birthcase/rules.hpp>

#include "feel/program.hpp"
#include "plan/conditions/fact_classes.hpp"
#include "plan/conditions/leaf.hpp"
#include "plan/slot_set.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace birthcase {

/// All conditions of a profile, for births of so many newborns: what is asked of each newborn in turn is written out.
///
/// A condition is a tree of `and`, `or` and `not` over *leaves*. Most leaves only tell classes of one fact apart
/// (`FactClasses`): their answers stand in a table. The caller that runs the program answers the others, and notes each
/// answer, because conditions share their leaves.
class ConditionProgram {
 public:
  ConditionProgram(const Rules& rules, const FactClasses& classes, std::uint16_t newborns);

  /// The leaves that take more than classes.
  std::span<const Leaf> leaves() const noexcept { return leaves_; }

  /// The facts that may decide a leaf, by its place in `leaves()`.
  const SlotSet& read_by(std::uint32_t leaf) const noexcept { return read_by_leaf_[leaf]; }

  /// Those of which the classes of their facts do not say which facts decide them.
  std::span<const std::uint32_t> traced() const noexcept { return traced_; }

  /// The facts that may decide whether one of those is asked, and how.
  const SlotSet& read_by_traced() const noexcept { return read_by_traced_; }

  /// Whether every leaf may be traced in passing: none belongs to an expression so large that it takes much of the
  /// stack.
  bool is_traceable() const noexcept { return traceable_; }

  /// Conditions with leaves: the classes of the facts do not decide them.
  std::span<const ConditionId> with_leaves() const noexcept { return with_leaves_; }

  /// Calls `classed` with each place by whose class a condition decides, and with the answers by class; `leaf`
  /// with each leaf.
  void each_part(ConditionId condition, auto&& classed, auto&& leaf) const {
    const std::uint32_t root = roots_[condition.place()];
    for (std::uint32_t at = root; at != steps_[root].end; ++at) {
      const Step& step = steps_[at];
      if (step.code == Code::classed) classed(step.place, answers_.data() + step.table);
      if (step.code == Code::leaf) leaf(step.table);
    }
  }

  /// The answer of a condition. `class_of(FactPlace)` gives the class of a fact, `ask(leaf)` the answer of a leaf, by
  /// its place in `leaves()`. Asks no more than it needs, in the order of the condition's text.
  template <class ClassOf, class Ask>
  feel::Logic run(ConditionId condition, const ClassOf& class_of, const Ask& ask) const {
    return answer(roots_[condition.place()], class_of, ask);
  }

 private:
  friend class ConditionCompiler;

  enum class Code : std::uint8_t { constant, classed, leaf, all_of, any_of, negation, counted };

  /// A node of the tree. Its parts follow it, up to `end`.
  struct Step {
    Code code = Code::constant;
    feel::Logic constant = feel::Logic::no;
    FactPlace place{};
    std::uint32_t end = 0;
    std::uint32_t table = 0;  ///< in `answers_`: those by class, or by how many parts hold; of a leaf: its place
  };

  template <class ClassOf, class Ask>
  feel::Logic answer(std::uint32_t at, const ClassOf& class_of, const Ask& ask) const {
    const Step& step = steps_[at];
    switch (step.code) {
      case Code::constant:
        return step.constant;
      case Code::classed:
        return answers_[step.table + class_of(step.place)];
      case Code::leaf:
        return ask(step.table);
      case Code::negation:
        return !answer(at + 1, class_of, ask);
      default:
        break;
    }
    if (step.code == Code::counted) return answer_by_count(step, at, class_of, ask);
    const bool all = step.code == Code::all_of;
    feel::Logic result = feel::logic(all);
    for (std::uint32_t part = at + 1; part != step.end; part = steps_[part].end) {
      const feel::Logic one = answer(part, class_of, ask);
      result = all ? result && one : result || one;
      if (result == feel::logic(!all)) break;
    }
    return result;
  }

  // How many of the parts hold, each of which is about one newborn; unknown once one is, as of a filtered list.
  template <class ClassOf, class Ask>
  feel::Logic answer_by_count(const Step& step, std::uint32_t at, const ClassOf& class_of, const Ask& ask) const {
    std::uint32_t count = 0;
    for (std::uint32_t part = at + 1; part != step.end; part = steps_[part].end) {
      const feel::Logic one = answer(part, class_of, ask);
      if (one == feel::Logic::unknown) return one;
      if (one == feel::Logic::yes) ++count;
    }
    return answers_[step.table + count];
  }

  std::vector<Step> steps_;
  std::vector<feel::Logic> answers_;
  std::vector<Leaf> leaves_;
  std::vector<SlotSet> read_by_leaf_;
  SlotSet read_by_traced_;
  std::vector<std::uint32_t> traced_;
  bool traceable_ = true;
  std::vector<std::uint32_t> roots_;  // by condition
  std::vector<ConditionId> with_leaves_;
  std::deque<feel::Program> written_out_;  // of quantified conditions: the body for one newborn
  std::deque<Value> constants_;            // that leaves compare facts with
};

/// The programs of a profile, each made when it is needed first. Safe to use from several threads.
class ConditionPrograms {
 public:
  /// The rules must stay where they are.
  explicit ConditionPrograms(const Rules& rules) : rules_(rules), classes_(rules) {}

  const FactClasses& classes() const noexcept { return classes_; }
  const ConditionProgram& of(std::size_t newborns) const;

 private:
  static constexpr std::size_t most_newborns = 16;

  const Rules& rules_;
  FactClasses classes_;
  mutable std::mutex making_;
  mutable std::array<std::unique_ptr<const ConditionProgram>, most_newborns + 1> made_;
  mutable std::array<std::atomic<const ConditionProgram*>, most_newborns + 1> ready_{};
};

}  // namespace birthcase
