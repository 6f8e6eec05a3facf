#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"

namespace birthcase {
namespace {

class ComparisonWriter {
 public:
  ComparisonWriter(const Comparison& comparison, Language language) : comparison_(comparison), language_(language) {}

  std::string write();

 private:
  void cells(const std::vector<Comparison::Cell>& cells);
  void item(const Comparison::Item& item);

  const Comparison& comparison_;
  Language language_;
  JsonWriter json_;
};

std::string ComparisonWriter::write() {
  json_.open_object();
  json_.key("profiles");
  json_.open_array();
  for (const Profile& profile : comparison_.profiles) {
    json_.open_object();
    json_.text_at("id", profile.id());
    json_.text_at("title", profile.rules().title.in(language_));
    json_.close_object();
  }
  json_.close_array();
  json_.key("rows");
  json_.open_array();
  for (const Comparison::Row& row : comparison_.rows) {
    json_.open_object();
    json_.text_at("service", row.service);
    json_.text_at("label", row.label.in(language_));
    json_.text_at("organisation", row.organisation.in(language_));
    json_.key("cells");
    cells(row.cells);
    json_.close_object();
  }
  json_.close_array();
  json_.key("together");
  cells(comparison_.together);
  json_.close_object();
  return json_.take();
}

void ComparisonWriter::cells(const std::vector<Comparison::Cell>& cells) {
  json_.open_array();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    json_.open_object();
    json_.text_at("profile", comparison_.profiles[i].id());
    json_.boolean_at("offered", cells[i].offered);
    json_.key("brings");
    json_.open_array();
    for (const Comparison::Item& each : cells[i].brings) item(each);
    json_.close_array();
    json_.close_object();
  }
  json_.close_array();
}

void ComparisonWriter::item(const Comparison::Item& item) {
  json_.open_object();
  json_.text_at("type", item.evidence->id);
  json_.text_at("label", item.evidence->label.in(language_));
  if (item.holder != nullptr) json_.text_at("holder", item.holder->id);
  json_.number_at("original", item.original);
  json_.number_at("copies", item.copies);
  json_.boolean_at("conditional", item.conditional);
  const std::string& condition = item.condition.in(language_);
  if (!condition.empty()) json_.text_at("condition", condition);
  json_.close_object();
}

}  // namespace

std::string to_json(const Comparison& comparison, Language language) {
  return ComparisonWriter(comparison, language).write();
}

}  // namespace birthcase
