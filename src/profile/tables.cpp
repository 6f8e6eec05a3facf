#include "profile/tables.hpp"

#include <birthcase/digest.hpp>

#include "built_in_data.hpp"
#include "profile/version.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace birthcase::profile {
namespace {

// A fault in the library's own data is a fault of the build, which the tests would show.
Tables read_built_in() {
  auto codes = std::make_shared<CodeTables>();
  std::vector<HolidayNotice> notices;
  Tables tables;
  for (const BuiltInFile& file : built_in_files()) {
    if (const auto id = stem(file.name, "codes/", ".tsv")) {
      codes->add(parse_code_table(*id, file.text).value()).value();
      tables.code_digests.emplace(*id, sha256(file.text));
    } else if (stem(file.name, "calendar/", ".json")) {
      for (HolidayNotice& notice : parse_holiday_notices(file.text).value()) notices.push_back(std::move(notice));
    }
  }
  tables.codes = std::move(codes);
  tables.calendar = std::make_shared<Calendar>(Calendar::create(std::move(notices)).value());
  tables.codes_digest = digest_of(tables.code_digests);
  tables.calendar_digest = digest_of(tables.calendar->notices());
  return tables;
}

std::string days_of(const HolidayNotice& notice) {
  std::string days = to_string(notice.announced);
  for (const auto& [first, last] : notice.off) days += fmt::format(" off {}/{}", to_string(first), to_string(last));
  for (const Date& day : notice.work) days += " work " + to_string(day);
  return days;
}

}  // namespace

const Tables& built_in_tables() {
  static const Tables all = read_built_in();
  return all;
}

std::string digest_of(const std::map<std::string, std::string, std::less<>>& code_digests) {
  NamedTexts texts;
  for (const auto& [id, digest] : code_digests) texts.add(id, digest);
  return texts.digest();
}

std::string digest_of(std::span<const HolidayNotice> notices) {
  NamedTexts texts;
  for (const HolidayNotice& notice : notices) {
    texts.add(fmt::format("{} {}", notice.year, notice.number), days_of(notice));
  }
  return texts.digest();
}

}  // namespace birthcase::profile
