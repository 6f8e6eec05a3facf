// What is described and then never mentioned.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "texts/lint.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

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
      derivations_ = table == "derivations";  // a fact that is derived is not used by that
      collect(member.value(), {});
    }
    collect_from_expressions(subject.rules());
  }

  std::array<VocabularyTable, 7> tables{{
      {"organisations", "unused-organisation", texts::lint::an_organisation},
      {"institutions", "unused-institution", texts::lint::an_institution},
      {"holders", "unused-holder", texts::lint::a_holder},
      {"evidence", "unused-evidence", texts::lint::an_evidence},
      {"opening_hours", "unused-hours", texts::lint::opening_hours},
      {"options", "unused-option", texts::lint::an_option},
      {"fields", "unused-field", texts::lint::a_field},
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
                     {texts::message(texts::lint::unused, table.what, id), texts::lint::drop_or_use});
    }
  }
}

}  // namespace birthcase::linting
