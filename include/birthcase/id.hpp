/// Which row of which table: what rules say of each other, by types that cannot be mixed up.
///
/// A table is asked by an id of its own rows alone: the compiler refuses a field's id in the table of services.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace birthcase {

/// A place in a list.
using Index = std::uint16_t;

/// No place in any list, and no row of any table.
struct NoIndex {
  constexpr operator Index() const noexcept { return 0xffff; }
};
inline constexpr NoIndex no_index;

/// A row of a table, or none.
template <class Row>
class Id {
 public:
  constexpr Id() noexcept = default;
  constexpr Id(NoIndex) noexcept {}
  constexpr explicit Id(Index place) noexcept : place_(place) {}

  /// The place of the row in its table, from 0.
  constexpr Index place() const noexcept { return place_; }

  friend constexpr auto operator<=>(Id, Id) noexcept = default;

 private:
  Index place_ = no_index;
};

/// The ids of a table's rows, in their order.
template <class Row>
class IdRange {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Id<Row>;
    using difference_type = std::ptrdiff_t;
    using pointer = const Id<Row>*;
    using reference = Id<Row>;

    constexpr Iterator() noexcept = default;
    constexpr explicit Iterator(Index place) noexcept : place_(place) {}
    constexpr Id<Row> operator*() const noexcept { return Id<Row>(place_); }
    constexpr Iterator& operator++() noexcept { return ++place_, *this; }
    constexpr Iterator operator++(int) noexcept { return Iterator(place_++); }
    friend constexpr bool operator==(Iterator, Iterator) noexcept = default;

   private:
    Index place_ = 0;
  };

  constexpr explicit IdRange(std::size_t count) noexcept : end_(static_cast<Index>(count)) {}
  constexpr Iterator begin() const noexcept { return Iterator(0); }
  constexpr Iterator end() const noexcept { return Iterator(end_); }

 private:
  Index end_;
};

/// Rows that have ids. At most `no_index` of them.
template <class Row>
class Table {
 public:
  using value_type = Row;

  const Row& operator[](Id<Row> id) const noexcept { return rows_[id.place()]; }
  Row& operator[](Id<Row> id) noexcept { return rows_[id.place()]; }

  /// The id of a row, which must be one of this table.
  Id<Row> id_of(const Row& row) const noexcept { return Id<Row>(static_cast<Index>(&row - rows_.data())); }

  /// The id that the next row will have.
  Id<Row> next() const noexcept { return Id<Row>(static_cast<Index>(rows_.size())); }
  IdRange<Row> ids() const noexcept { return IdRange<Row>(rows_.size()); }

  auto begin() const noexcept { return rows_.begin(); }
  auto end() const noexcept { return rows_.end(); }
  auto begin() noexcept { return rows_.begin(); }
  auto end() noexcept { return rows_.end(); }
  auto rbegin() const noexcept { return rows_.rbegin(); }
  auto rend() const noexcept { return rows_.rend(); }
  std::size_t size() const noexcept { return rows_.size(); }
  bool empty() const noexcept { return rows_.empty(); }
  const Row* data() const noexcept { return rows_.data(); }
  Row* data() noexcept { return rows_.data(); }
  const Row& front() const noexcept { return rows_.front(); }
  const Row& back() const noexcept { return rows_.back(); }
  Row& back() noexcept { return rows_.back(); }
  void push_back(Row row) { rows_.push_back(std::move(row)); }

 private:
  std::vector<Row> rows_;
};

/// Something for each row of a table.
template <class Row, class Value>
class Column {
 public:
  using value_type = Value;

  Column() noexcept = default;
  explicit Column(std::size_t rows, const Value& value = Value()) : values_(rows, value) {}

  decltype(auto) operator[](Id<Row> id) const noexcept { return values_[id.place()]; }
  decltype(auto) operator[](Id<Row> id) noexcept { return values_[id.place()]; }

  IdRange<Row> ids() const noexcept { return IdRange<Row>(values_.size()); }
  auto begin() const noexcept { return values_.begin(); }
  auto end() const noexcept { return values_.end(); }
  auto begin() noexcept { return values_.begin(); }
  auto end() noexcept { return values_.end(); }
  std::size_t size() const noexcept { return values_.size(); }
  bool empty() const noexcept { return values_.empty(); }
  const Value& back() const noexcept { return values_.back(); }
  Value& back() noexcept { return values_.back(); }
  void push_back(Value value) { values_.push_back(std::move(value)); }
  template <class... Arguments>
  Value& emplace_back(Arguments&&... arguments) {
    return values_.emplace_back(std::forward<Arguments>(arguments)...);
  }

 private:
  std::vector<Value> values_;
};

struct Absorption;
struct Channel;
struct Check;
struct DataShare;
struct Derivation;
struct DoneRule;
struct EvidenceType;
struct Field;
struct Holder;
struct NamedHours;
struct Option;
struct Organisation;
struct Service;
struct SharedCondition;

using AbsorptionId = Id<Absorption>;
using ChannelId = Id<Channel>;
using ConditionId = Id<SharedCondition>;
using DerivationId = Id<Derivation>;
using DoneId = Id<DoneRule>;
using EvidenceId = Id<EvidenceType>;
using FieldId = Id<Field>;
using HolderId = Id<Holder>;
using HoursId = Id<NamedHours>;
using OptionId = Id<Option>;
using OrganisationId = Id<Organisation>;
using ServiceId = Id<Service>;
using ShareId = Id<DataShare>;

}  // namespace birthcase

template <class Row>
struct std::hash<birthcase::Id<Row>> {
  std::size_t operator()(birthcase::Id<Row> id) const noexcept { return std::hash<birthcase::Index>()(id.place()); }
};
