/// What the families of many births must bring, worked out at once: births by column, and each distinct answer once.
///
/// The answers are those of `plan()` under the same profile and day. Births that the rules cannot tell apart are
/// planned once, so a batch costs as much as its distinct births and a few instructions for each.
#pragma once

#include <birthcase/plan.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace birthcase {

/// One fact of all births: its distinct values, and for each birth the index of its value.
struct BatchColumn {
  /// The code of a birth whose fact was not told.
  static constexpr std::uint32_t not_told = 0xffffffff;

  std::string fact{};  ///< as `fact_named` takes it: `mother.id_type`, `newborns[0].born_at`; a group, only to be null
  std::vector<Value> values{};             ///< each as `Application::put` takes it; unknown means not told
  std::span<const std::uint32_t> codes{};  ///< by birth: a place in `values`, or `not_told`
};

/// A document that a family has handed in, as `Application::hand_in` takes it.
struct BatchDocument {
  std::string evidence{};
  std::string holder{};
  HandedInAs as = HandedInAs::original;
  std::uint16_t newborn = FactRef::family;
};

/// The documents that the families have handed in: the distinct lists of them, and for each birth the place of its own.
struct BatchDocuments {
  std::vector<std::vector<BatchDocument>> values{};
  std::span<const std::uint32_t> codes{};  ///< by birth: a place in `values`, or `BatchColumn::not_told` for none
};

/// Births by column. Every birth has as many newborns as the columns name: with `newborns[1].sex` it has two.
struct Births {
  std::size_t count = 0;
  std::vector<BatchColumn> facts{};  ///< each fact once
  std::optional<BatchDocuments> documents{};
};

/// What one family must bring, and the facts that would say more about it.
struct EvidenceAnswer {
  std::vector<EvidenceItem> evidence;  ///< as `Plan::evidence`, of the profile of the batch
  /// As `Plan::undetermined`, by fact: what decides about documents, `evidence/…` alone.
  std::vector<Undetermined> undetermined;
};

/// The answers of a batch. `profile` keeps the rules alive to which they point.
struct EvidenceOfBirths {
  Profile profile;
  Date as_of;
  std::vector<std::uint32_t> answer;    ///< by birth: its place in `answers`
  std::vector<EvidenceAnswer> answers;  ///< each answer once, in the order in which births first have it
  std::size_t planned = 0;              ///< births that were planned: those that the rules may tell apart
};

/// Works out what every family must bring. Memory for the distinct values of the births, and four bytes for each birth.
/// May be called from several threads at once; uses none of its own. Errors, each with the column's name: those of
/// `Application::put` for a fact or one of its values, of `Application::hand_in` for a document; `out_of_range` for a
/// code without a value, and for columns that are not as long as there are births; `contradiction` for a fact that has
/// two columns, and for one that is told in a group that is null.
Result<EvidenceOfBirths> evidence_of(const Profile& profile, const Births& births, Date as_of);

}  // namespace birthcase
