#include "plan_columns.hpp"

#include "documented.hpp"

#include <array>
#include <cstring>

namespace fuzz {
namespace {

constexpr std::array<std::int32_t, 4> attributes{BIRTHCASE_ROW_STATUS, BIRTHCASE_PLAN_AS_JSON,
                                                 BIRTHCASE_EVIDENCE_STATUS, BIRTHCASE_PLAN_TRIPS};
constexpr std::size_t rows = 3;
constexpr std::size_t row_of_interest = 1;

/// The applications of a call: `{`, the one, and an empty text.
struct Batch {
  explicit Batch(std::string_view one) : json("{" + std::string(one)) {
    const auto end = static_cast<std::int32_t>(json.size());
    offsets = {0, 1, end, end};
  }
  std::string json;
  std::array<std::int32_t, rows + 1> offsets{};
};

/// A block of columns, read as birthcase.h tells; nothing in it may point out of it.
class Block {
 public:
  explicit Block(std::string_view bytes) : bytes_(bytes) {}

  std::int64_t entry(std::size_t column, std::size_t member) const { return at<std::int64_t>(0, 4 * column + member); }

  template <class Number>
  Number at(std::int64_t place, std::size_t index) const {
    Number number = 0;
    must(place >= 0 && place % 8 == 0, "a place in a block is divisible by 8");
    const auto from = static_cast<std::size_t>(place) + index * sizeof number;
    must(from + sizeof number <= bytes_.size(), "a block holds all of its numbers");
    std::memcpy(&number, bytes_.data() + from, sizeof number);
    return number;
  }

  std::string_view text(std::size_t column, std::size_t item) const {
    const auto from = at<std::int32_t>(entry(column, 2), item);
    const auto to = at<std::int32_t>(entry(column, 2), item + 1);
    const auto begin = static_cast<std::size_t>(entry(column, 3) + from);
    must(from >= 0 && to >= from && begin + static_cast<std::size_t>(to - from) <= bytes_.size(),
         "a block holds all of its texts");
    return bytes_.substr(begin, static_cast<std::size_t>(to - from));
  }

 private:
  std::string_view bytes_;
};

void check_lists(const Block& block) {
  must(block.entry(2, 0) == block.at<std::int32_t>(block.entry(2, 1), rows), "the last row ends where its items do");
  std::int32_t before = 0;
  for (std::size_t row = 0; row <= rows; ++row) {
    const auto begin = block.at<std::int32_t>(block.entry(2, 1), row);
    must(begin >= before, "the items of rows follow each other");
    before = begin;
  }
}

// The block; then the session yields a text again, which is what `Caller` goes by.
std::string columns(Caller& caller, const birthcase_profile* profile, const Batch& batch, const Text& day) {
  const char* text = nullptr;
  std::int64_t length = 0;
  const auto status = birthcase_plan_columns(caller, profile, batch.json.data(), batch.offsets.data(), rows, day.data(),
                                             day.length, attributes.data(), attributes.size(), &text, &length);
  must(status == BIRTHCASE_OK, "no application stops the others");
  std::string block(text, static_cast<std::size_t>(length));
  (void)caller.get([&](auto... out) { return birthcase_profile_id(caller, profile, out...); });
  return block;
}

}  // namespace

void columns_agree(Caller& caller, const birthcase_profile* profile, const Text& json, const Text& day) {
  const std::string bytes = columns(caller, profile, Batch({json.memory.data(), json.memory.size()}), day);
  const Block block(bytes);
  const auto alone = caller.ask(documented::plan_document, [&](auto... out) {
    return birthcase_plan_document(caller, profile, json.data(), json.length, day.data(), day.length, out...);
  });
  for (std::size_t row = 0; row < rows; ++row) {
    const bool planned = block.at<std::int64_t>(block.entry(0, 3), row) == BIRTHCASE_OK;
    must(planned == (row == row_of_interest && alone.has_value()), "a row succeeds if its application does alone");
  }
  must_equal(block.text(1, row_of_interest), alone.value_or(""), "a row has the plan that it has alone");
  must(block.at<std::int64_t>(block.entry(3, 3), 0) == 0, "what was not planned has numbers of 0");
  check_lists(block);
}

}  // namespace fuzz
