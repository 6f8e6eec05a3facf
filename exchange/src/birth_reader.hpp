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
};

/// Reads one birth. Used once.
class BirthReader {
 public:
  BirthReader(const Map& map, const Node& root, std::vector<RowUse>& uses)
      : map_(map), content_(map.content()), root_(root), uses_(uses), application_(map.profile()) {}

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

  void read_rows(const std::vector<NumberedRecord>& records, bool with_condition);
  void read_row(std::size_t row, const std::vector<NumberedRecord>& records);
  void read_family_row(std::size_t row, const NumberedRecord& record);
  void read_newborn_row(std::size_t row, const std::vector<NumberedRecord>& records);
  void read_at(std::size_t row, const Base& base);
  void take(std::size_t row, const Base& base, const Node* node, Reading reading);
  void put(const MapRow& row, const Base& base, const Node* node, const Reading& reading);
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
  const Node& root_;
  std::vector<RowUse>& uses_;
  Application application_;
  ImportedBirth birth_;
  std::set<const Node*> read_;
  bool refused_ = false;
};

}  // namespace birthcase::exchange
