/// Whether the rows about a case say what a replay of its events gives.
#pragma once

#include <birthcase/replayed.hpp>
#include <birthcase/store.hpp>

#include "sql_store/case_rows.hpp"

#include <vector>

namespace birthcase::store {

/// What is wrong with rows other than events; none of it says anything about people. `layers` are the rows that the
/// replay's texts of rules have.
std::vector<Break> compare(const CaseRows& rows, const Replayed& replayed, const std::vector<LayerRow>& layers);

/// What a step, or a look-up, is called in the outbox: messages of one go in their order.
const std::string& outbox_step(const Message& message) noexcept;

/// Whether a message has the words that it is to have.
bool has_words_of(std::string_view body, const Message& message, bool exact);

}  // namespace birthcase::store
