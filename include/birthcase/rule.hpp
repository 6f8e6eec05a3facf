/// What all rules of a profile have in common: an id, a source, a period in force and a condition.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/date.hpp>
#include <birthcase/id.hpp>
#include <birthcase/result.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace birthcase {

/// A set of services of one profile.
class ServiceSet {
 public:
  static constexpr std::size_t capacity = 64;

  constexpr ServiceSet() noexcept = default;
  static constexpr ServiceSet all(std::size_t count) noexcept {
    return ServiceSet(count == capacity ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1);
  }
  static constexpr ServiceSet of(ServiceId service) noexcept { return ServiceSet(std::uint64_t{1} << service.place()); }

  constexpr bool has(ServiceId service) const noexcept { return (bits_ >> service.place() & 1) != 0; }
  constexpr bool empty() const noexcept { return bits_ == 0; }
  constexpr int count() const noexcept { return std::popcount(bits_); }

  constexpr ServiceSet& operator|=(ServiceSet other) noexcept { return bits_ |= other.bits_, *this; }
  friend constexpr ServiceSet operator|(ServiceSet a, ServiceSet b) noexcept { return ServiceSet(a.bits_ | b.bits_); }
  friend constexpr ServiceSet operator&(ServiceSet a, ServiceSet b) noexcept { return ServiceSet(a.bits_ & b.bits_); }
  friend constexpr ServiceSet operator-(ServiceSet a, ServiceSet b) noexcept { return ServiceSet(a.bits_ & ~b.bits_); }
  friend constexpr bool operator==(ServiceSet, ServiceSet) noexcept = default;

  /// Calls `visit` with each member, in the order of the table.
  template <class Visitor>
  constexpr void each(Visitor&& visit) const {
    for (auto rest = bits_; rest != 0; rest &= rest - 1) {
      visit(ServiceId(static_cast<Index>(std::countr_zero(rest))));
    }
  }

 private:
  constexpr explicit ServiceSet(std::uint64_t bits) noexcept : bits_(bits) {}
  std::uint64_t bits_ = 0;
};

/// The days on which something is in force: from the first to the last, both included; open where absent.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> until;

  bool includes(Date day) const noexcept { return (!from || *from <= day) && (!until || day <= *until); }
};

/// The head of every rule.
struct Rule {
  std::string id;
  std::string source;           ///< where it is written: a document and the place in it
  bool interpretation = false;  ///< true: the source does not say it explicitly
  Validity valid;
  ConditionId when{};    ///< none: always
  Label reason;          ///< why, in words for the family: where the rule applies
  Label otherwise;       ///< why, where it does not
  std::string document;  ///< the profile in which the row stands: the outermost of those that write it
  std::string path;      ///< JSON pointer of the row in that profile's own document
};

}  // namespace birthcase
