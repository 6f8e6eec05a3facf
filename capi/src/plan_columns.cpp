#include "plan_columns.hpp"

#include "guard.hpp"
#include "plan_items.hpp"
#include "texts.hpp"

#include <limits>

namespace birthcase::capi {
namespace {

constexpr std::int32_t row_list = BIRTHCASE_ROW_STATUS / 100;
constexpr std::size_t largest = std::numeric_limits<std::int32_t>::max();

AttributeKind kind_with_rows(std::int32_t attribute) {
  switch (attribute) {
    case BIRTHCASE_ROW_STATUS:
    case BIRTHCASE_ROW_LINE:
    case BIRTHCASE_ROW_COLUMN:
      return AttributeKind::number;
    case BIRTHCASE_ROW_MESSAGE:
    case BIRTHCASE_ROW_PATH:
      return AttributeKind::text;
    default:
      return kind_of(attribute);
  }
}

bool is_of_list(std::int32_t list) noexcept { return list != 0 && list != row_list; }

std::int64_t number_of_row(const LastError& error, std::int32_t attribute) {
  if (attribute == BIRTHCASE_ROW_STATUS) return error.status;
  return static_cast<std::int64_t>(attribute == BIRTHCASE_ROW_LINE ? error.detail.line : error.detail.column);
}

void need_room(std::size_t size) {
  if (size > largest) fail(BIRTHCASE_OUT_OF_RANGE, "a column beyond 2 GiB: plan fewer applications at once");
}

/// A block that is written from its beginning to its end, where every part begins at a place divisible by 8.
class Block {
 public:
  explicit Block(std::size_t directory) : bytes_(directory, '\0') {}

  /// Appends a part and gives its place.
  std::int64_t append(const void* part, std::size_t size) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
    const auto place = static_cast<std::int64_t>(bytes_.size());
    bytes_.append(static_cast<const char*>(part), size);
    return place;
  }
  template <class Number>
  std::int64_t append(const std::vector<Number>& numbers) {
    return append(numbers.data(), numbers.size() * sizeof(Number));
  }

  void put(std::size_t at, const std::array<std::int64_t, 4>& entry) {
    std::memcpy(bytes_.data() + at, entry.data(), sizeof entry);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace

PlanColumns::PlanColumns(const birthcase_session& session, std::span<const std::int32_t> attributes)
    : session_(session) {
  columns_.reserve(attributes.size());
  for (const std::int32_t attribute : attributes) {
    const AttributeKind kind = kind_with_rows(attribute);
    if (kind == AttributeKind::none) {
      fail(BIRTHCASE_BAD_ARGUMENT, "attributes: " + std::to_string(attribute) + " is none of a plan or a row");
    }
    columns_.push_back({.attribute = attribute, .is_text = kind == AttributeKind::text});
    if (is_of_list(columns_.back().list())) ends_[static_cast<std::size_t>(columns_.back().list())] = {0};
  }
}

void PlanColumns::add(const Plan& plan) {
  std::array<std::int32_t, BIRTHCASE_LOOK_UPS + 1> items{1};
  for (std::int32_t list = BIRTHCASE_SERVICES; list <= BIRTHCASE_LOOK_UPS; ++list) {
    items[static_cast<std::size_t>(list)] = static_cast<std::int32_t>(count(plan, list));
  }
  for (Column& column : columns_) {
    if (column.list() == row_list) {
      append_of_row(column, {});
    } else {
      append(column, plan, items[static_cast<std::size_t>(column.list())]);
    }
  }
  end_lists();
}

void PlanColumns::add(const LastError& error) {
  for (Column& column : columns_) {
    if (is_of_list(column.list())) continue;
    if (column.list() == row_list) {
      append_of_row(column, error);
    } else if (column.is_text) {
      append_text(column, {});
    } else {
      column.numbers.push_back(0);
    }
  }
  end_lists();
}

void PlanColumns::append(Column& column, const Plan& plan, std::int32_t items) {
  for (std::int32_t index = 0; index < items; ++index) {
    if (column.is_text) {
      append_text(column, text(plan, column.attribute, index, session_.language));
    } else {
      column.numbers.push_back(number(plan, column.attribute, index));
    }
  }
}

void PlanColumns::append_text(Column& column, std::string text) {
  column.texts += in_encoding_of(session_, std::move(text));
  need_room(column.texts.size());
  column.ends.push_back(static_cast<std::int32_t>(column.texts.size()));
}

void PlanColumns::append_of_row(Column& column, const LastError& error) {
  if (column.is_text) {
    append_text(column, column.attribute == BIRTHCASE_ROW_PATH ? error.detail.path : error.detail.message);
  } else {
    column.numbers.push_back(number_of_row(error, column.attribute));
  }
}

// After a row: its lists end where the columns of their items do.
void PlanColumns::end_lists() {
  std::array<bool, BIRTHCASE_LOOK_UPS + 1> ended{};
  for (const Column& column : columns_) {
    const auto list = static_cast<std::size_t>(column.list());
    if (!is_of_list(column.list()) || ended[list]) continue;
    need_room(column.items());
    ends_[list].push_back(static_cast<std::int32_t>(column.items()));
    ended[list] = true;
  }
}

std::string PlanColumns::block() const {
  constexpr std::size_t entry = 4 * sizeof(std::int64_t);
  Block block(columns_.size() * entry);
  std::array<std::int64_t, BIRTHCASE_LOOK_UPS + 1> rows{};
  for (std::size_t list = BIRTHCASE_SERVICES; list < rows.size(); ++list) {
    if (!ends_[list].empty()) rows[list] = block.append(ends_[list]);
  }
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const Column& column = columns_[at];
    const std::int64_t of_list = is_of_list(column.list()) ? rows[static_cast<std::size_t>(column.list())] : 0;
    const std::int64_t ends = column.is_text ? block.append(column.ends) : 0;
    const std::int64_t values =
        column.is_text ? block.append(column.texts.data(), column.texts.size()) : block.append(column.numbers);
    block.put(at * entry, {static_cast<std::int64_t>(column.items()), of_list, ends, values});
  }
  return block.take();
}

}  // namespace birthcase::capi
