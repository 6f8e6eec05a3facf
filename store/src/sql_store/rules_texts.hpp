/// The texts of rules that a store has met: a hundred kilobytes that every case has, read and digested once.
#pragma once

#include <birthcase/rules.hpp>

#include "sql/database.hpp"
#include "sql_store/case_rows.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// Belongs to a store, and to its thread.
class RulesTexts {
 public:
  /// The text's SHA-256.
  std::string digest_of(std::string_view text);

  /// What the database has under a digest; none where it has nothing. A text that is not that of its digest is kept for
  /// nobody: it is read again each time.
  Result<std::optional<std::string>> text_of(sql::Database& database, const std::string& digest);

  /// The rows of layers that some texts have.
  std::vector<LayerRow> rows_of(std::span<const ProfileText> layers);

  /// The texts of a case's rules, the outermost first; none before its acceptance. Within the caller's transaction.
  Result<std::vector<ProfileText>> read(sql::Database& database, std::string_view case_id);

  /// The same, of what `ask_layers` has asked.
  Result<std::vector<ProfileText>> read(sql::Database& database, sql::Query& asked);

  /// Some texts about to be written, with the question which of them are there.
  struct Asked {
    std::vector<LayerRow> rows;
    sql::Query there;
  };
  Result<Asked> ask(sql::Database& database, std::span<const ProfileText> layers);

  /// Writes the texts that were asked about as those of a case, each once in the database for all cases.
  /// Within the caller's transaction.
  Result<void> write(sql::Database& database, Asked& asked, std::string_view case_id,
                     std::span<const ProfileText> layers);

  /// The same, asked and written at once.
  Result<void> write(sql::Database& database, std::string_view case_id, std::span<const ProfileText> layers);

 private:
  void remember(const std::string& digest, std::string_view text);

  std::map<std::string, std::string, std::less<>> by_digest_{};
};

}  // namespace birthcase::store
