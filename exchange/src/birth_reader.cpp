#include "birth_reader.hpp"

#include <birthcase/plan.hpp>

#include "dates.hpp"
#include "vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::exchange {
namespace {

using State = Reading::State;

/// The facts of an application as conditions read them.
class ApplicationFacts {
 public:
  explicit ApplicationFacts(const FactStore& store, std::uint16_t newborn) {
    for (const Value& value : store.family) family_.push_back(&value);
    for (const FactStore::Values& values : store.newborns) {
      auto& pointers = newborns_.emplace_back();
      for (const Value& value : values) pointers.push_back(&value);
    }
    for (const auto& pointers : newborns_) spans_.emplace_back(pointers);
    facts_ = {family_, spans_, newborn < spans_.size() ? newborn : FactRef::family};
  }
  ApplicationFacts(const ApplicationFacts&) = delete;
  ApplicationFacts& operator=(const ApplicationFacts&) = delete;

  const Facts& facts() const noexcept { return facts_; }

 private:
  std::vector<const Value*> family_;
  std::vector<std::vector<const Value*>> newborns_;
  std::vector<std::span<const Value* const>> spans_;
  Facts facts_;
};

}  // namespace

std::optional<DateTime> moment_of(const MapContent& map, std::string_view text) {
  const auto moment = read_date(text, map.sent_at_date, true);
  if (!moment) return std::nullopt;
  const auto read = parse_date_time(moment->as_text());
  return read ? std::optional(*read) : std::nullopt;
}

// One of the texts must stand at each of the places.
const Only* not_meant(const MapContent& map, const NumberedRecord& record) {
  for (const Only& only : map.only) {
    const auto nodes = only.place.all(only.place.from_root() ? *record.root : *record.node);
    const bool meant = std::any_of(nodes.begin(), nodes.end(), [&only](const Node* node) {
      return std::find(only.texts.begin(), only.texts.end(), node->text) != only.texts.end();
    });
    if (!meant) return &only;
  }
  return nullptr;
}

ImportedBirth BirthReader::read(const std::vector<NumberedRecord>& records) {
  for (const NumberedRecord& record : records) birth_.records.push_back(record.number);
  std::sort(birth_.records.begin(), birth_.records.end());
  birth_.line = records.front().node->line;
  birth_.text = records.front().text;
  for (const NumberedRecord& record : records) refused_ = !is_meant(record) || refused_;
  for (const NumberedRecord& record : records) read_message(record);
  if (refused_) return std::move(birth_);
  read_rows(records, false);
  read_rows(records, true);
  report_application();
  ask();
  if (!refused_) birth_.application = std::move(application_);
  return std::move(birth_);
}

bool BirthReader::is_meant(const NumberedRecord& record) {
  for (const Only& only : content_.only) {
    for (const Node* node : only.place.all(only.place.from_root() ? *record.root : *record.node)) read_.insert(node);
  }
  const Only* only = not_meant(content_, record);
  if (only == nullptr) return true;
  const auto& text = texts::exchange::record_not_meant;
  SourceFinding finding;
  finding.finding = {Severity::error, std::string(text.key), {}, text};
  finding.source = only->place.text();
  finding.line = record.node->line;
  finding.text = record.text;
  birth_.findings.push_back(std::move(finding));
  return false;
}

// What the format cannot tell, and no row has found.
void BirthReader::ask() {
  for (const Ask& ask : content_.asks) {
    if (!ask.field->per_newborn()) ask_for(ask, FactRef::family);
    for (std::uint16_t i = 0; ask.field->per_newborn() && i < application_.newborn_count(); ++i) ask_for(ask, i);
  }
}

void BirthReader::ask_for(const Ask& ask, std::uint16_t newborn) {
  if (!application_.get(ask.to, newborn).value().is_unknown()) return;
  SourceFinding found;
  found.finding = {Severity::info, "format-cannot-tell", fact_path(map_.profile(), ask.field->slot.of(newborn)),
                   ask.because};
  found.line = birth_.line;
  found.text = birth_.text;
  birth_.findings.push_back(std::move(found));
}

// The newest record names the birth.
void BirthReader::read_message(const NumberedRecord& record) {
  const Base base{&record, nullptr, FactRef::family};
  if (const Node* id = content_.message_id.empty() ? nullptr : node_at(content_.message_id, base)) {
    if (birth_.message.empty()) birth_.message = id->text;
    read_.insert(id);
  }
  const Node* sent = content_.sent_at.empty() ? nullptr : node_at(content_.sent_at, base);
  if (sent == nullptr) return;
  read_.insert(sent);
  if (!birth_.sent_at) birth_.sent_at = moment_of(content_, sent->text);
}

// Those with a condition after all others, so that they may read what those have put.
void BirthReader::read_rows(const std::vector<NumberedRecord>& records, bool with_condition) {
  for (std::size_t row = 0; row < content_.rows.size(); ++row) {
    if (content_.rows[row].when.has_value() == with_condition) read_row(row, records);
  }
}

void BirthReader::read_row(std::size_t row, const std::vector<NumberedRecord>& records) {
  const MapRow& what = content_.rows[row];
  if (what.field != nullptr && what.field->per_newborn()) return read_newborn_row(row, records);
  for (const NumberedRecord& record : records) read_family_row(row, record);
}

void BirthReader::read_family_row(std::size_t row, const NumberedRecord& record) {
  const MapRow& what = content_.rows[row];
  const Base base{&record, nullptr, FactRef::family};
  if (what.reads()) return read_at(row, base);
  for (const Node* node : what.from.all(what.from.from_root() ? *record.root : *record.node)) read_.insert(node);
}

// Each newborn has a node of its own in the record, or a record of its own.
void BirthReader::read_newborn_row(std::size_t row, const std::vector<NumberedRecord>& records) {
  if (content_.newborns.empty()) return read_own_records(row, records);
  std::uint16_t place = 0;
  for (const NumberedRecord& record : records) {
    for (const Node* node : content_.newborns.all(*record.node)) read_at(row, {&record, node, place++});
  }
}

// In the order of the newborns, so that an application gets them one after the other; of one newborn the newest first.
void BirthReader::read_own_records(std::size_t row, const std::vector<NumberedRecord>& records) {
  std::uint16_t newborns = 0;
  for (const NumberedRecord& record : records) newborns = std::max<std::uint16_t>(newborns, record.place + 1U);
  for (std::uint16_t place = 0; place < newborns; ++place) {
    for (const NumberedRecord& record : records) {
      if (record.place == place) read_at(row, {&record, record.node, place});
    }
  }
}

const Node* BirthReader::node_at(const Path& path, const Base& base) const {
  if (path.from_root()) return path.first(*base.record->root);
  return path.first(base.newborn != nullptr && !path.from_record() ? *base.newborn : *base.record->node);
}

void BirthReader::read_at(std::size_t row, const Base& base) {
  const MapRow& what = content_.rows[row];
  const Node* node = node_at(what.from, base);
  if (node != nullptr) read_.insert(node);
  if (!what.reads()) return;
  if (what.when && !applies(what, base)) {
    ++uses_[row].not_asked;
    return;
  }
  const bool has_text = node != nullptr && node->kind != Node::Kind::null && node->kind != Node::Kind::group;
  take(row, base, node, read_value(content_, what, has_text ? &node->text : nullptr));
}

void BirthReader::take(std::size_t row, const Base& base, const Node* node, Reading reading) {
  const MapRow& what = content_.rows[row];
  RowUse& use = uses_[row];
  if (reading.pair) {
    use.codes.resize(content_.codes[*what.codes].pairs.size());
    ++use.codes[*reading.pair];
  }
  if (reading.state == State::missing || reading.fallback) ++use.missing;
  if (reading.state == State::refused) {
    ++use.refused;
    if (is_read_here(what, base)) return;
    report(what, base, node, std::move(reading.code), std::move(reading.message));
  } else if (reading.state != State::missing) {
    if (!reading.fallback) ++use.read;
    return put(what, base, node, reading);
  }
  if (!what.required) return;
  refused_ = true;
  if (reading.state != State::missing) return;
  const auto& text = texts::exchange::source_value_missing;
  report(what, base, node, std::string(text.key), text);
}

void BirthReader::put(const MapRow& row, const Base& base, const Node* node, const Reading& reading) {
  const bool there = base.place == FactRef::family || base.place < application_.newborn_count();
  const Value before = there ? application_.get(row.to, base.place).value() : Value();
  if (!before.is_unknown()) return compare(row, base, node, reading, before);
  if (const auto done = application_.put(row.to, reading.value, base.place); !done) {
    const auto& text = texts::exchange::source_value_refused;
    return report(row, base, node, std::string(text.key), text);
  }
  const NumberedRecord& record = *base.record;
  const Node& at = node == nullptr ? *record.node : *node;
  birth_.sources.push_back({row.field->slot.of(base.place), row.from.text(), record.number, record.text, at.line,
                            at.column, reading.fallback});
}

// Whether an earlier row of the same record has read the fact.
bool BirthReader::is_read_here(const MapRow& row, const Base& base) const {
  const FactRef fact = row.field->slot.of(base.place);
  return std::any_of(birth_.sources.begin(), birth_.sources.end(),
                     [&](const FactSource& each) { return each.fact == fact && each.record == base.record->number; });
}

// An earlier row of the same record counts; what another record says may not differ.
void BirthReader::compare(const MapRow& row, const Base& base, const Node* node, const Reading& reading,
                          const Value& before) {
  const FactRef fact = row.field->slot.of(base.place);
  const auto source = std::find_if(birth_.sources.begin(), birth_.sources.end(),
                                   [&](const FactSource& each) { return each.fact == fact; });
  if (base.record->repeats || source == birth_.sources.end() || source->record == base.record->number) return;
  Application changed = application_;
  const auto done = changed.put(row.to, reading.value, base.place);
  if (!done || changed.get(row.to, base.place).value() == before) return;
  const bool older = base.record->older;
  const auto& text = older ? texts::exchange::older_record_differs : texts::exchange::records_differ;
  report(row, base, node, std::string(text.key), text, older ? Severity::info : Severity::warning);
}

std::vector<Value> BirthReader::named_texts(const Base& base) const {
  std::vector<Value> texts;
  for (const auto& [name, path] : content_.named) {
    const Node* node = node_at(path, base);
    texts.push_back(node == nullptr ? Value::null() : Value::text(node->text));
  }
  return texts;
}

bool BirthReader::applies(const MapRow& row, const Base& base) const {
  const ApplicationFacts facts(*application_.facts(), base.place);
  const std::vector<Value> texts = named_texts(base);
  const FactsWithTexts all(facts.facts(), map_.profile().rules().schema.family_slots(), texts);
  return row.when->test(all.facts()) == Truth::yes;
}

void BirthReader::report(const MapRow& row, const Base& base, const Node* node, std::string code, Label message,
                         Severity severity) {
  SourceFinding found;
  found.finding = {severity, std::move(code), {}, std::move(message)};
  if (base.place == FactRef::family || base.place < application_.newborn_count()) {
    found.finding.path = fact_path(map_.profile(), row.field->slot.of(base.place));
  }
  found.source = row.from.text();
  const Node& place = node == nullptr ? *base.record->node : *node;
  found.line = place.line;
  found.column = node == nullptr ? 0 : place.column;
  found.text = base.record->text;
  birth_.findings.push_back(std::move(found));
}

// What the profile's own checks of formats and codes say, with the place in the source.
void BirthReader::report_application() {
  const FactStore& store = *application_.facts();
  for (std::size_t i = 0; i < store.findings.size(); ++i) {
    SourceFinding found;
    found.finding = store.findings[i];
    const auto source = std::find_if(birth_.sources.begin(), birth_.sources.end(),
                                     [&](const FactSource& each) { return each.fact == store.found_at[i]; });
    if (source != birth_.sources.end()) {
      found.source = source->path;
      found.line = source->line;
      found.column = source->column;
      found.text = source->text;
    }
    birth_.findings.push_back(std::move(found));
  }
}

}  // namespace birthcase::exchange
