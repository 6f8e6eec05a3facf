#include <birthcase/exchange/import.hpp>

#include "birth_reader.hpp"
#include "make_error.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace birthcase::exchange {
namespace {

constexpr std::string_view no_known_place =
    "no record has a place that the map reads; choose the map of this format, and see that the first row of a table "
    "names "
    "the columns";

using Birth = std::vector<NumberedRecord>;

// The readable records with their places among all; a row that could not be read has a place too.
std::vector<NumberedRecord> numbered(const std::vector<const Node*>& nodes, const std::vector<Unreadable>& unreadable) {
  std::vector<NumberedRecord> records;
  std::size_t number = 1;
  auto skipped = unreadable.begin();
  for (const Node* node : nodes) {
    for (; skipped != unreadable.end() && skipped->record == number; ++skipped) ++number;
    records.push_back({node, number++});
  }
  return records;
}

// What records of one birth have in common; empty where it is not known.
std::string birth_key(const MapContent& map, const Node& root, const Node& record) {
  std::string key;
  for (const Path& path : map.same_birth) {
    const Node* node = path.first(path.from_root() ? root : record);
    if (node == nullptr || node->text.empty()) return {};
    if (std::find(map.missing.begin(), map.missing.end(), node->text) != map.missing.end()) return {};
    key += node->text + '\x1f';
  }
  return key;
}

std::vector<Birth> births_of(const MapContent& map, const Node& root, const std::vector<NumberedRecord>& records) {
  std::vector<Birth> births;
  std::map<std::string, std::size_t> known;
  for (const NumberedRecord& record : records) {
    const std::string key = birth_key(map, root, *record.node);
    const auto [found, is_new] = known.try_emplace(key, births.size());
    if (key.empty() || is_new || births[found->second].size() == Application::max_newborns) {
      found->second = births.size();
      births.emplace_back();
    }
    births[found->second].push_back(record);
  }
  return births;
}

ImportedBirth unreadable_birth(const Unreadable& row) {
  ImportedBirth birth;
  birth.records = {row.record};
  birth.line = row.line;
  const auto& text = texts::exchange::source_row_unreadable;
  SourceFinding found;
  found.finding = {Severity::error, std::string(text.key), {}, texts::message(text, row.cells, row.wanted)};
  found.line = row.line;
  birth.findings.push_back(std::move(found));
  return birth;
}

/// Counts the places that nobody reads, by their path from the record.
class UnreadPlaces {
 public:
  void look(const Node& node, const std::string& path, const std::set<const Node*>& read) {
    for (const Node& child : node.children) {
      const std::string here = path.empty() ? child.name : path + '/' + child.name;
      if (read.contains(&child)) continue;
      if (!child.children.empty()) look(child, here, read);
      if (child.text.empty()) continue;
      const auto [found, is_new] = places_.try_emplace(here, order_.size());
      if (is_new) order_.push_back({here, 0});
      ++order_[found->second].times;
    }
  }

  std::vector<UnreadPlace> take() { return std::move(order_); }

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<UnreadPlace> order_;
};

}  // namespace

std::size_t Imported::applications() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(births.begin(), births.end(), [](const ImportedBirth& b) { return b.application.has_value(); }));
}

Result<Imported> import_records(const Map& map, std::string_view text, const ImportOptions& options) {
  const MapContent& content = map.content();
  FormatOptions format = content.options;
  format.encoding = options.encoding.value_or(format.encoding);
  const auto source = read_source(content.format, text, format);
  if (!source) return source.error();
  const auto nodes = content.record.all(source->root);
  if (nodes.empty() && source->unreadable.empty()) {
    return make_error(ErrorKind::missing,
                      "the text has no record where the map looks for one: '" + content.record.text() + "'");
  }
  Imported imported;
  imported.rows.resize(content.rows.size());
  UnreadPlaces unread;
  bool any_place = nodes.empty();
  for (const Birth& birth : births_of(content, source->root, numbered(nodes, source->unreadable))) {
    BirthReader reader(map, source->root, imported.rows);
    imported.births.push_back(reader.read(birth));
    for (const NumberedRecord& record : birth) unread.look(*record.node, {}, reader.read_nodes());
    any_place = any_place || !reader.read_nodes().empty();
  }
  // Names that no map knows may be somebody's: of a table whose first row does not name the columns.
  if (!any_place) return make_error(ErrorKind::missing, std::string(no_known_place));
  for (const Unreadable& row : source->unreadable) imported.births.push_back(unreadable_birth(row));
  std::stable_sort(imported.births.begin(), imported.births.end(), [](const ImportedBirth& a, const ImportedBirth& b) {
    return a.records.front() < b.records.front();
  });
  imported.unread = unread.take();
  return imported;
}

}  // namespace birthcase::exchange
