#include "sql_store/message_words.hpp"

#include "chain.hpp"

#include <boost/json/parse.hpp>

#include <string_view>

namespace birthcase::store {
namespace {

// A family's data goes where the message itself says, or nowhere.
bool is_addressed_so(const MessageWords& words) {
  boost::system::error_code failed;
  const auto message = boost::json::parse(words.body, failed);
  const auto says = [&](std::string_view key, std::string_view value) {
    const auto* member = message.as_object().if_contains(key);
    return member != nullptr && member->is_string() && member->as_string() == value;
  };
  return !failed && message.is_object() && says("id", words.message_id) && says("case_id", words.case_id) &&
         says("organisation", words.organisation);
}

}  // namespace

MessageWords words_of(const sql::Query& row) {
  MessageWords words{row.text(0), row.text(1), row.text(2), row.text(3)};
  words.hold = row.number(5) == 0 && digest_of({row.text(4), words.body}) == row.text(6) && is_addressed_so(words);
  return words;
}

}  // namespace birthcase::store
