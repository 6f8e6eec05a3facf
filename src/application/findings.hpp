// What the checks say to people.
#pragma once

#include <birthcase/result.hpp>

#include "application/checks.hpp"

#include <string>
#include <vector>

namespace birthcase::application {

/// What there is to say about a value that was read; errors about one that is refused.
///
/// Codes of errors: `empty-text`, `control-character`, `bad-format`, `unknown-code`, `not-stated`, `too-long`,
/// `out-of-range`, `not-whole`. Of warnings and infos: `unusual-number`, `private-use-character`. Of names: those of
/// `finding_about_name`.
std::vector<Finding> findings_about(const Rules& rules, FieldId field, const Reading& reading, const std::string& path);

/// What there is to say about the characters of a name: `control-character`, `lost-character`, `bad-format` (a digit),
/// `full-width-character`, `symbol-in-name`, `look-alike-character`, `combining-mark`, `private-use-character`,
/// `mixed-scripts`, `name-spacing`, `name-punctuation`; `placeholder-name`, with the field's own word
/// about a name that there is not yet.
Finding finding_about_name(const Field& field, const NameRemark& remark, std::string path);
/// `fact-unknown-to-profile`, an info.
Finding unknown_to_profile_finding(std::string path);

}  // namespace birthcase::application
