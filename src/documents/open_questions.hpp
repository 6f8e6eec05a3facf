// What the family must be asked, and what depends on it.
#pragma once

#include <birthcase/plan.hpp>

#include <string>
#include <string_view>

namespace birthcase::documents {

class Wording;

/// Whether this is a field, `field/mother.name`, that some service's form has for every answer: it is no news that
/// another form may have it too.
bool is_on_form_anyway(const Plan& plan, std::string_view decided);

/// What an unknown fact decides: `是否提交：结婚证；办理地点：出生户口登记`.
std::string what_it_decides(const Wording& wording, const Undetermined& open);

/// What a finding's path means on the form: the label of the fact, or nothing where it is about the whole.
std::string place_on_form(const Wording& wording, std::string_view path);

}  // namespace birthcase::documents
