#include <birthcase/digest.hpp>
#include <birthcase/profile_data.hpp>

#include "json/document.hpp"
#include "make_error.hpp"
#include "profile/tables.hpp"
#include "profile/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace birthcase {
namespace {

constexpr std::size_t longest_id = 64;

Error in_document(Error error, std::string document) {
  error.document = std::move(document);
  return error;
}

bool replaces(const HolidayNotice& added, const HolidayNotice& known) noexcept {
  const bool same_number = !added.number.empty() && added.number == known.number;
  return added.year == known.year && (same_number || added.announced == known.announced);
}

// Words with - between them, as a file is called.
bool is_table_id(std::string_view id) noexcept {
  bool after_word = false;
  for (const char c : id) {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!in_word && (c != '-' || !after_word)) return false;
    after_word = in_word;
  }
  return after_word && id.size() <= longest_id;
}

// What a table comes to beside those that are there, and what it digests to.
struct Addition {
  CodeTable table;
  std::string digest;
};

bool says_the_same(const CodeTable& one, const CodeTable& other) {
  const auto same = [](const CodeEntry& a, const CodeEntry& b) {
    return std::tie(a.code, a.zh, a.en, a.also, a.first_year, a.last_year) ==
           std::tie(b.code, b.zh, b.en, b.also, b.first_year, b.last_year);
  };
  return one.standard() == other.standard() && std::ranges::equal(one.entries(), other.entries(), same);
}

Result<Addition> addition(const profile::Tables& known, CodeTable table, std::string_view tsv) {
  if (table.extends().empty()) return Addition{std::move(table), sha256(tsv)};
  if (table.extends() != table.id()) {
    return make_error(ErrorKind::contradiction, "a code table can extend only the table of its own id");
  }
  const CodeTable* const below = known.codes->find(table.id());
  if (below == nullptr) return make_error(ErrorKind::unknown_name, "there is no code table of this id to extend");
  auto all = extended(*below, table);
  if (!all) return all.error();
  const std::string& digest_below = known.code_digests.find(table.id())->second;
  if (says_the_same(*all, *below)) return Addition{*below, digest_below};
  profile::NamedTexts texts;
  texts.add("extends", digest_below);
  texts.add(table.id(), tsv);
  return Addition{std::move(*all), texts.digest()};
}

}  // namespace

const profile::Tables& ProfileData::tables() const { return added_ != nullptr ? *added_ : profile::built_in_tables(); }

const Calendar& ProfileData::calendar() const { return *tables().calendar; }
const CodeTables& ProfileData::codes() const { return *tables().codes; }
const std::string& ProfileData::calendar_digest() const { return tables().calendar_digest; }
const std::string& ProfileData::codes_digest() const { return tables().codes_digest; }

Result<void> ProfileData::add_calendar(std::string_view json) {
  auto added = parse_holiday_notices(json);
  if (!added) return in_document(json::located(added.error(), json), "calendar");
  std::vector<HolidayNotice> notices = std::move(*added);
  const std::size_t count = notices.size();
  for (const HolidayNotice& known : this->calendar().notices()) {
    const auto end = notices.begin() + static_cast<std::ptrdiff_t>(count);
    const bool replaced = std::any_of(notices.begin(), end, [&](const auto& each) { return replaces(each, known); });
    if (!replaced) notices.push_back(known);
  }
  auto calendar = Calendar::create(std::move(notices));
  if (!calendar) {
    Error error = calendar.error();
    error.path = "/notices";
    return in_document(json::located(std::move(error), json), "calendar");
  }
  auto tables = std::make_shared<profile::Tables>(this->tables());
  tables->calendar = std::make_shared<Calendar>(std::move(*calendar));
  tables->calendar_digest = profile::digest_of(tables->calendar->notices());
  added_ = std::move(tables);
  return {};
}

Result<void> ProfileData::add_codes(std::string_view id, std::string_view tsv) {
  if (!is_table_id(id)) {
    return make_error(ErrorKind::syntax, "a code table's id is made of lower-case words with '-' between them");
  }
  const std::string document = json::is_presentable(id) ? fmt::format("codes/{}", id) : std::string("codes");
  auto table = parse_code_table(id, tsv);
  if (!table) return in_document(table.error(), document);
  auto added = addition(tables(), std::move(*table), tsv);
  if (!added) return in_document(added.error(), document);
  auto tables = std::make_shared<profile::Tables>(this->tables());
  auto codes = std::make_shared<CodeTables>(*tables->codes);
  codes->put(std::move(added->table));
  tables->codes = std::move(codes);
  tables->code_digests.insert_or_assign(std::string(id), std::move(added->digest));
  tables->codes_digest = profile::digest_of(tables->code_digests);
  added_ = std::move(tables);
  return {};
}

}  // namespace birthcase
