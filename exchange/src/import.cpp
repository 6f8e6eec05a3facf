#include <birthcase/exchange/import.hpp>

#include "birth_reader.hpp"
#include "make_error.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace birthcase::exchange {
namespace {

constexpr std::string_view no_known_place =
    "no record has a place that the map reads; choose the map of this format, and see that the first row of a table "
    "names "
    "the columns";

using Birth = std::vector<NumberedRecord>;

// The readable records with their places among all; a row that could not be read has a place too.
// `number` is that of the first, and then of the one after the last.
void number_records(const std::vector<const Node*>& nodes, const Source& source, std::size_t text, std::size_t& number,
                    std::vector<NumberedRecord>& records) {
  const auto& unreadable = source.unreadable;
  const std::size_t before = number - 1;
  auto skipped = unreadable.begin();
  for (const Node* node : nodes) {
    for (; skipped != unreadable.end() && before + skipped->record == number; ++skipped) ++number;
    records.push_back({.node = node, .number = number++, .root = &source.root, .text = text});
  }
  number += static_cast<std::size_t>(unreadable.end() - skipped);
}

// What records of one birth have in common; empty where it is not known.
std::string key_of(const MapContent& map, const std::vector<Path>& paths, const NumberedRecord& record) {
  std::string key;
  for (const Path& path : paths) {
    const Node* node = path.first(path.from_root() ? *record.root : *record.node);
    if (node == nullptr || node->text.empty()) return {};
    if (std::find(map.missing.begin(), map.missing.end(), node->text) != map.missing.end()) return {};
    key += node->text + '\x1f';
  }
  return key;
}

std::string text_at(const Path& path, const NumberedRecord& record) {
  const Node* node = path.empty() ? nullptr : path.first(path.from_root() ? *record.root : *record.node);
  return node == nullptr ? std::string() : node->text;
}

// Which of the records of a birth are about one newborn, and the newest record first. Where the map does not say what
// newborns have in common, each record is about one of its own.
void order_records(const MapContent& map, Birth& birth) {
  std::map<std::string, std::uint16_t> newborns;
  std::set<std::string> messages;
  std::uint16_t places = 0;
  for (NumberedRecord& record : birth) {
    const std::string message = map.same_newborn.empty() ? std::string() : text_at(map.message_id, record);
    record.repeats = !message.empty() && !messages.insert(message).second;
    std::string key = key_of(map, map.same_newborn, record);
    if (key.empty() && !message.empty()) key = "message " + message;
    const auto found = key.empty() ? newborns.end() : newborns.find(key);
    record.place = found != newborns.end() ? found->second : places++;
    if (!key.empty()) newborns.try_emplace(key, record.place);
  }
  if (map.same_newborn.empty()) return;
  const auto moment = [&map](const NumberedRecord& record) { return moment_of(map, text_at(map.sent_at, record)); };
  std::stable_sort(birth.begin(), birth.end(), [&moment](const NumberedRecord& a, const NumberedRecord& b) {
    const auto first = moment(a);
    const auto second = moment(b);
    return first && (!second || *first > *second);
  });
  std::set<std::uint16_t> seen;
  for (NumberedRecord& record : birth) record.older = !seen.insert(record.place).second;
}

std::vector<Birth> births_of(const MapContent& map, const std::vector<NumberedRecord>& records) {
  std::vector<Birth> births;
  std::map<std::string, std::size_t> known;
  for (const NumberedRecord& record : records) {
    const std::string key = not_meant(map, record) == nullptr ? key_of(map, map.same_birth, record) : std::string();
    const auto [found, is_new] = known.try_emplace(key, births.size());
    if (key.empty() || is_new || births[found->second].size() == Application::max_newborns) {
      found->second = births.size();
      births.emplace_back();
    }
    births[found->second].push_back(record);
  }
  for (Birth& birth : births) order_records(map, birth);
  return births;
}

ImportedBirth unreadable_birth(const Unreadable& row, std::size_t text, std::size_t record) {
  ImportedBirth birth;
  birth.records = {record};
  birth.text = text;
  birth.line = row.line;
  SourceFinding found;
  if (row.wanted == 0) {
    const auto& message = texts::exchange::source_segment_unreadable;
    found.finding = {Severity::error, std::string(message.key), {}, message};
  } else {
    const auto& message = texts::exchange::source_row_unreadable;
    found.finding = {Severity::error, std::string(message.key), {}, texts::message(message, row.cells, row.wanted)};
  }
  found.line = row.line;
  found.text = text;
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
      if (child.text.empty() || is_text_of_first_part(child)) continue;
      const auto [found, is_new] = places_.try_emplace(here, order_.size());
      if (is_new) order_.push_back({here, 0});
      ++order_[found->second].times;
    }
  }

  std::vector<UnreadPlace> take() { return std::move(order_); }

 private:
  // A field of HL7 v2 has the text of its first component.
  static bool is_text_of_first_part(const Node& node) noexcept {
    const Node* first = node.find("1");
    return first != nullptr && first->text == node.text;
  }

  std::map<std::string, std::size_t> places_;
  std::vector<UnreadPlace> order_;
};

/// Reads texts, and then the births of all of them. Used once.
class Importer {
 public:
  explicit Importer(const Map& map) : map_(map), content_(map.content()) {}

  std::optional<Error> add(std::string_view text, const ImportOptions& options) {
    FormatOptions format = content_.options;
    format.encoding = options.encoding.value_or(format.encoding);
    auto source = read_source(content_.format, text, format);
    if (!source) return source.error();
    if (content_.format == Format::xml && content_.root.empty() && !content_.record.empty()) stand_alone(*source);
    const Source& kept = sources_.emplace_back(std::move(*source));
    const auto nodes = content_.record.all(kept.root);
    if (nodes.empty() && kept.unreadable.empty()) {
      return make_error(ErrorKind::missing,
                        "the text has no record where the map looks for one: '" + content_.record.text() + "'");
    }
    const std::size_t before = number_ - 1;
    number_records(nodes, kept, sources_.size(), number_, records_);
    for (const Unreadable& row : kept.unreadable) {
      unreadable_.push_back(unreadable_birth(row, sources_.size(), before + row.record));
    }
    return std::nullopt;
  }

  Result<Imported> finish() {
    Imported imported;
    imported.rows.resize(content_.rows.size());
    UnreadPlaces unread;
    bool any_place = records_.empty();
    for (const Birth& birth : births_of(content_, records_)) {
      BirthReader reader(map_, imported.rows);
      imported.births.push_back(reader.read(birth));
      for (const NumberedRecord& record : birth) unread.look(*record.node, {}, reader.read_nodes());
      any_place = any_place || !reader.read_nodes().empty();
    }
    // Names that no map knows may be somebody's: of a table whose first row does not name the columns.
    if (!any_place) return make_error(ErrorKind::missing, std::string(no_known_place));
    std::move(unreadable_.begin(), unreadable_.end(), std::back_inserter(imported.births));
    std::stable_sort(
        imported.births.begin(), imported.births.end(),
        [](const ImportedBirth& a, const ImportedBirth& b) { return a.records.front() < b.records.front(); });
    imported.unread = unread.take();
    return imported;
  }

 private:
  // A record that is the element at the top gets one around it.
  void stand_alone(Source& source) const {
    if (source.root.name != content_.record.steps().front().name) return;
    Node top;
    top.kind = Node::Kind::group;
    top.children.push_back(std::move(source.root));
    source.root = std::move(top);
  }

  const Map& map_;
  const MapContent& content_;
  std::deque<Source> sources_;  // records point into them
  std::vector<NumberedRecord> records_;
  std::vector<ImportedBirth> unreadable_;
  std::size_t number_ = 1;
};

}  // namespace

std::size_t Imported::applications() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(births.begin(), births.end(), [](const ImportedBirth& b) { return b.application.has_value(); }));
}

Result<Imported> import_records(const Map& map, std::string_view text, const ImportOptions& options) {
  auto imported = import_records(map, std::span(&text, 1), options);
  if (imported) return imported;
  Error error = imported.error();
  error.document.clear();
  return error;
}

Result<Imported> import_records(const Map& map, std::span<const std::string_view> texts, const ImportOptions& options) {
  Importer importer(map);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (auto error = importer.add(texts[i], options)) {
      error->document = std::to_string(i + 1);
      return *error;
    }
  }
  return importer.finish();
}

}  // namespace birthcase::exchange
