/// The grammar of FEEL, by recursive descent. Names are resolved while reading, because what is one name depends on
/// which names there are.
#pragma once

#include "feel/closure.hpp"
#include "feel/lexer.hpp"

#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::feel {

class Parser {
 public:
  Parser(const std::vector<Token>& tokens, const Vocabulary& vocabulary, Program& program, Builder& builder,
         Diagnostics& diagnostics) noexcept
      : tokens_(tokens), vocabulary_(vocabulary), program_(program), builder_(builder), diagnostics_(diagnostics) {}

  /// The whole text as one expression.
  Typed parse();

 private:
  /// How many tokens a name takes, and what it is.
  struct Match {
    std::size_t length = 0;
    std::string name;
    std::optional<Binding> binding;
    bool call = false;
  };

  struct Operator {
    Arithmetic operation = Arithmetic::add;
    int strength = 0;  ///< the greater, the closer it binds
  };

  // tokens
  const Token& token(std::size_t ahead = 0) const noexcept;
  bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const noexcept;
  bool at_word(std::string_view word, std::size_t ahead = 0) const noexcept;
  bool take_symbol(std::string_view symbol) noexcept;
  bool take_word(std::string_view word) noexcept;
  BIRTHCASE_FEEL_APART void expect_symbol(std::string_view symbol);
  BIRTHCASE_FEEL_APART void expect_word(std::string_view word);
  BIRTHCASE_FEEL_APART Typed fail(ErrorKind kind, std::string message);
  BIRTHCASE_FEEL_APART Typed fail(ErrorKind kind,
                                  const char* message);  // not in line: its text would take room in every frame
  BIRTHCASE_FEEL_APART Typed fail_at(ErrorKind kind, std::string message, std::size_t offset);
  BIRTHCASE_FEEL_APART Typed fail_at(ErrorKind kind, const char* message, std::size_t offset);
  void note(std::size_t first, const Typed& typed);

  // operators, loosest first
  Typed expression();
  Typed disjunction();
  BIRTHCASE_FEEL_APART void join(std::vector<Typed>& others, Operation operation, const std::vector<Typed>& operands);
  Typed comparison();
  BIRTHCASE_FEEL_APART Typed between(const Typed& subject);
  std::optional<Operator> arithmetic_operator() const noexcept;
  Typed arithmetic();
  Typed signed_operand();
  Typed postfix();
  std::optional<Comparison> take_comparison() noexcept;

  // `in`
  Typed membership(const Typed& subject);
  Typed test(const Typed& subject, bool in_parentheses, bool& closed);

  // forms
  Typed conditional();
  Typed quantified(Operation operation);
  Typed quantified_rest(Operation operation);
  Typed loop();
  Typed loop_rest(std::uint32_t item, bool outermost);
  Typed loop_source();
  Typed filter(const Typed& list);
  BIRTHCASE_FEEL_APART Typed instance_of(const Typed& subject);
  std::optional<Type> type();
  std::optional<Type> generic(Kind kind);
  std::optional<Type> function_type(bool nothing_taken);
  Typed function_instance(const Typed& subject, const Type& wanted);

  // operands
  Typed primary();
  BIRTHCASE_FEEL_APART Typed number();
  BIRTHCASE_FEEL_APART Typed text_literal();
  BIRTHCASE_FEEL_APART Typed at_literal();
  Typed parenthesised();
  BIRTHCASE_FEEL_APART Typed comparison_range(std::size_t offset);
  Typed bracketed();
  Typed range_from(const std::optional<Typed>& start, bool start_included, std::size_t offset);
  Typed context();
  BIRTHCASE_FEEL_APART Typed context_of(Members members, std::size_t offset);
  std::string context_key();
  std::vector<NamedArgument> arguments();
  std::string argument_name();

  // functions
  BIRTHCASE_FEEL_APART Typed definition();
  void draft(const Closure& closure);
  Typed function(Closure closure, std::size_t offset);
  Typed invoke_here(const Typed& callee);
  Typed invoke(const Typed& callee, const std::vector<NamedArgument>& given, std::size_t offset);
  Typed instantiate(const Closure& function, const std::vector<Typed>& arguments);
  void bind(const std::string& name, const Type& type, const Typed& argument, std::vector<Bound>& bindings);
  Typed bound(const Typed& result, const std::vector<Bound>& bindings);
  Typed member(const Typed& context, const std::string& name, std::size_t offset);
  BIRTHCASE_FEEL_APART Typed builtin_call(const std::string& name, const std::vector<NamedArgument>& given,
                                          std::size_t offset);
  BIRTHCASE_FEEL_APART Typed call_with_function(const std::string& name, std::vector<NamedArgument> given,
                                                std::size_t offset);

  // names
  Typed name();
  BIRTHCASE_FEEL_APART Typed constant_word();
  BIRTHCASE_FEEL_APART Typed negation();
  BIRTHCASE_FEEL_APART Typed path_step(const Typed& subject);
  Typed newborn_step(const Typed& newborn);
  Typed local_name(std::size_t local, std::size_t length);
  Typed call(const Match& match);
  BIRTHCASE_FEEL_APART Typed resolved(const Match& match);
  BIRTHCASE_FEEL_APART Typed unresolved();
  Typed builtin(std::size_t words);
  void append_token(std::string& name, std::size_t ahead, bool goes_on) const;
  Typed reject_unknown(std::string_view written, std::size_t offset);
  std::optional<std::size_t> find_local(std::string_view name) const noexcept;
  std::pair<std::size_t, std::size_t> longest_local() const;
  Match longest_match(std::string_view prefix, std::size_t from, bool calls) const;
  std::optional<Typed> filter_item(const Match& match, std::size_t offset);
  std::string run_of_names();
  std::string written_path() const;

  std::uint32_t new_local();
  Local& declare(std::string name, const Typed& known = {});

  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  Program& program_;
  Builder& builder_;
  Diagnostics& diagnostics_;
  std::vector<Local> locals_;
  std::forward_list<Closure> closures_;  // what `Typed` points to
  std::forward_list<Members> members_;
  std::size_t drafts_ = 0;  // how many functions are only being read
  std::size_t work_ = 0;    // tokens read again for calls
  std::size_t at_ = 0;
  std::size_t nesting_ = 0;
  bool range_end_ = false;  // a `[` that comes now closes a range
};

}  // namespace birthcase::feel
