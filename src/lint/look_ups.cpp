// Look-ups that nobody can send: organisations are asked by nothing, or by what nobody knows.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "plan/planning_tables.hpp"
#include "texts/lint.hpp"

#include <algorithm>

namespace birthcase::linting {
namespace {

// Asked on a form, yielded, shared or derived: somebody comes to know it.
bool can_be_known(const Rules& rules, FieldId field) {
  return rules.form.find(field) != nullptr || !links_of(rules).field_sources[field].none();
}

void look_at_keys(Subject& subject, const DataShare& share) {
  for (std::size_t i = 0; i < share.keys.size(); ++i) {
    const FieldId key = share.keys[i];
    if (can_be_known(subject.rules(), key)) continue;
    subject.remark(
        "key-unknowable", share, json::append("/keys", i),
        {texts::message(texts::lint::key_on_no_form, subject.rules().fields[key].id), texts::lint::use_key_of_form});
  }
}

}  // namespace

void look_for_look_ups(Subject& subject) {
  for (const DataShare& share : subject.rules().shares) {
    if (share.hospital) continue;
    look_at_keys(subject, share);
    if (!share.keys.empty()) continue;
    subject.remark("look-up-without-keys", share, "", {texts::lint::keys_missing, texts::lint::add_keys});
  }
}

}  // namespace birthcase::linting
