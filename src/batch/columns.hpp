/// The columns of a batch as an application would take them.
#pragma once

#include <birthcase/batch.hpp>

#include <vector>

namespace birthcase::batch {

/// How a value is known to rules.
enum class Told : std::uint8_t { nothing, none, known, refused };

/// A fact of all births.
struct Column {
  FactRef fact{};
  const BatchColumn* given = nullptr;
  std::vector<Told> told{};     ///< by code
  std::vector<Value> values{};  ///< by code, as applications store them; nothing for a refused one

  bool is_told(std::size_t birth) const noexcept {
    const std::uint32_t code = given->codes[birth];
    return code != BatchColumn::not_told && told[code] != Told::nothing;
  }
  bool is_none(std::size_t birth) const noexcept {
    const std::uint32_t code = given->codes[birth];
    return code != BatchColumn::not_told && told[code] == Told::none;
  }
};

/// All columns, read and checked.
class Columns {
 public:
  static Result<Columns> read(const Profile& profile, const Births& births);

  const Profile& profile() const noexcept { return profile_; }
  const Births& births() const noexcept { return *births_; }
  const Column* find(FactRef fact) const noexcept;

  /// The columns of the groups around a fact, the fact itself among them if it is one.
  std::vector<const Column*> groups_of(FactRef fact) const;

  /// The columns of what stands in a group, at whatever depth.
  std::vector<const Column*> in_group(FactRef group) const;

  /// How many newborns each of so many births has.
  std::vector<std::uint16_t> newborns(std::size_t first, std::size_t count) const;

  /// One birth. Error: of a document that was handed in.
  Result<Application> application(std::size_t birth) const;

  /// Hands the documents of a list in.
  Result<void> hand_in(std::size_t list, Application& application) const;

 private:
  Columns(const Profile& profile, const Births& births) : profile_(profile), births_(&births) {}

  Result<void> read(const BatchColumn& given);
  Result<void> check_documents() const;
  Result<void> check_groups() const;
  bool is_in(FactRef fact, FactRef group) const noexcept;

  Profile profile_;
  const Births* births_;
  std::vector<Column> all_;  // groups before what stands in them, newborns in their order
};

}  // namespace birthcase::batch
