#include "sql_store/rules_texts.hpp"

#include <birthcase/digest.hpp>

#include "kept.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace birthcase::store {
namespace {

constexpr std::size_t most_texts = 32;  // some versions of some cities' rules

// Which of the texts of these layers the database has.
Result<std::set<std::string>> digests_there(sql::Query& asked) {
  const auto digests = sql::collect(asked, [](const sql::Query& row) { return row.text(0); });
  if (!digests) return digests.error();
  return std::set<std::string>(digests->begin(), digests->end());
}

// Another case may bring the same text at the same moment.
Result<void> write_text(sql::Database& database, const std::string& digest, const std::string& text) {
  auto added = insert_unless_there(database, "rules_texts (digest, text) VALUES (?, ?)");
  if (!added) return added.error();
  return added->bind(digest).bind(text).run();
}

}  // namespace

void RulesTexts::remember(const std::string& digest, std::string_view text) {
  if (by_digest_.size() >= most_texts) by_digest_.clear();
  by_digest_.emplace(digest, text);
}

std::string RulesTexts::digest_of(std::string_view text) {
  const auto known =
      std::find_if(by_digest_.begin(), by_digest_.end(), [text](const auto& each) { return each.second == text; });
  if (known != by_digest_.end()) return known->first;
  std::string digest = sha256(text);
  remember(digest, text);
  return digest;
}

Result<std::optional<std::string>> RulesTexts::text_of(sql::Database& database, const std::string& digest) {
  if (const auto known = by_digest_.find(digest); known != by_digest_.end()) return std::optional(known->second);
  auto asked = database.query("SELECT text FROM rules_texts WHERE digest = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(digest).next();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  std::string text = asked->text(0);
  if (sha256(text) == digest) remember(digest, text);
  return std::optional(std::move(text));
}

std::vector<LayerRow> RulesTexts::rows_of(std::span<const ProfileText> layers) {
  std::vector<LayerRow> rows;
  for (const ProfileText& layer : layers) {
    rows.push_back({static_cast<std::int64_t>(rows.size()), layer.id, digest_of(layer.text)});
  }
  return rows;
}

Result<std::vector<ProfileText>> RulesTexts::read(sql::Database& database, std::string_view case_id) {
  auto asked = ask_layers(database, case_id);
  if (!asked) return asked.error();
  return read(database, *asked);
}

Result<std::vector<ProfileText>> RulesTexts::read(sql::Database& database, sql::Query& asked) {
  auto rows = layers_in(asked);
  if (!rows) return rows.error();
  std::vector<ProfileText> texts;
  for (LayerRow& row : *rows) {
    auto text = text_of(database, row.digest);
    if (!text) return text.error();
    if (*text) texts.push_back({std::move(row.profile), std::move(**text)});
  }
  return texts;
}

Result<RulesTexts::Asked> RulesTexts::ask(sql::Database& database, std::span<const ProfileText> layers) {
  auto rows = rows_of(layers);
  std::string digests;
  for (std::size_t count = 0; count < rows.size(); ++count) digests += count == 0 ? "?" : ", ?";
  auto asked = database.query("SELECT digest FROM rules_texts WHERE digest IN (" + digests + ")");
  if (!asked) return asked.error();
  for (const LayerRow& row : rows) asked->bind(row.digest);
  asked->ahead();
  return Asked{std::move(rows), std::move(*asked)};
}

Result<void> RulesTexts::write(sql::Database& database, Asked& asked, std::string_view case_id,
                               std::span<const ProfileText> layers) {
  const auto there = digests_there(asked.there);
  if (!there) return there.error();
  for (const LayerRow& row : asked.rows) {
    if (!there->contains(row.digest)) {
      const std::string& text = layers[static_cast<std::size_t>(row.place)].text;
      if (auto done = write_text(database, row.digest, text); !done) return done.error();
    }
    auto added = database.query("INSERT INTO layers (case_id, place, profile, digest) VALUES (?, ?, ?, ?)");
    if (!added) return added.error();
    auto done = added->bind(case_id).bind(row.place).bind(row.profile).bind(row.digest).run();
    if (!done) return done.error();
  }
  return {};
}

Result<void> RulesTexts::write(sql::Database& database, std::string_view case_id, std::span<const ProfileText> layers) {
  if (layers.empty()) return {};
  auto asked = ask(database, layers);
  if (!asked) return asked.error();
  return write(database, *asked, case_id, layers);
}

}  // namespace birthcase::store
