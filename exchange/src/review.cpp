#include <birthcase/exchange/review.hpp>

#include "json/document.hpp"
#include "json/places.hpp"
#include "texts/exchange.hpp"
#include "texts/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace birthcase::exchange {
namespace {

/// Looks through one map. Used once.
class MapReview {
 public:
  explicit MapReview(const Map& map) : map_(map.content()), rules_(map.profile().rules()) {}

  std::vector<MapRemark> look() {
    look_at_targets();
    for (const MapRow& row : map_.rows) {
      if (row.field == nullptr) continue;
      look_at_codes(row);
      look_at_limits(row);
    }
    look_at_lists();
    look_for_facts();
    return std::move(remarks_);
  }

 private:
  void remark(Severity severity, std::string_view code, std::string path, Label message) {
    remarks_.push_back({severity, std::string(code), std::move(path), 0, 0, std::move(message)});
  }

  // Two rows for one fact are right where the first may be missing, and so are parts of one text.
  void look_at_targets() {
    std::map<std::string, const MapRow*> facts;
    std::map<std::string, const MapRow*> places;
    for (const MapRow& row : map_.rows) {
      if (row.when) continue;
      if (row.reads() && !facts.emplace(row.to, &row).second && facts[row.to]->required) {
        remark(Severity::warning, texts::exchange::fact_twice.key, row.pointer, texts::exchange::fact_twice);
      }
      const bool part = row.split && row.split->part > 1;
      // In a group of a newborn the same path is another place.
      const bool in_group = row.field != nullptr && row.field->per_newborn() && !map_.newborns.empty();
      const std::string place = (in_group ? map_.newborns.text() + '/' : std::string()) + row.from.text();
      if (row.writes() && !part && !places.emplace(place, &row).second) {
        remark(Severity::warning, texts::exchange::place_twice.key, row.pointer, texts::exchange::place_twice);
      }
    }
  }

  void look_at_codes(const MapRow& row) {
    if (!row.codes) return;
    std::set<std::string> known;
    std::set<std::string> told;
    for (const auto& [theirs, ours] : map_.codes[*row.codes].pairs) {
      if (known.insert(ours).second || !row.writes() || !told.insert(ours).second) continue;
      remark(Severity::info, texts::exchange::code_not_back.key, row.pointer,
             texts::message(texts::exchange::code_not_back, ours));
    }
    if (!row.writes() || row.labels) return;
    for (const InlineCode& code : row.field->inline_codes) {
      if (known.contains(code.code)) continue;
      remark(Severity::info, texts::exchange::code_not_carried.key, row.pointer,
             texts::message(texts::exchange::code_not_carried, code.code));
    }
  }

  void look_at_limits(const MapRow& row) {
    const Constraints& limits = row.field->constraints;
    const auto text_of = [](const std::optional<Number>& number) { return number ? number->to_string() : "…"; };
    const auto beyond = [&row](const std::optional<Number>& ours, const std::optional<Number>& field, bool below) {
      const auto value = ours ? multiply(*ours, row.factor) : std::nullopt;
      return value && field && (below ? *value < *field : *value > *field);
    };
    if (beyond(row.min, limits.min, true) || beyond(row.max, limits.max, false)) {
      remark(Severity::warning, texts::exchange::range_wider.key, row.pointer,
             texts::message(texts::exchange::range_wider, text_of(limits.min), text_of(limits.max)));
    }
    if (!row.codes && row.reads() && row.max_length && limits.max_length && *row.max_length > *limits.max_length) {
      remark(Severity::info, texts::exchange::length_wider.key, row.pointer,
             texts::message(texts::exchange::length_wider, std::to_string(*limits.max_length)));
    }
  }

  void look_at_lists() {
    for (std::size_t i = 0; i < map_.codes.size(); ++i) {
      const auto uses = [i](const MapRow& row) { return row.codes == i; };
      if (std::any_of(map_.rows.begin(), map_.rows.end(), uses)) continue;
      remark(Severity::warning, texts::exchange::list_unused.key, json::append("/codes", map_.codes[i].id),
             texts::exchange::list_unused);
    }
  }

  bool reads(FieldId field) const {
    return std::any_of(map_.rows.begin(), map_.rows.end(),
                       [&](const MapRow& row) { return row.reads() && row.field == &rules_.fields[field]; });
  }

  bool reads_anything() const {
    return std::any_of(map_.rows.begin(), map_.rows.end(), [](const MapRow& row) { return row.reads(); });
  }

  bool is_asked(FieldId field) const {
    return std::any_of(map_.asks.begin(), map_.asks.end(),
                       [&](const Ask& ask) { return ask.field == &rules_.fields[field]; });
  }

  // One remark for each service that requires something of the hospital.
  void look_for_facts() {
    if (!reads_anything()) return;
    std::vector<std::pair<const Service*, Label>> lacking;
    for (const UnifiedField& asked : rules_.form.fields) {
      const Field& field = rules_.fields[asked.field];
      if (asked.always_required_by.empty() || field.owner != Owner::attendant || reads(asked.field)) continue;
      if (is_asked(asked.field) || follows_from_read(asked.field)) continue;
      const Service* first = nullptr;
      asked.always_required_by.each([&](ServiceId id) { first = first == nullptr ? &rules_.services[id] : first; });
      const auto same = [first](const auto& each) { return each.first == first; };
      auto found = std::find_if(lacking.begin(), lacking.end(), same);
      if (found == lacking.end()) found = lacking.insert(found, {first, Label()});
      texts::append(found->second, texts::exchange::list_separator, field.label);
    }
    for (const auto& [service, labels] : lacking) {
      remark(Severity::info, texts::exchange::fact_not_read.key, "/rows",
             texts::message(texts::exchange::fact_not_read, service->label, labels));
    }
  }

  // The day of birth follows from the moment.
  bool follows_from_read(FieldId field) const {
    for (const Derivation& derivation : rules_.derivations) {
      if (derivation.field != field || !derivation.value) continue;
      const auto mentions = derivation.value->mentions();
      const auto is_read = [this](Slot slot) {
        const FieldId id = rules_.schema.at(slot).field;
        return id != no_index && reads(id);
      };
      if (!mentions.empty() && std::all_of(mentions.begin(), mentions.end(), is_read)) return true;
    }
    return false;
  }

  const MapContent& map_;
  const Rules& rules_;
  std::vector<MapRemark> remarks_;
};

}  // namespace

Result<std::vector<MapRemark>> review(const Profile& profile, std::string_view json) {
  const auto map = Map::parse(profile, json);
  if (!map) return map.error();
  auto remarks = MapReview(*map).look();
  const json::Places places(json);
  for (MapRemark& remark : remarks) {
    const auto place = places.at(remark.path);
    remark.line = place.line;
    remark.column = place.column;
  }
  std::stable_sort(remarks.begin(), remarks.end(), [](const MapRemark& a, const MapRemark& b) {
    return std::tie(a.line, a.column, a.code) < std::tie(b.line, b.column, b.code);
  });
  return remarks;
}

}  // namespace birthcase::exchange
