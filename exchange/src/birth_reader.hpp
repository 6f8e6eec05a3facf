// One birth of a source: its records become an application.
#pragma once

#include <birthcase/exchange/import.hpp>

#include "conversion.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

/// A record with its place among the records of the source.
struct NumberedRecord {
  const Node* node = nullptr;
  std::size_t number = 0;  ///< 1-based
  const Node* root = nullptr;
  std::size_t text = 1;     ///< 1-based, of the texts that are read together
  std::uint16_t place = 0;  ///< of its newborn, where a record is about one
  bool older = false;       ///< than another record about the same newborn
  bool repeats = false;     ///< another record with the same message id
};

/// When a record was sent, as the map writes moments; nothing where that cannot be read.
std::optional<DateTime> moment_of(const MapContent& map, std::string_view text);

/// The place that tells that the map is not about a record; nullptr if it is.
const Only* not_meant(const MapContent& map, const NumberedRecord& record);

/// Reads one birth. Used once.
class BirthReader {
 public:
  BirthReader(const Map& map, std::vector<RowUse>& uses)
      : map_(map), content_(map.content()), uses_(uses), application_(map.profile()) {}

  /// The first record counts where others say something else.
  ImportedBirth read(const std::vector<NumberedRecord>& records);

  /// The nodes that a row reads, or leaves out on purpose.
  const std::set<const Node*>& read_nodes() const noexcept { return read_; }

 private:
  /// What a path starts from.
  struct Base {
    const NumberedRecord* record = nullptr;
    const Node* newborn = nullptr;
    std::uint16_t place = FactRef::family;  ///< of the newborn
  };

  bool is_meant(const NumberedRecord& record);
  void ask();
  void ask_for(const Ask& ask, std::uint16_t newborn);
  void read_rows(const std::vector<NumberedRecord>& records, bool with_condition);
  void read_row(std::size_t row, const std::vector<NumberedRecord>& records);
  void read_family_row(std::size_t row, const NumberedRecord& record);
  void read_newborn_row(std::size_t row, const std::vector<NumberedRecord>& records);
  void read_own_records(std::size_t row, const std::vector<NumberedRecord>& records);
  void read_at(std::size_t row, const Base& base);
  void take(std::size_t row, const Base& base, const Node* node, Reading reading);
  void put(const MapRow& row, const Base& base, const Node* node, const Reading& reading);
  bool is_read_here(const MapRow& row, const Base& base) const;
  void compare(const MapRow& row, const Base& base, const Node* node, const Reading& reading, const Value& before);
  bool applies(const MapRow& row, const Base& base) const;
  std::vector<Value> named_texts(const Base& base) const;
  const Node* node_at(const Path& path, const Base& base) const;
  void read_message(const NumberedRecord& record);
  void report(const MapRow& row, const Base& base, const Node* node, std::string code, Label message,
              Severity severity = Severity::error);
  void report_application();

  const Map& map_;
  const MapContent& content_;
  std::vector<RowUse>& uses_;
  Application application_;
  ImportedBirth birth_;
  std::set<const Node*> read_;
  bool refused_ = false;
};

}  // namespace birthcase::exchange
