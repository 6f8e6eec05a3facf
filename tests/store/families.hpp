// Made-up families and what a window does for them.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/store.hpp>

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace birthcase::tests {

/// A moment: `2019-06-10T09:30`.
DateTime at(std::string_view text);

/// The citizen ID number of the mother of family `number`; families below 2 000 000 differ in it.
std::string mother_of(std::uint32_t number);

/// The application of a family of Yiwu that can be accepted at once, as JSON. The child was born a day before `now`, to
/// the minute. `mother_of(number)` and `secrets_of(number)` stand in it.
std::string family(std::uint32_t number, const DateTime& now);

/// Texts that only family `number` has, in its application and in what is said about it later.
struct Secrets {
  std::string name;     ///< of the newborn
  std::string address;  ///< of the household
  std::string phone;
  std::string reason;  ///< why something was corrected, returned or withdrawn
};
Secrets secrets_of(std::uint32_t number);

/// What a department answers to a message of a case: that it is done, with all that its service yields. The numbers
/// that it issues follow from `number`.
commands::Answer completed(const Case& state, std::string_view message, std::uint32_t number, const DateTime& now);

/// The message that waits for an answer, or nothing.
const SentMessage* open_message(const Case& state) noexcept;

/// Something that can be done with a case now, chosen at random among answers, deliveries, tries and so on; nothing
/// when it is closed or withdrawn.
std::optional<CommandBody> something_to_do(const Case& state, std::mt19937& random, std::uint32_t number,
                                           const DateTime& now);

}  // namespace birthcase::tests
