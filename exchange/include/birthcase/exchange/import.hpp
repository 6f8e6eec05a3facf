/// Records of a hospital's system become applications.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/exchange/map.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

/// A remark about a record: `finding.path` is the fact, if one is concerned.
struct SourceFinding {
  Finding finding;
  std::string source{};  ///< the path in the record, as the map writes it
  std::size_t line = 0;  ///< 1-based, of the node or of its record; 0 where the format does not tell
  std::size_t column = 0;
  std::size_t text = 1;  ///< 1-based, of the texts that were read together
};

/// Where the value of a fact was read.
struct FactSource {
  FactRef fact{};
  std::string path{};      ///< in the record, as the map writes it
  std::size_t record = 0;  ///< 1-based
  std::size_t text = 0;    ///< 1-based, of the texts that were read together
  std::size_t line = 0;
  std::size_t column = 0;
  bool fallback = false;  ///< the map's, since the source has nothing there
};

/// One birth of a source: one record, or several that the map takes together.
struct ImportedBirth {
  std::vector<std::size_t> records{};        ///< 1-based, counted through all texts
  std::size_t text = 1;                      ///< 1-based, of the newest record
  std::size_t line = 0;                      ///< of the newest record
  std::optional<Application> application{};  ///< empty if a record is refused
  std::vector<SourceFinding> findings{};
  std::vector<FactSource> sources{};  ///< in the order of reading
  std::string message{};              ///< what names the newest record, if the map says where
  std::optional<DateTime> sent_at{};
};

/// A place of the source that no row of the map reads.
struct UnreadPlace {
  std::string path;
  std::size_t times = 0;
};

/// How often a row of the map was used.
struct RowUse {
  std::size_t read = 0;              ///< a value became a fact
  std::size_t missing = 0;           ///< nothing stood there
  std::size_t refused = 0;           ///< what stood there could not be read
  std::size_t not_asked = 0;         ///< the row's condition did not hold
  std::vector<std::size_t> codes{};  ///< by pair of its code list
};

struct Imported {
  std::vector<ImportedBirth> births;
  std::vector<UnreadPlace> unread;
  std::vector<RowUse> rows;  ///< by row of the map

  /// How many of the births have an application.
  std::size_t applications() const noexcept;
};

struct ImportOptions {
  std::optional<Encoding> encoding{};  ///< instead of the map's
};

/// Reads every record of a text. A value that does not fit becomes a finding and stays unknown; a record that lacks
/// what the map requires has no application. Errors: those of `read_source`; `missing` if the text has no record at
/// all.
Result<Imported> import_records(const Map& map, std::string_view text, const ImportOptions& options = {});

/// The same of several texts, whose records may be about one birth. Errors: those of the first text that cannot be
/// read, with its number, counted from 1, as the document.
Result<Imported> import_records(const Map& map, std::span<const std::string_view> texts,
                                const ImportOptions& options = {});

/// What was imported, as JSON: for each birth its records, the application or null, the findings, and where each value
/// was read. docs/exchange.md describes the keys.
std::string to_json(const Map& map, const Imported& imported, Language language = Language::zh);

}  // namespace birthcase::exchange
