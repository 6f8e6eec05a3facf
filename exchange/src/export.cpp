#include <birthcase/exchange/export.hpp>

#include "conversion.hpp"
#include "make_error.hpp"
#include "vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::exchange {
namespace {

/// Writes births into one tree. Used once.
class BirthWriter {
 public:
  BirthWriter(const Map& map, const Service* service)
      : map_(map), content_(map.content()), rules_(map.profile().rules()), service_(service) {
    root_.name = content_.root;
    root_.kind = Node::Kind::group;
  }

  void write(const Plan& plan) {
    const bool own_records = content_.newborns.empty();
    const std::uint16_t newborns = std::max<std::uint16_t>(plan.newborns(), 1);
    if (!own_records) return write_record(plan, 0, newborns);
    for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) write_record(plan, newborn, newborn + 1);
  }

  Node& root() noexcept { return root_; }
  std::vector<SourceFinding> take_findings() { return std::move(findings_); }

 private:
  void write_record(const Plan& plan, unsigned first, unsigned end);
  void write_row(const Plan& plan, const MapRow& row, Node& record, Node* newborn_node, std::uint16_t newborn);
  bool applies(const Plan& plan, const MapRow& row, std::uint16_t newborn) const;
  bool is_asked(const MapRow& row) const;
  void place(const Path& path, Node& base, Node written, bool listed) const;
  void put(const MapRow& row, Node& node, const std::string& text) const;
  void report(const Plan& plan, const MapRow& row, FactRef fact, const Written& written);

  const Map& map_;
  const MapContent& content_;
  const Rules& rules_;
  const Service* service_;
  Node root_;
  std::vector<SourceFinding> findings_;
};

// Puts what was written at the end of a path, beside what is there. Nothing may refer to a node of `base` meanwhile.
void BirthWriter::place(const Path& path, Node& base, Node written, bool listed) const {
  Node* parent = &base;
  const auto& steps = path.steps();
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) parent = &Path::parse(steps[i].name).value().make(*parent);
  parent->kind = Node::Kind::group;
  if (steps.empty()) {
    for (Node& child : written.children) parent->children.push_back(std::move(child));
    return;
  }
  written.name = steps.back().name;
  written.kind = Node::Kind::group;
  written.listed = listed;
  parent->children.push_back(std::move(written));
}

void BirthWriter::write_record(const Plan& plan, unsigned first, unsigned end) {
  Node record;
  const bool own_records = content_.newborns.empty();
  for (const MapRow& row : content_.rows) {
    const bool of_newborn = row.field != nullptr && row.field->per_newborn();
    if (!row.writes() || (of_newborn && !own_records)) continue;
    write_row(plan, row, record, nullptr, static_cast<std::uint16_t>(first));
  }
  for (unsigned newborn = first; newborn < end && !own_records; ++newborn) {
    Node node;
    for (const MapRow& row : content_.rows) {
      if (!row.writes() || row.field == nullptr || !row.field->per_newborn()) continue;
      write_row(plan, row, record, &node, static_cast<std::uint16_t>(newborn));
    }
    if (!node.children.empty()) place(content_.newborns, record, std::move(node), true);
  }
  place(content_.record, root_, std::move(record), content_.listed);
}

bool BirthWriter::is_asked(const MapRow& row) const {
  if (service_ == nullptr || row.field == nullptr) return true;
  return std::any_of(service_->form.begin(), service_->form.end(),
                     [&](const FormEntry& entry) { return &rules_.fields[entry.field] == row.field; });
}

bool BirthWriter::applies(const Plan& plan, const MapRow& row, std::uint16_t newborn) const {
  if (!row.when) return true;
  const std::vector<Value> texts(content_.named.size());
  const FactsWithTexts all(plan.facts_of(newborn), rules_.schema.family_slots(), texts);
  return row.when->test(all.facts()) == Truth::yes;
}

void BirthWriter::write_row(const Plan& plan, const MapRow& row, Node& record, Node* newborn_node,
                            std::uint16_t newborn) {
  if (!is_asked(row) || !applies(plan, row, newborn)) return;
  Written written;
  if (row.constant) {
    written.text = *row.constant;
  } else {
    const FactRef fact = row.field->slot.of(newborn);
    written = write_value(content_, row, plan.value(fact));
    if (!written.code.empty()) report(plan, row, fact, written);
  }
  // A table has every column in every row.
  if (!written.text && content_.format == Format::delimited && newborn_node == nullptr) written.text = std::string();
  if (!written.text) return;
  Node& base = row.from.from_root()                                ? root_
               : newborn_node == nullptr || row.from.from_record() ? record
                                                                   : *newborn_node;
  put(row, row.from.make(base), *written.text);
}

// The first of several rows for one place counts; parts of one text are put together.
void BirthWriter::put(const MapRow& row, Node& node, const std::string& text) const {
  if (row.split && row.split->part > 1) {
    if (!text.empty() && !node.text.empty()) node.text += row.split->by + text;
  } else if (node.text.empty()) {
    node.text = text;
  }
  if (row.number && !text.empty()) node.kind = Node::Kind::number;
}

void BirthWriter::report(const Plan& plan, const MapRow& row, FactRef fact, const Written& written) {
  SourceFinding found;
  const Severity severity = written.text ? Severity::warning : Severity::error;
  found.finding = {severity, written.code, fact_path(plan.profile(), fact), written.message};
  found.source = row.from.text();
  findings_.push_back(std::move(found));
}

}  // namespace

Result<Exported> export_records(const Map& map, std::span<const Plan> plans, const ExportOptions& options) {
  const MapContent& content = map.content();
  const Rules& rules = map.profile().rules();
  const Service* service = nullptr;
  for (const Service& each : rules.services) {
    if (each.id == options.service) service = &each;
  }
  if (service == nullptr && !options.service.empty()) {
    return make_error(ErrorKind::unknown_name, "the profile has no such service; `birthcase profiles` lists them");
  }
  const auto writes = [](const MapRow& row) { return row.writes(); };
  if (std::none_of(content.rows.begin(), content.rows.end(), writes)) {
    return make_error(ErrorKind::wrong_type, "every row of this map is for reading only");
  }
  BirthWriter writer(map, service);
  for (const Plan& plan : plans) writer.write(plan);
  Node& root = writer.root();
  const bool alone = content.format == Format::xml && content.root.empty() && root.children.size() == 1;
  if (root.name.empty()) root.name = "records";
  auto text = write_source(content.format, alone ? root.children.front() : root, content.options);
  if (!text) return text.error();
  return Exported{std::move(*text), writer.take_findings()};
}

}  // namespace birthcase::exchange
