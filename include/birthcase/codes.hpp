/// Code tables (administrative divisions, ethnicities, countries …): what codes exist, since when, and what they mean.
///
/// The checks of ID numbers and the like are in `numbers.hpp`.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// One meaning of one code. A code that meant different things at different times has an entry for each.
struct CodeEntry {
  std::string_view code;
  std::string_view zh;
  std::string_view en;    ///< empty where the table has no English names
  std::string_view also;  ///< the same thing in another code of the standard (numeric country code); may be empty
  std::uint16_t first_year = 0;  ///< first year in which it was in force; 0: since before the table's records
  std::uint16_t last_year = 0;   ///< last year in which it was in force; 0: still in force

  /// Whether the code was in force at some time of `year`.
  bool in_force(int year) const noexcept { return first_year <= year && (last_year == 0 || year <= last_year); }
};

/// A code table. Immutable; copies share the text; safe to share between threads.
class CodeTable {
 public:
  /// What documents call the table: the file name without `.tsv`, e.g. `gbt-2260`.
  const std::string& id() const noexcept { return id_; }

  /// The standard as its number, e.g. `GB/T 2260`.
  const std::string& standard() const noexcept { return standard_; }

  /// The id of the table that this one adds to (`# extends: gbt-2260`); empty if it stands for itself.
  const std::string& extends() const noexcept { return extends_; }

  /// All entries by code, then by first year.
  std::span<const CodeEntry> entries() const noexcept { return entries_; }

  /// Every code once, sorted; the retired ones too.
  const std::vector<std::string>& codes() const noexcept { return codes_; }

  bool contains(std::string_view code) const noexcept { return find(code) != nullptr; }

  /// The newest entry of a code, retired or not, or nullptr. O(1).
  const CodeEntry* find(std::string_view code) const noexcept;

  /// The newest entry that was in force at some time of `year`, or nullptr. O(1).
  const CodeEntry* find(std::string_view code, int year) const noexcept;

  /// All entries of a code, oldest first; empty if it never existed.
  std::span<const CodeEntry> history(std::string_view code) const noexcept;

  /// Whether the code was in force at some time between the two years, both included.
  bool existed(std::string_view code, int first_year, int last_year) const noexcept;

 private:
  friend Result<CodeTable> parse_code_table(std::string_view id, std::string_view tsv);
  friend Result<CodeTable> extended(const CodeTable& below, const CodeTable& rows);
  friend class CodeTableReader;
  CodeTable() = default;

  std::string id_;
  std::string standard_;
  std::string extends_;
  std::shared_ptr<const std::string> text_;                // what its own entries point into
  std::vector<std::shared_ptr<const std::string>> below_;  // what the others point into
  std::vector<CodeEntry> entries_;
  std::vector<std::uint32_t> places_;  // by the hash of a code: 1 + the place of its first entry
  std::vector<std::string> codes_;
};

/// Reads a table from tab-separated UTF-8 text.
///
/// Lines that start with `#` are comments, of which `# standard: …` is required and `# extends: …` says that the rows
/// are additions; the first other line names the columns: `code` and `zh`, and any of `en`, `also`, `from`, `until`
/// (years). A code is up to 32 ASCII letters and digits. Errors carry the line: `syntax`, `missing`, `unknown_name`
/// (column), `out_of_range` (year, size past 8 MiB), `contradiction` (two entries of one code whose years overlap),
/// `encoding`.
Result<CodeTable> parse_code_table(std::string_view id, std::string_view tsv);

/// A table with rows added: one of the same code and first year takes the place of the one below, any other is new. The
/// result has the id and the standard of `rows`. Errors: `contradiction` if two entries of one code overlap, with the
/// line of the added one.
Result<CodeTable> extended(const CodeTable& below, const CodeTable& rows);

/// The tables that a profile can name. Not for changes while other threads read it.
class CodeTables {
 public:
  /// Errors: `contradiction` if there is a table of this id already.
  Result<void> add(CodeTable table);

  /// Adds a table, or puts it in the place of the one with this id.
  void put(CodeTable table);

  /// The table, or nullptr. The pointer stays good as long as this object.
  const CodeTable* find(std::string_view id) const noexcept;

  /// All ids, sorted.
  std::vector<std::string> ids() const;

 private:
  std::map<std::string, CodeTable, std::less<>> tables_;
};

}  // namespace birthcase
