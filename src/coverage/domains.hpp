// Values worth trying for a fact: what rules compare it with, what lies just beside that, and what is plausible anyway.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/rules.hpp>

#include <string>
#include <vector>

namespace birthcase::coverage {

/// The constants of conditions, by type.
struct Constants {
  std::vector<std::string> texts;
  std::vector<Number> numbers;
  std::vector<Date> days;
  std::vector<DaysDuration> durations;
  std::vector<MonthsDuration> months;

  void add(const Expression& expression);
  void add(const Value& value);
};

/// The domains of a profile's facts.
class Domains {
 public:
  Domains(const Rules& rules, Date as_of);

  /// Values to try for a field, the plausible one first; without null and unknown. As an application's JSON has them:
  /// dates and times are texts.
  std::vector<Value> of(FieldId field, const Constants& constants) const;

  /// A plausible value, for a family of which everything is told.
  Value plausible(FieldId field) const;

  /// Days to plan for: the ordinary one, and those beside the days of `constants`.
  std::vector<Date> days(const Constants& constants) const;

  Date as_of() const noexcept { return as_of_; }

 private:
  std::vector<std::string> codes(FieldId field, const Constants& constants) const;
  std::vector<std::string> texts(FieldId field, const Constants& constants) const;
  std::vector<Number> numbers(FieldId field, const Constants& constants) const;
  std::vector<Date> dates(FieldId field, const Constants& constants) const;
  std::vector<Value> lists(const Constants& constants) const;
  std::vector<std::string> citizen_ids(FieldId field) const;
  std::string citizen_id(Date born, unsigned sequence) const;

  const Rules& rules_;
  Date as_of_;
  Column<Field, Constants> compared_with_;  // the constants of all conditions that mention it
};

}  // namespace birthcase::coverage
