// What stands in a box of a form: a value in words, or what the blank box offers.
#pragma once

#include <birthcase/documents.hpp>
#include <birthcase/value.hpp>

#include <string>
#include <vector>

namespace birthcase::documents {

class Wording;

/// A value as it is printed: codes by their labels, days in the manner of the language, null as `无`.
std::string value_words(const Wording& wording, FactRef fact, const Value& value);

/// What can be ticked in a blank box: yes and no, or the codes of a short list; nothing for other fields.
std::vector<paper::Choice> choices_of(const Wording& wording, const Field& field);

/// What is printed into a blank box to be written around; empty for other fields than days.
std::string pattern_of(const Wording& wording, const Field& field);

}  // namespace birthcase::documents
