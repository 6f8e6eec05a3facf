#include <birthcase/codes.hpp>
#include <birthcase/text.hpp>

#include "packed.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <functional>
#include <utility>

namespace birthcase {
namespace {

constexpr std::size_t table_limit = std::size_t{8} << 20U;
constexpr std::size_t code_limit = 32;
constexpr int latest_year = 9999;

bool is_code(std::string_view text) noexcept {
  const auto plain = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return !text.empty() && text.size() <= code_limit && std::all_of(text.begin(), text.end(), plain);
}

std::size_t hash_of(std::string_view code) noexcept {
  std::uint64_t hash = code.size();
  for (; code.size() > packed_length; code.remove_prefix(packed_length)) {
    hash = mixed(hash ^ packed(code.substr(0, packed_length)));
  }
  return static_cast<std::size_t>(mixed(hash ^ packed(code)));
}

/// Takes everything up to `separator` off the front of `text`.
std::string_view take(std::string_view& text, char separator) noexcept {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool earlier(const CodeEntry& left, const CodeEntry& right) noexcept {
  return left.code != right.code ? left.code < right.code : left.first_year < right.first_year;
}

/// Two entries of one code may share the year of the change, and no more.
bool overlap(const CodeEntry& older, const CodeEntry& newer) noexcept {
  return older.last_year == 0 || newer.first_year < older.last_year || newer.first_year == 0;
}

}  // namespace

/// Reads the lines of a table into it.
class CodeTableReader {
 public:
  explicit CodeTableReader(CodeTable& table) noexcept : table_(table) {}

  /// Puts the entries in order and names every code once.
  Result<void> finish() {
    auto& entries = table_.entries_;
    if (!std::is_sorted(entries.begin(), entries.end(), earlier)) {
      std::stable_sort(entries.begin(), entries.end(), earlier);
    }
    table_.codes_.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const bool again = i != 0 && entries[i - 1].code == entries[i].code;
      if (again && overlap(entries[i - 1], entries[i])) {
        const CodeEntry& own = is_own(entries[i]) ? entries[i] : entries[i - 1];
        return error(ErrorKind::contradiction, "two entries of one code are in force at once", line_of(own));
      }
      if (!again) table_.codes_.emplace_back(entries[i].code);
    }
    index();
    return {};
  }

  Result<void> read() {
    std::string_view rest = *table_.text_;
    table_.entries_.reserve(static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n')));
    while (!rest.empty()) {
      ++line_;
      std::string_view line = take(rest, '\n');
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (auto done = read_line(line); !done) return done.error();
    }
    if (table_.standard_.empty()) return error(ErrorKind::missing, "the table needs a comment '# standard: ...'", 0);
    if (columns_.empty()) return error(ErrorKind::missing, "the table needs a line that names its columns", 0);
    return finish();
  }

 private:
  enum class Column : std::uint8_t { code, zh, en, also, from, until };
  static constexpr std::array<std::string_view, 6> column_names{"code", "zh", "en", "also", "from", "until"};

  static Error error(ErrorKind kind, std::string message, std::size_t line) {
    Error result;
    result.kind = kind;
    result.message = std::move(message);
    result.line = line;
    return result;
  }

  // Each code's first entry at its hash, or at the next free place after it. At least half of the places stay free.
  void index() {
    const auto& entries = table_.entries_;
    auto& places = table_.places_;
    places.resize(std::bit_ceil(2 * table_.codes_.size() + 1));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i != 0 && entries[i - 1].code == entries[i].code) continue;
      std::size_t at = hash_of(entries[i].code) & (places.size() - 1);
      while (places[at] != 0) at = (at + 1) & (places.size() - 1);
      places[at] = static_cast<std::uint32_t>(i + 1);
    }
  }

  Result<void> read_line(std::string_view line) {
    if (line.empty()) return {};
    if (line.front() == '#') {
      read_comment(trimmed(line.substr(1)));
      return {};
    }
    return columns_.empty() ? read_columns(line) : read_entry(line);
  }

  void read_comment(std::string_view comment) {
    constexpr std::string_view standard = "standard:";
    constexpr std::string_view extends = "extends:";
    if (comment.starts_with(standard)) table_.standard_ = trimmed(comment.substr(standard.size()));
    if (comment.starts_with(extends)) table_.extends_ = trimmed(comment.substr(extends.size()));
  }

  Result<void> read_columns(std::string_view line) {
    while (!line.empty()) {
      const std::string_view name = take(line, '\t');
      const auto found = std::find(column_names.begin(), column_names.end(), name);
      if (found == column_names.end()) {
        return error(ErrorKind::unknown_name, "columns are code, zh, en, also, from, until", line_);
      }
      const auto column = static_cast<Column>(found - column_names.begin());
      if (has(column)) return error(ErrorKind::contradiction, "a column is named twice", line_);
      columns_.push_back(column);
    }
    if (!has(Column::code) || !has(Column::zh)) {
      return error(ErrorKind::missing, "the columns code and zh are needed", line_);
    }
    return {};
  }

  bool has(Column column) const noexcept {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
  }

  Result<void> read_entry(std::string_view line) {
    CodeEntry entry;
    for (const Column column : columns_) {
      if (!set(entry, column, take(line, '\t'))) {
        return error(ErrorKind::out_of_range, "a year is a number from 1 to 9999, or nothing", line_);
      }
    }
    if (!line.empty()) return error(ErrorKind::syntax, "the line has more values than the table has columns", line_);
    if (!is_code(entry.code)) return error(ErrorKind::syntax, "a code is 1 to 32 ASCII letters and digits", line_);
    if (entry.zh.empty()) return error(ErrorKind::missing, "the Chinese name is missing", line_);
    if (entry.last_year != 0 && entry.last_year < entry.first_year) {
      return error(ErrorKind::contradiction, "the last year is before the first", line_);
    }
    table_.entries_.push_back(entry);
    return {};
  }

  static bool set(CodeEntry& entry, Column column, std::string_view text) noexcept {
    switch (column) {
      case Column::code:
        entry.code = text;
        return true;
      case Column::zh:
        entry.zh = text;
        return true;
      case Column::en:
        entry.en = text;
        return true;
      case Column::also:
        entry.also = text;
        return true;
      case Column::from:
        return set_year(entry.first_year, text);
      case Column::until:
        return set_year(entry.last_year, text);
    }
    return false;
  }

  static bool set_year(std::uint16_t& year, std::string_view text) noexcept {
    if (text.empty()) return true;
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number < 1 || number > latest_year) return false;
    year = static_cast<std::uint16_t>(number);
    return true;
  }

  bool is_own(const CodeEntry& entry) const noexcept {
    const std::string& text = *table_.text_;
    const std::less<const char*> before;
    return !before(entry.zh.data(), text.data()) && before(entry.zh.data(), text.data() + text.size());
  }

  std::size_t line_of(const CodeEntry& entry) const noexcept {
    const char* const start = table_.text_->data();
    return 1 + static_cast<std::size_t>(std::count(start, entry.zh.data(), '\n'));
  }

  CodeTable& table_;
  std::vector<Column> columns_;
  std::size_t line_ = 0;
};

Result<CodeTable> extended(const CodeTable& below, const CodeTable& rows) {
  CodeTable table;
  table.id_ = rows.id_;
  table.standard_ = rows.standard_;
  table.text_ = rows.text_;
  table.below_ = below.below_;
  table.below_.push_back(below.text_);
  table.entries_ = rows.entries_;
  for (const CodeEntry& entry : below.entries_) {
    const auto of_code = rows.history(entry.code);
    const auto replaces = [&entry](const CodeEntry& row) { return row.first_year == entry.first_year; };
    if (std::none_of(of_code.begin(), of_code.end(), replaces)) table.entries_.push_back(entry);
  }
  if (auto done = CodeTableReader(table).finish(); !done) return done.error();
  return table;
}

Result<CodeTable> parse_code_table(std::string_view id, std::string_view tsv) {
  if (tsv.size() > table_limit) {
    Error error;
    error.kind = ErrorKind::out_of_range;
    error.message = "a code table is at most 8 MiB long";
    return error;
  }
  if (auto checked = check_utf8(tsv); !checked) return checked.error();
  if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);
  CodeTable table;
  table.id_ = id;
  table.text_ = std::make_shared<const std::string>(tsv);
  if (auto done = CodeTableReader(table).read(); !done) return done.error();
  return table;
}

std::span<const CodeEntry> CodeTable::history(std::string_view code) const noexcept {
  if (places_.empty()) return {};  // moved from
  for (std::size_t at = hash_of(code);; ++at) {
    const std::size_t place = places_[at & (places_.size() - 1)];
    if (place == 0) return {};
    const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(place - 1);
    if (first->code != code) continue;
    auto last = first + 1;
    while (last != entries_.end() && last->code == code) ++last;
    return {first, last};
  }
}

const CodeEntry* CodeTable::find(std::string_view code) const noexcept {
  const auto all = history(code);
  return all.empty() ? nullptr : &all.back();
}

const CodeEntry* CodeTable::find(std::string_view code, int year) const noexcept {
  const auto all = history(code);
  const auto found = std::find_if(all.rbegin(), all.rend(), [year](const CodeEntry& e) { return e.in_force(year); });
  return found == all.rend() ? nullptr : &*found;
}

bool CodeTable::existed(std::string_view code, int first_year, int last_year) const noexcept {
  const auto all = history(code);
  return std::any_of(all.begin(), all.end(), [=](const CodeEntry& entry) {
    return entry.first_year <= last_year && (entry.last_year == 0 || first_year <= entry.last_year);
  });
}

Result<void> CodeTables::add(CodeTable table) {
  std::string id = table.id();
  const bool added = tables_.try_emplace(std::move(id), std::move(table)).second;
  if (added) return {};
  Error error;
  error.kind = ErrorKind::contradiction;
  error.message = "there is a code table of this id already";
  return error;
}

void CodeTables::put(CodeTable table) {
  std::string id = table.id();
  tables_.insert_or_assign(std::move(id), std::move(table));
}

const CodeTable* CodeTables::find(std::string_view id) const noexcept {
  const auto found = tables_.find(id);
  return found == tables_.end() ? nullptr : &found->second;
}

std::vector<std::string> CodeTables::ids() const {
  std::vector<std::string> ids;
  ids.reserve(tables_.size());
  for (const auto& [id, table] : tables_) ids.push_back(id);
  return ids;
}

}  // namespace birthcase
