// Columns of many plans, as `birthcase_plan_columns` gives them.
#pragma once

#include <birthcase/plan.hpp>

#include "handles.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace birthcase::capi {

/// Collects attributes of plans, row by row.
class PlanColumns {
 public:
  /// Fails with BAD_ARGUMENT for an attribute that neither plans nor rows have.
  PlanColumns(const birthcase_session& session, std::span<const std::int32_t> attributes);

  /// A row of an application that was planned, and one of an application that could not be.
  void add(const Plan& plan);
  void add(const LastError& error);

  /// All columns as one block of bytes, in the layout that birthcase.h tells.
  std::string block() const;

 private:
  struct Column {
    std::int32_t attribute = 0;
    bool is_text = false;
    std::string texts{};
    std::vector<std::int32_t> ends{0};  ///< of the texts, after a 0
    std::vector<std::int64_t> numbers{};
    std::int32_t list() const noexcept { return attribute / 100; }
    std::size_t items() const noexcept { return is_text ? ends.size() - 1 : numbers.size(); }
  };

  void append(Column& column, const Plan& plan, std::int32_t items);
  void append_text(Column& column, std::string text);
  void append_of_row(Column& column, const LastError& error);
  void end_lists();

  const birthcase_session& session_;
  std::vector<Column> columns_;
  std::array<std::vector<std::int32_t>, BIRTHCASE_LOOK_UPS + 1> ends_;  ///< of each row's items after a 0, by list
};

}  // namespace birthcase::capi
