/// The JSON of a part of plans of one shape: the same text but for what was told and for days.
#pragma once

#include <birthcase/plan.hpp>

#include "json/writer.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace birthcase {

/// What differs from plan to plan, where it stands in the text.
struct Blank {
  enum class What : std::uint8_t { fact, as_of, counted_until, due_of_step, due };

  What what = What::fact;
  FactRef fact{};
  std::uint16_t step = 0;
};

/// Writes the value that belongs into a blank.
void fill_in(JsonWriter& json, const Plan& plan, const Blank& blank);

class PlanTemplate {
 public:
  /// Writes the part of a plan of the shape: a key and its value.
  void fill_in(JsonWriter& json, const Plan& plan) const;

  /// About as long as the part will be, in bytes.
  std::size_t expected_size() const noexcept;

 private:
  friend class TemplateRecorder;

  struct Placed {
    std::size_t at = 0;  ///< in the text
    Blank blank;
  };

  std::string text_;
  std::vector<Placed> blanks_;
};

/// Notes the blanks of a part while it is written.
class TemplateRecorder {
 public:
  /// `begin`: where the part begins in what is written.
  explicit TemplateRecorder(std::size_t begin) noexcept : begin_(begin) {}

  void note(const Blank& blank, std::size_t begin, std::size_t end) { noted_.push_back({blank, begin, end}); }

  /// `written`: everything up to the end of the part.
  PlanTemplate make(std::string_view written) const;

 private:
  struct Noted {
    Blank blank;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::size_t begin_;
  std::vector<Noted> noted_;
};

}  // namespace birthcase
