#include <birthcase/condition.hpp>

#include "feel/program.hpp"

#include <algorithm>

namespace birthcase {

namespace {

constexpr std::size_t most_names = 0xffff;

bool by_name(const NamedValues::Entry& left, const NamedValues::Entry& right) { return left.first < right.first; }

}  // namespace

const DomainFunction* Vocabulary::function(std::string_view) const { return nullptr; }

Result<NamedValues> NamedValues::make(std::vector<Entry> entries) {
  if (entries.size() > most_names) {
    return Error{.kind = ErrorKind::out_of_range,
                 .message = "more than 65535 names; leave out what the expression does not use"};
  }
  std::reverse(entries.begin(), entries.end());  // so that of equal names the later one survives
  std::stable_sort(entries.begin(), entries.end(), by_name);
  const auto same_name = [](const Entry& left, const Entry& right) { return left.first == right.first; };
  entries.erase(std::unique(entries.begin(), entries.end(), same_name), entries.end());
  NamedValues values;
  values.entries_ = std::move(entries);
  for (const Entry& entry : values.entries_) values.pointers_.push_back(&entry.second);
  return values;
}

std::optional<Binding> NamedValues::find(std::string_view name) const {
  const auto entry = std::lower_bound(entries_.begin(), entries_.end(), name,
                                      [](const Entry& e, std::string_view wanted) { return e.first < wanted; });
  if (entry == entries_.end() || entry->first != name) return std::nullopt;
  Binding binding;
  binding.slot.index = static_cast<std::uint16_t>(entry - entries_.begin());
  const Kind kind = entry->second.kind();
  binding.kind = kind == Kind::unknown || kind == Kind::null ? Kind::any : kind;
  return binding;
}

std::vector<std::string> NamedValues::names() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) names.push_back(entry.first);
  return names;
}

const feel::Program& feel::program_of(const Expression& expression) noexcept { return *expression.program_; }

Result<Expression> Expression::compile(std::string_view text, const Vocabulary& vocabulary) {
  auto program = feel::compile(text, vocabulary, false);
  if (!program) return program.error();
  return Expression(std::make_shared<const feel::Program>(std::move(*program)));
}

Value Expression::evaluate(const Facts& facts) const {
  feel::Budget budget;
  return feel::evaluate(*program_, program_->root, facts, nullptr, budget);
}

Value Expression::evaluate(const Facts& facts, Trace& trace) const {
  feel::Budget budget;
  return feel::evaluate(*program_, program_->root, facts, &trace, budget);
}

const std::string& Expression::text() const noexcept { return program_->text; }
Kind Expression::kind() const noexcept { return program_->kind; }
std::span<const Slot> Expression::mentions() const noexcept { return program_->mentions; }

namespace {

Truth truth(feel::Logic logic) noexcept {
  if (logic == feel::Logic::unknown) return Truth::unknown;
  return logic == feel::Logic::yes ? Truth::yes : Truth::no;
}

}  // namespace

Result<Condition> Condition::compile(std::string_view text, const Vocabulary& vocabulary) {
  auto program = feel::compile(text, vocabulary, true);
  if (!program) return program.error();
  if (program->kind != Kind::boolean && program->kind != Kind::any && program->kind != Kind::null) {
    const std::string kind(to_string(program->kind));
    return Error{.kind = ErrorKind::wrong_type,
                 .message = "a condition answers true or false, but this is a " + kind,
                 .column = 1};
  }
  return Condition(Expression(std::make_shared<const feel::Program>(std::move(*program))));
}

Truth Condition::test(const Facts& facts) const {
  const feel::Program& program = *expression_.program_;
  feel::Budget budget;
  return truth(feel::test(program, program.root, facts, nullptr, budget));
}

Truth Condition::test(const Facts& facts, Trace& trace) const {
  const feel::Program& program = *expression_.program_;
  feel::Budget budget;
  return truth(feel::test(program, program.root, facts, &trace, budget));
}

}  // namespace birthcase
