// Look-ups that nobody can send: organisations are asked by nothing, or by what nobody knows.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

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
        {{fmt::format("查询条件“{}”不在任何表单上，也无从得出", subject.rules().fields[key].id),
          fmt::format("the key '{}' is on no form and follows from nothing", subject.rules().fields[key].id)},
         {"请改用表单上有的字段，或加上推导规则", "name a field that a form asks, or derive it"}});
  }
}

}  // namespace

void look_for_look_ups(Subject& subject) {
  for (const DataShare& share : subject.rules().shares) {
    if (share.hospital) continue;
    look_at_keys(subject, share);
    if (!share.keys.empty()) continue;
    subject.remark("look-up-without-keys", share, "",
                   {{"没有查询条件，无法向该部门发出查询", "it has no keys, so nobody can ask the organisation"},
                    {"请用 keys 写明按哪些字段查询", "name the fields by which it is asked in 'keys'"}});
  }
}

}  // namespace birthcase::linting
