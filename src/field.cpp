#include <birthcase/field.hpp>

#include <algorithm>
#include <iterator>

namespace birthcase {
namespace {

// What keeps two constraints from holding at once, or nothing.
std::string_view conflict(const Constraints& merged, bool codes_were_limited) noexcept {
  if (merged.min && merged.max && *merged.max < *merged.min) return "no number is in both ranges";
  if (codes_were_limited && merged.codes.empty()) return "no code is on both lists";
  if (merged.max_length && *merged.max_length == 0) return "no text is that short";
  return {};
}

// Narrows `merged` to what `entry` accepts too; answers what is impossible about it, or nothing.
std::string_view narrow(Constraints& merged, const Constraints& entry) {
  if (entry.max_length && (!merged.max_length || *entry.max_length < *merged.max_length)) {
    merged.max_length = entry.max_length;
  }
  if (entry.min && (!merged.min || *merged.min < *entry.min)) merged.min = entry.min;
  if (entry.max && (!merged.max || *entry.max < *merged.max)) merged.max = entry.max;
  const bool limited = !entry.codes.empty();
  if (limited && merged.codes.empty()) {
    merged.codes = entry.codes;
  } else if (limited) {
    std::vector<std::string> both;
    std::set_intersection(merged.codes.begin(), merged.codes.end(), entry.codes.begin(), entry.codes.end(),
                          std::back_inserter(both));
    merged.codes = std::move(both);
  }
  return conflict(merged, limited);
}

void enter(UnifiedField& unified, const FormEntry& entry, ServiceSet service) {
  unified.on_form_of |= service;
  if (entry.when == no_index) unified.always_on_form_of |= service;
  if (!entry.required) return;
  unified.required_by |= service;
  if (entry.when == no_index) unified.always_required_by |= service;
}

}  // namespace

std::string_view to_string(FieldType type) noexcept {
  constexpr std::string_view names[] = {"text", "code", "date", "date_time", "number", "boolean", "list"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view to_string(Owner owner) noexcept {
  constexpr std::string_view names[] = {"attendant", "family", "authority", "window"};
  return names[static_cast<std::size_t>(owner)];
}

std::string_view to_string(Sensitivity sensitivity) noexcept {
  constexpr std::string_view names[] = {"none", "identity", "contact", "health", "account"};
  return names[static_cast<std::size_t>(sensitivity)];
}

std::string_view to_string(Format format) noexcept {
  constexpr std::string_view names[] = {
      "none", "name", "citizen-id", "identifier", "phone", "postcode", "uscc", "bank-card", "birth-certificate-number"};
  return names[static_cast<std::size_t>(format)];
}

const UnifiedField* UnifiedForm::find(FieldId field) const noexcept {
  const auto at = std::lower_bound(fields.begin(), fields.end(), field,
                                   [](const UnifiedField& unified, FieldId wanted) { return unified.field < wanted; });
  return at != fields.end() && at->field == field ? &*at : nullptr;
}

boost::system::result<UnifiedForm, FormConflict> unify(const Table<Field>& fields,
                                                       std::span<const DepartmentForm> forms) {
  Column<Field, UnifiedField> all(fields.size());
  UnifiedForm form;
  for (const FieldId i : fields.ids()) {
    all[i].field = i;
    all[i].slot = fields[i].slot;
    all[i].constraints = fields[i].constraints;
  }
  for (std::size_t f = 0; f < forms.size(); ++f) {
    for (std::size_t e = 0; e < forms[f].entries.size(); ++e) {
      const FormEntry& entry = forms[f].entries[e];
      UnifiedField& unified = all[entry.field];
      if (const auto why = narrow(unified.constraints, entry.constraints); !why.empty()) return FormConflict{f, e, why};
      enter(unified, entry, ServiceSet::of(forms[f].service));
      ++form.department_fields;
    }
  }
  std::copy_if(all.begin(), all.end(), std::back_inserter(form.fields),
               [](const UnifiedField& unified) { return !unified.on_form_of.empty(); });
  return form;
}

// Each field with the first one that it looks like: no more pairs than fields, even if many look alike.
std::vector<std::pair<FieldId, FieldId>> look_alikes(const Table<Field>& fields) {
  std::vector<std::pair<FieldId, FieldId>> pairs;
  for (const Field& field : fields) {
    const auto before = std::span(fields.data(), fields.id_of(field).place());
    const auto first = std::find_if(before.begin(), before.end(), [&field](const Field& other) {
      return other.label.zh == field.label.zh && other.type == field.type && other.owner == field.owner;
    });
    if (first != before.end()) pairs.emplace_back(fields.id_of(*first), fields.id_of(field));
  }
  return pairs;
}

}  // namespace birthcase
