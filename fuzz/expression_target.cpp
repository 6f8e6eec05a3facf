// FEEL: expressions compiled and evaluated over facts of which some, all or none are known.
//
// Input: a byte for the newborn at hand, the expression.
#include <birthcase/date.hpp>
#include <birthcase/json.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/text.hpp>

#include "bytes.hpp"
#include "caller.hpp"
#include "feel_facts.hpp"
#include "target.hpp"

#include <algorithm>
#include <array>

using namespace birthcase;
using birthcase::testing::FactsOfTest;
using fuzz::must;
using fuzz::must_equal;

namespace {

Value text(std::string_view words) { return Value::text(std::string(words)); }

// What is known of the family: nothing, something, and four ways in which that can become everything.
struct Families {
  std::unique_ptr<FactsOfTest> unknown = std::make_unique<FactsOfTest>();
  std::unique_ptr<FactsOfTest> half = some();
  std::array<std::unique_ptr<FactsOfTest>, 4> whole;

  Families() {
    for (std::size_t i = 0; i < whole.size(); ++i) whole[i] = all(i);
  }

  static std::unique_ptr<FactsOfTest> some() {
    auto facts = std::make_unique<FactsOfTest>();
    facts->set("mother.name", text("王芳"));
    facts->set("marriage.status", text("20"));
    facts->set("local", Value::boolean(true));
    facts->set(0, "newborn.weight_g", Value::number(2400));
    facts->set(1, "newborn.sex", text("2"));
    return facts;
  }

  static std::unique_ptr<FactsOfTest> all(std::size_t way) {
    auto facts = some();
    const bool none = way == 3;
    const auto told = [&](Value value) { return none ? Value::null() : std::move(value); };
    facts->set("mother.hukou.division", told(text(way == 0 ? "330782" : "")));
    facts->set("father", told(Value::context({})));
    facts->set("father.name", told(text(way == 1 ? "\xF0\xA0\xAE\xB7" : "王芳")));
    facts->set("birth.weight", told(Value::number(way == 2 ? -1 : 3)));
    facts->set("applied on", told(Value::date(CivilDate{2019, 5, static_cast<std::uint8_t>(1 + way)})));
    facts->set("foreign", told(Value::boolean(way == 1)));
    facts->set(0, "newborn.sex", told(text(way == 0 ? "1" : "2")));
    facts->set(1, "newborn.weight_g", told(Value::number(way == 1 ? 0 : 2500)));
    return facts;
  }
};

const Families& families() {
  static const Families all;
  return all;
}

// The text of a value as an expression that means it; empty where there is none.
std::string literal(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
    case Kind::boolean:
      return to_string(value);
    case Kind::date:
    case Kind::time:
    case Kind::date_time:
    case Kind::days_duration:
    case Kind::months_duration:
      return "@\"" + to_string(value) + "\"";
    default:
      return {};
  }
}

class Evaluating {
 public:
  Evaluating(std::uint8_t choice, std::string_view text)
      : text_(text), newborn_(choice % 3 == 0 ? FactRef::family : static_cast<std::uint16_t>(choice % 3 - 1)) {}

  void run() {
    const auto expression = Expression::compile(text_, *families().unknown);
    const auto condition = Condition::compile(text_, *families().unknown);
    if (!expression) {
      must(!condition, "what is no expression is no condition");
      return refused(expression.error());
    }
    must_equal(expression->text(), text_, "an expression keeps its text");
    for (const auto* facts : {families().unknown.get(), families().half.get()}) evaluate(*expression, *facts);
    for (const auto& facts : families().whole) evaluate(*expression, *facts);
    if (condition) decides_once(*condition);
    if (!condition) refused(condition.error());
  }

 private:
  void refused(const Error& error) {
    must(!error.message.empty() && error.message.find('\n') == std::string::npos, "an error is one line");
    must(!find_invalid_utf8(error.message), "an error is UTF-8", error.message);
    must(error.column <= text_.size() + 1, "a column stands inside the text", error.message);
    must(error.kind >= ErrorKind::syntax && error.kind <= ErrorKind::missing, "an error has a kind");
  }

  void evaluate(const Expression& expression, const FactsOfTest& facts) {
    Trace trace;
    const Value value = facts.with_facts(newborn_, [&](const Facts& view) { return expression.evaluate(view, trace); });
    const Value again = facts.with_facts(newborn_, [&](const Facts& view) { return expression.evaluate(view); });
    must(value == again, "an expression has one value over the same facts");
    has_kind(expression, value);
    is_traced(expression, value, trace, facts);
    is_written(value);
  }

  static void has_kind(const Expression& expression, const Value& value) {
    const Kind kind = expression.kind();
    must(kind == Kind::any || value.is_unknown() || value.is_null() || value.is(kind),
         "a value has the kind that was promised", std::string(to_string(kind)) + " " + to_string(value));
  }

  void is_traced(const Expression& expression, const Value& value, const Trace& trace, const FactsOfTest& facts) {
    must(value.is_unknown() || trace.deciding.empty(), "what is known hangs on nothing");
    const bool all_newborns = text_.find("newborns") != std::string_view::npos;
    for (const FactRef& fact : trace.read) must(all_newborns || names(expression, fact), "only what is named is read");
    for (const FactRef& fact : trace.deciding) {
      if (is_of_no_newborn(expression, fact)) continue;
      facts.with_facts(newborn_, [&](const Facts& view) {
        const auto& slots = fact.newborn == FactRef::family ? view.family : view.newborns[fact.newborn];
        must(slots[fact.index]->is_unknown(), "an answer hangs on what is unknown only");
      });
    }
  }

  bool names(const Expression& expression, const FactRef& fact) const {
    const auto slots = expression.mentions();
    const bool of_newborn = fact.newborn != FactRef::family;
    return is_of_no_newborn(expression, fact) ||
           std::count(slots.begin(), slots.end(), Slot{fact.index, of_newborn}) == 1;
  }

  // A fact of the newborn at hand where there is none looks like one of the family.
  bool is_of_no_newborn(const Expression& expression, const FactRef& fact) const {
    const auto slots = expression.mentions();
    return newborn_ == FactRef::family && fact.newborn == FactRef::family &&
           std::count(slots.begin(), slots.end(), Slot{fact.index, true}) != 0;
  }

  // Writing a value and reading it gives it again.
  void is_written(const Value& value) {
    must(!find_invalid_utf8(to_string(value)), "a value's text is UTF-8");
    const auto json = fuzz::read_json(to_json_text(value));
    if (value.is(Kind::text)) must_equal(json.as_string(), value.as_text(), "JSON keeps a text");
    if (value.is(Kind::number)) {
      const auto read = Number::parse(value.as_number().to_string());
      must(read && *read == value.as_number(), "a number is read back from its text", to_string(value));
    }
    const std::string written = literal(value);
    if (written.empty()) return;
    const auto read = Expression::compile(written, *families().unknown);
    must(read.has_value(), "the text of a value is an expression", written);
    const Value back =
        families().unknown->with_facts(newborn_, [&](const Facts& view) { return read->evaluate(view); });
    must(back == value, "a value is read back from its text", written + " is read as " + to_string(back));
  }

  // Nothing is waived or demanded by guess: what is decided while facts are unknown stays decided, whatever they are.
  void decides_once(const Condition& condition) {
    const Truth nothing_known = test(condition, *families().unknown);
    const Truth half_known = test(condition, *families().half);
    must(nothing_known == Truth::unknown || nothing_known == half_known, "more facts change no decision");
    for (const auto& facts : families().whole) {
      must(half_known == Truth::unknown || test(condition, *facts) == half_known, "more facts change no decision");
    }
  }

  Truth test(const Condition& condition, const FactsOfTest& facts) const {
    return facts.with_facts(newborn_, [&](const Facts& view) { return condition.test(view); });
  }

  std::string_view text_;
  std::uint16_t newborn_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes input(data, size);
  const std::uint8_t choice = input.byte();
  Evaluating(choice, input.rest()).run();
  return 0;
}
