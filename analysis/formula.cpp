#include "analysis/formula.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <algorithm>

namespace birthcase::analysis {
namespace {

Date first_day() { return Date(1970, 1, 1); }

z3::expr whole(z3::context& context, std::int64_t number) { return context.int_val(number); }

}  // namespace

std::int64_t days_of(const CivilDate& date) {
  const auto day = Value::date(date).to_date();
  return day ? (*day - first_day()).days() : 0;
}

std::int64_t seconds_of(const CivilDateTime& moment) {
  const CivilTime& time = moment.time;
  return days_of(moment.date) * seconds_a_day + time.hour * 3600 + time.minute * 60 + time.second;
}

Date date_of_days(std::int64_t days) { return first_day() + boost::gregorian::days(days); }

int Texts::id(std::string_view text) {
  if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
  const int id = static_cast<int>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(text, id);
  return id;
}

int Texts::written(std::string_view text) {
  const int number = id(text);
  written_.insert(number);
  return number;
}

const std::string* Texts::find(int id) const noexcept {
  return id >= 0 && static_cast<std::size_t>(id) < texts_.size() ? &texts_[static_cast<std::size_t>(id)] : nullptr;
}

z3::expr Formulas::any(std::span<const z3::expr> parts) {
  z3::expr_vector all_parts(context_);
  for (const z3::expr& part : parts) all_parts.push_back(part);
  return parts.empty() ? truth(false) : z3::mk_or(all_parts);
}

z3::expr Formulas::all(std::span<const z3::expr> parts) {
  z3::expr_vector all_parts(context_);
  for (const z3::expr& part : parts) all_parts.push_back(part);
  return parts.empty() ? truth(true) : z3::mk_and(all_parts);
}

// By runs of neighbours: few, although there are thousands of codes.
z3::expr Formulas::among(const z3::expr& value, std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::vector<z3::expr> runs;
  for (std::size_t first = 0, end = 0; first < numbers.size(); first = end) {
    for (end = first + 1; end < numbers.size() && numbers[end] <= numbers[end - 1] + 1;) ++end;
    const bool one = numbers[first] == numbers[end - 1];
    runs.push_back(one ? value == text(numbers[first])
                       : from(value, numbers[first]) && !from(value, numbers[end - 1] + 1));
  }
  return any(runs);
}

// As FEEL: `no` decides; else unknown goes before null.
Answer Formulas::both(const Answer& a, const Answer& b) {
  const z3::expr no = a.no || b.no;
  return {a.yes && b.yes, no, !no && (a.unknown || b.unknown)};
}

Answer Formulas::either(const Answer& a, const Answer& b) { return unless(both(unless(a), unless(b))); }

Answer Formulas::choice(const z3::expr& condition, const Answer& a, const Answer& b) {
  return {z3::ite(condition, a.yes, b.yes), z3::ite(condition, a.no, b.no), z3::ite(condition, a.unknown, b.unknown)};
}

Answer Formulas::plain(const Answer& answer) { return {answer.yes, !answer.yes && !answer.unknown, answer.unknown}; }

z3::sort Formulas::sort_of(Kind kind) {
  if (kind == Kind::number) return context_.real_sort();
  if (kind == Kind::text) return context_.bv_sort(Texts::bits);
  return kind == Kind::boolean || !is_comparable(kind) ? context_.bool_sort() : context_.int_sort();
}

bool Formulas::is_comparable(Kind kind) noexcept {
  switch (kind) {
    case Kind::boolean:
    case Kind::number:
    case Kind::text:
    case Kind::date:
    case Kind::time:
    case Kind::date_time:
    case Kind::days_duration:
    case Kind::months_duration:
      return true;
    default:
      return false;
  }
}

z3::expr Formulas::blank(Kind kind) {
  const z3::sort sort = sort_of(kind);
  if (sort.is_bool()) return truth(false);
  if (sort.is_bv()) return text(0);
  return sort.is_real() ? context_.real_val(0) : context_.int_val(0);
}

Term Formulas::null_term(Kind kind) { return {kind, truth(false), truth(true), blank(kind)}; }
Term Formulas::unknown_term(Kind kind) { return {kind, truth(true), truth(false), blank(kind)}; }

Term Formulas::constant(const Value& value) {
  const auto known = [&](z3::expr expression) {
    return Term{value.kind(), truth(false), truth(false), std::move(expression)};
  };
  switch (value.kind()) {
    case Kind::unknown:
      return unknown_term(Kind::null);
    case Kind::boolean:
      return known(truth(value.as_boolean()));
    case Kind::number:
      return known(context_.real_val(value.as_number().to_string().c_str()));
    case Kind::text:
      return known(text(texts_.written(value.as_text())));
    case Kind::date:
      return known(whole(context_, days_of(value.as_date())));
    case Kind::date_time:
      return known(whole(context_, seconds_of(value.as_date_time())));
    case Kind::days_duration:
      return known(whole(context_, value.as_days_duration().seconds));
    case Kind::months_duration:
      return known(whole(context_, value.as_months_duration().months));
    case Kind::time:
      return known(whole(context_, seconds_of({CivilDate{1970, 1, 1}, value.as_time()})));
    case Kind::null:
      return null_term(Kind::null);
    default:
      return known(truth(true));
  }
}

Term Formulas::choice(const z3::expr& condition, const Term& a, const Term& b) {
  const Kind kind = a.kind == Kind::null ? b.kind : a.kind;
  const z3::expr first = a.kind == kind ? a.value : blank(kind);
  const z3::expr second = b.kind == kind ? b.value : blank(kind);
  return {kind, z3::ite(condition, a.unknown, b.unknown), z3::ite(condition, a.null, b.null),
          z3::ite(condition, first, second)};
}

Term Formulas::term(const Answer& answer) {
  return {Kind::boolean, answer.unknown, !answer.yes && !answer.no && !answer.unknown, answer.yes};
}

Answer Formulas::answer(const Term& term) {
  if (term.kind != Kind::boolean) return {truth(false), truth(false), term.unknown};
  const z3::expr known = !term.unknown && !term.null;
  return {known && term.value, known && !term.value, term.unknown};
}

// Null equals null and nothing else; values of different kinds have no answer.
Answer Formulas::equal(const Term& a, const Term& b) {
  const z3::expr unknown = a.unknown || b.unknown;
  const z3::expr known = !unknown;
  const z3::expr nulls = a.null && b.null;
  const z3::expr one_null = (a.null || b.null) && !nulls;
  if (a.kind == Kind::null || b.kind == Kind::null || a.kind != b.kind) {
    return {known && nulls, known && one_null, unknown};
  }
  const z3::expr values = !a.null && !b.null;
  const z3::expr same = a.value == b.value;
  return {known && (nulls || (values && same)), known && (one_null || (values && !same)), unknown};
}

namespace {

bool stands(feel::Comparison comparison, const std::string& text, const std::string& bound) {
  switch (comparison) {
    case feel::Comparison::less:
      return text < bound;
    case feel::Comparison::less_equal:
      return text <= bound;
    case feel::Comparison::greater:
      return text > bound;
    default:
      return text >= bound;
  }
}

}  // namespace

// Against a text that is written in a rule the order of every text with a number is known: codes, above all. Neighbours
// of a table make few runs. What has no number yet is open.
z3::expr Formulas::texts_before(feel::Comparison comparison, const Term& a, const Term& b, const z3::expr& open) {
  const std::string* const bound = texts_.find(static_cast<int>(b.value.get_numeral_int64()));
  if (bound == nullptr) return open;
  z3::expr any = truth(false);
  int first = -1;
  int size = 0;
  for (const std::string* text = texts_.find(0); text != nullptr; text = texts_.find(++size)) {
    const bool yes = stands(comparison, *text, *bound);
    if (yes && first < 0) first = size;
    if (yes || first < 0) continue;
    any = any || (from(a.value, first) && !from(a.value, size));
    first = -1;
  }
  if (first >= 0) any = any || (from(a.value, first) && !from(a.value, size));
  const z3::expr has_number = !from(a.value, size);
  return z3::ite(has_number, any, open);
}

Answer Formulas::compare(feel::Comparison comparison, const Term& a, const Term& b) {
  using feel::Comparison;
  if (comparison == Comparison::equal) return equal(a, b);
  if (comparison == Comparison::not_equal) return unless(equal(a, b));
  const z3::expr unknown = a.unknown || b.unknown;
  if (a.kind != b.kind || !is_comparable(a.kind) || a.kind == Kind::boolean) {
    return {truth(false), truth(false), unknown};
  }
  const auto ordered = [&] {
    if (a.kind == Kind::text) {  // the numbers of texts have no order that means anything
      const std::vector<Term> arguments{a, b};
      const z3::expr open =
          opaque("order of texts " + std::to_string(static_cast<int>(comparison)), Kind::boolean, arguments).value;
      return b.value.is_numeral() ? texts_before(comparison, a, b, open) : open;
    }
    switch (comparison) {
      case Comparison::less:
        return a.value < b.value;
      case Comparison::less_equal:
        return a.value <= b.value;
      case Comparison::greater:
        return a.value > b.value;
      default:
        return a.value >= b.value;
    }
  }();
  const z3::expr known = !unknown && !a.null && !b.null;
  return {known && ordered, known && !ordered, unknown};
}

Term Formulas::opaque(const std::string& name, Kind kind, std::span<const Term> arguments) {
  used_opaque_ = true;
  z3::sort_vector sorts(context_);
  z3::expr_vector values(context_);
  z3::expr unknown = truth(false);
  for (const Term& argument : arguments) {
    unknown = unknown || argument.unknown;
    sorts.push_back(argument.null.get_sort());
    sorts.push_back(argument.value.get_sort());
    values.push_back(argument.null);
    values.push_back(z3::ite(argument.null, blank(argument.kind), argument.value));
  }
  const auto apply = [&](const std::string& what, const z3::sort& range) -> z3::expr {
    return context_.function(what.c_str(), sorts, range)(values);
  };
  return {kind, unknown, !unknown && apply(name + " null", context_.bool_sort()), apply(name, sort_of(kind))};
}

}  // namespace birthcase::analysis
