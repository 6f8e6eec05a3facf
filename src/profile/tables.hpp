// The data that profiles are checked against and counted with.
#pragma once

#include <birthcase/calendar.hpp>
#include <birthcase/codes.hpp>

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace birthcase::profile {

/// Notices and code tables, with what they digest to. Immutable once made.
struct Tables {
  std::shared_ptr<const CodeTables> codes;
  std::shared_ptr<const Calendar> calendar;
  std::map<std::string, std::string, std::less<>> code_digests;  ///< by the id of the table
  std::string codes_digest;
  std::string calendar_digest;
};

/// The library's own, read once.
const Tables& built_in_tables();

/// What `Tables::codes_digest` says of the digests of the tables.
std::string digest_of(const std::map<std::string, std::string, std::less<>>& code_digests);

/// What `Tables::calendar_digest` says of notices in the order of a calendar.
std::string digest_of(std::span<const HolidayNotice> notices);

}  // namespace birthcase::profile
