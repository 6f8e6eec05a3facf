// What is said about the characters of a name.
#include "application/findings.hpp"
#include "texts/findings.hpp"

namespace birthcase::application {
namespace {

namespace findings = texts::findings;

/// What is wrong with one character.
struct Wrong {
  const char* code;
  texts::Pattern<1> text;  ///< {0}: its position
};

Wrong wrong_with(NameFault fault, bool doubtful) noexcept {
  switch (fault) {
    case NameFault::control:
      return {"control-character", findings::name_control_character};
    case NameFault::lost:
      return {"lost-character", findings::name_lost_character};
    case NameFault::digit:
      return {"bad-format", findings::name_digit};
    case NameFault::full_width:
      return {"full-width-character", findings::name_full_width_character};
    case NameFault::look_alike:
      return {"look-alike-character", findings::name_look_alike};
    case NameFault::mark:
      return {"combining-mark", doubtful ? findings::name_mark_doubtful : findings::name_mark};
    case NameFault::private_use:
      return {"private-use-character", findings::name_private_use};
    case NameFault::script:
      return {"mixed-scripts", findings::name_mixed_scripts};
    case NameFault::spacing:
      return {"name-spacing", findings::name_spacing};
    case NameFault::punctuation:
      return {"name-punctuation", findings::name_punctuation};
    case NameFault::no_letter:
      return {"symbol-in-name", findings::name_without_letter};
    default:
      return {"symbol-in-name", findings::name_symbol};
  }
}

// With the field's own word about a name that there is not yet.
Label stand_in(const Field& field, bool doubtful) {
  const Label own = field.not_yet.zh.empty() ? Label(findings::leave_out) : field.not_yet;
  return texts::message(findings::two_clauses, doubtful ? findings::name_stand_in_doubtful : findings::name_stand_in,
                        own);
}

}  // namespace

Finding finding_about_name(const Field& field, const NameRemark& remark, std::string path) {
  if (remark.fault == NameFault::placeholder) {
    return {remark.doubtful ? Severity::warning : Severity::error, "placeholder-name", std::move(path),
            stand_in(field, remark.doubtful)};
  }
  const Wrong wrong = wrong_with(remark.fault, remark.doubtful);
  return {remark.doubtful ? Severity::warning : Severity::error, wrong.code, std::move(path),
          texts::message(wrong.text, remark.position)};
}

}  // namespace birthcase::application
