/// Data elements, the departments' forms, and the algorithm that makes one schema of them.
///
/// A department's form is a list of entries; each entry names its data element, even if the form has another name for
/// it. The one application form is not written down anywhere: `unify` computes it.
#pragma once

#include <birthcase/codes.hpp>
#include <birthcase/condition.hpp>
#include <birthcase/result.hpp>
#include <birthcase/rule.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace birthcase {

enum class FieldType : std::uint8_t { text, code, date, date_time, number, boolean, list };

/// Who may fill a field in.
enum class Owner : std::uint8_t {
  attendant,  ///< the birth attendant; the family cannot change it
  family,
  authority,  ///< the department that issues it: a certificate number, an ID number
  window,     ///< the staff who accept the application
};

enum class Sensitivity : std::uint8_t { none, identity, contact, health, account };

/// A well-known shape of a text, checked when the application is read.
enum class Format : std::uint8_t {
  none,
  name,
  citizen_id,
  identifier,  ///< the number of any document: only cleaned
  phone,
  postcode,
  uscc,
  bank_card,
  birth_certificate_number,
};

std::string_view to_string(FieldType type) noexcept;
std::string_view to_string(Owner owner) noexcept;
std::string_view to_string(Sensitivity sensitivity) noexcept;
std::string_view to_string(Format format) noexcept;

/// The limits of a value. An absent member limits nothing.
struct Constraints {
  std::optional<std::uint32_t> max_length;  ///< in characters (Unicode scalar values)
  std::optional<Number> min;
  std::optional<Number> max;
  std::vector<std::string> codes;  ///< sorted; only these; empty where any code of the table will do

  friend bool operator==(const Constraints&, const Constraints&) = default;
};

/// One code of a field that brings its own short list, such as `mother`, `father`, `guardian`, `agent`.
struct InlineCode {
  std::string code;
  Label label;
};

/// One data element, under one id for all forms, even if forms have other names for it.
struct Field {
  std::string id;  ///< dotted: `mother.hukou.division`; fields of each newborn begin with `newborn.`
  Label label;
  FieldType type = FieldType::text;
  Format format = Format::none;
  Constraints constraints;
  std::vector<InlineCode> inline_codes;
  const CodeTable* table = nullptr;  ///< the code table, owned by the profile
  std::string element;               ///< identifier in the WS 363 catalogue, if it is known
  std::string element_source;        ///< how surely: empty where verified, `R` where seen in a repost only
  Owner owner = Owner::family;
  Sensitivity sensitivity = Sensitivity::none;
  bool none_counts = false;  ///< null is an answer where the field is required: an address without a house number
  bool never_none = false;   ///< null is not allowed: every child has a sex and a weight
  bool past = false;         ///< a day or moment that must not lie after that of the acceptance
  bool whole = false;        ///< a number without a fraction
  Label unit;                ///< of a number: `克`, `g`; empty where it has none
  Label not_yet;             ///< of a name: what to do while there is none; empty where everybody has one
  std::vector<std::string> open_codes;  ///< codes that leave the question open, such as "not stated"; sorted
  std::string locked_after;             ///< the service after which only the issuer may change it
  std::string source;
  bool interpretation = false;
  Slot slot;

  bool per_newborn() const noexcept { return slot.newborn; }
};

/// One line of a department's form.
struct FormEntry {
  FieldId field{};
  std::string label;  ///< the department's own wording, as printed
  bool required = false;
  Constraints constraints;
  ConditionId when{};    ///< the entry is on the form only if this holds; none: always
  std::string document;  ///< where it stands, as `Rule::document` and `Rule::path`
  std::string path;
};

/// A data element as the one form asks it: the constraints of every department at once.
struct UnifiedField {
  FieldId field{};
  Slot slot;
  ServiceSet on_form_of;          ///< services whose form has it
  ServiceSet required_by;         ///< services that cannot do without it
  ServiceSet always_on_form_of;   ///< for all facts
  ServiceSet always_required_by;  ///< for all facts
  Constraints constraints;
};

/// The one form of some services, and how many lines it replaces.
struct UnifiedForm {
  std::vector<UnifiedField> fields;   ///< in the order of the data elements
  std::size_t department_fields = 0;  ///< lines on the departments' own forms

  /// The field, or nullptr if no form asks it.
  const UnifiedField* find(FieldId field) const noexcept;
};

/// A service's form, for `unify`.
struct DepartmentForm {
  ServiceId service{};
  std::span<const FormEntry> entries;
};

/// The entry that cannot agree with those before it.
struct FormConflict {
  std::size_t form = 0;   ///< which of the forms
  std::size_t entry = 0;  ///< which of its entries
  std::string_view why;   ///< in English; static
};

/// Merges the departments' forms: the shortest length, the narrowest range and the codes that everybody accepts;
/// required if anybody requires it. Fails if nothing could satisfy all.
boost::system::result<UnifiedForm, FormConflict> unify(const Table<Field>& fields,
                                                       std::span<const DepartmentForm> forms);

/// Pairs of fields that look like one: the same label, type and owner under two ids.
std::vector<std::pair<FieldId, FieldId>> look_alikes(const Table<Field>& fields);

}  // namespace birthcase
