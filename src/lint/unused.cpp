// What is described and then never mentioned.
#include "json/document.hpp"
#include "lint/subject.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <array>
#include <set>

namespace birthcase::linting {
namespace {

namespace js = boost::json;
using Names = std::set<std::string, std::less<>>;

// A table of things that rules speak of.
struct VocabularyTable {
  std::string_view table;
  std::string_view code;
  Label what;
  Names mentioned{};
};

// Which keys speak of the rows of which table.
struct Speech {
  std::string_view key;
  std::string_view table;
};

constexpr std::array speech{
    Speech{"organisation", "organisations"},
    Speech{"operator", "organisations"},
    Speech{"holder", "holders"},
    Speech{"any_of", "holders"},
    Speech{"evidence", "evidence"},
    Speech{"hours", "opening_hours"},
    Speech{"option", "options"},
    Speech{"field", "fields"},
    Speech{"fields", "fields"},
    Speech{"services_needing", "fields"},
    Speech{"by", "fields"},
    Speech{"path", "fields"},
};

class Mentions {
 public:
  explicit Mentions(const Subject& subject) {
    for (const auto& member : subject.document()) {
      const std::string_view table = member.key();
      if (table == "reference" || table == profile::Layers::origin_key) continue;
      derivations_ = table == "derivations";  // what is derived is not thereby used
      collect(member.value(), {});
    }
    collect_from_expressions(subject.rules());
  }

  std::array<VocabularyTable, 7> tables{{
      {"organisations", "unused-organisation", {"部门", "organisation"}},
      {"institutions", "unused-institution", {"机构", "institution"}},
      {"holders", "unused-holder", {"持有人", "holder"}},
      {"evidence", "unused-evidence", {"材料", "evidence"}},
      {"opening_hours", "unused-hours", {"开放时间", "opening hours"}},
      {"options", "unused-option", {"选项", "option"}},
      {"fields", "unused-field", {"字段", "field"}},
  }};

 private:
  void hear(std::string_view key, const js::value& name) {
    if (!name.is_string() || (derivations_ && key == "field")) return;
    for (const Speech& spoken : speech) {
      if (spoken.key == key) mention(spoken.table, name.get_string());
    }
  }

  void mention(std::string_view table, std::string_view id) {
    for (VocabularyTable& known : tables) {
      if (known.table == table) known.mentioned.emplace(id);
    }
  }

  void collect(const js::value& value, std::string_view key) {
    hear(key, value);
    if (const js::array* items = value.if_array()) {
      for (const js::value& item : *items) collect(item, key);
    }
    const js::object* object = value.if_object();
    if (object == nullptr) return;
    for (const auto& member : *object) {
      if (member.key() == profile::Layers::origin_key) continue;
      collect(member.value(), key == "people" ? "holder" : std::string_view(member.key()));
    }
  }

  void collect_from_expressions(const Rules& rules) {
    const auto read = [&](Slot slot) {
      const Schema::Node& node = rules.schema.at(slot);
      mention("fields", node.name);
      if (node.field == no_index) return;
      for (const InlineCode& each : rules.fields[node.field].inline_codes) mention("institutions", each.code);
    };
    for (const SharedCondition& shared : rules.conditions) {
      for (const Slot slot : shared.condition.mentions()) read(slot);
    }
    for (const Derivation& derivation : rules.derivations) {
      if (derivation.alias) read(*derivation.alias);
      if (!derivation.value) continue;
      for (const Slot slot : derivation.value->mentions()) read(slot);
    }
    // what the library itself asks for
    if (rules.schema.applied_at()) read(*rules.schema.applied_at());
    if (rules.schema.channel()) read(*rules.schema.channel());
  }

  bool derivations_ = false;
};

}  // namespace

// A profile of no place is a vocabulary for those that extend it: there, only what is cited is looked at.
void look_for_unused(Subject& subject) {
  if (subject.rules().division.empty()) return;
  const Mentions mentions(subject);
  for (const VocabularyTable& table : mentions.tables) {
    for (const auto* row : subject.rows(table.table)) {
      const std::string_view id = text_of(*row, "id");
      if (table.mentioned.contains(id)) continue;
      subject.remark(table.code, *row, "",
                     {{fmt::format("没有任何事项或规则用到{}“{}”", table.what.zh, id),
                       fmt::format("no service and no rule uses the {} '{}'", table.what.en, id)},
                      {"请删除，或补上用到它的事项或规则", "take it out, or add what was meant to use it"}});
    }
  }
}

}  // namespace birthcase::linting
