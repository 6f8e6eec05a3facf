#include "feel/functions.hpp"
#include "feel/operations.hpp"
#include "feel/pattern.hpp"
#include "feel/unicode.hpp"
#include "text/errors.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

constexpr std::size_t pattern_cost = costly;  // beside what the search spends

// The second argument at work on the text; which argument holds the flags, 0 for none.
Regex regex_for(const Arguments& arguments, std::size_t flags, const std::u16string& text) {
  if (arguments.pattern() != nullptr) return arguments.pattern()->search(text, arguments.budget());
  const std::string given = flags != 0 && arguments.has(flags) ? arguments[flags].as_text() : std::string();
  const auto pattern = Pattern::make(arguments[1].as_text(), given);
  return pattern == nullptr ? nullptr : pattern->search(text, arguments.budget());
}

bool is_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }

std::u16string_view slice(const std::u16string& text, std::int32_t begin, std::int32_t end) {
  return std::u16string_view(text).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

// XPath's replacement for one match: `$1` is a group, `\$` and `\\` are themselves. False if malformed.
bool append_replacement(std::u16string_view replacement, URegularExpression* match, const std::u16string& text,
                        std::u16string& out, UErrorCode& status) {
  const std::int32_t groups = uregex_groupCount(match, &status);
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    const char16_t c = replacement[i];
    const char16_t next = i + 1 < replacement.size() ? replacement[i + 1] : u'\0';
    if (c == u'\\') {
      if (next != u'\\' && next != u'$') return false;
      out += next;
      ++i;
    } else if (c == u'$') {
      if (!is_digit(next)) return false;
      std::int32_t group = next - u'0';
      ++i;
      while (i + 1 < replacement.size() && is_digit(replacement[i + 1]) &&
             group * 10 + (replacement[i + 1] - u'0') <= groups) {
        group = group * 10 + (replacement[++i] - u'0');
      }
      const std::int32_t begin = group <= groups ? uregex_start(match, group, &status) : -1;
      if (begin >= 0) out += slice(text, begin, uregex_end(match, group, &status));
    } else {
      out += c;
    }
  }
  return true;
}

Value matches(const Arguments& arguments) {
  const std::u16string text = to_utf16(arguments[0].as_text());
  const Regex regex = regex_for(arguments, 2, text);
  if (!regex) return Value::null();
  UErrorCode status = U_ZERO_ERROR;
  const bool found = uregex_find(regex.get(), 0, &status) != 0;
  text::check_memory(status);
  return U_FAILURE(status) ? Value::null() : Value::boolean(found);
}

Value replace(const Arguments& arguments) {
  const std::u16string text = to_utf16(arguments[0].as_text());
  const std::u16string replacement = to_utf16(arguments[2].as_text());
  const Regex regex = regex_for(arguments, 3, text);
  if (!regex) return Value::null();
  UErrorCode status = U_ZERO_ERROR;
  std::u16string result;
  std::int32_t after_last = 0;
  while (uregex_findNext(regex.get(), &status) && U_SUCCESS(status)) {
    const std::int32_t begin = uregex_start(regex.get(), 0, &status);
    const std::int32_t end = uregex_end(regex.get(), 0, &status);
    if (begin == end) return Value::null();  // XPath: the pattern must not match nothing
    result += slice(text, after_last, begin);
    after_last = end;
    if (!append_replacement(replacement, regex.get(), text, result, status)) return Value::null();
    if (result.size() > longest_text || !arguments.spend(1 + replacement.size() / 64)) return Value::null();
  }
  text::check_memory(status);
  if (U_FAILURE(status)) return Value::null();
  result += slice(text, after_last, static_cast<std::int32_t>(text.size()));
  std::string utf8 = to_utf8(result);
  return utf8.size() > longest_text ? Value::null() : Value::text(std::move(utf8));
}

Value split(const Arguments& arguments) {
  const std::u16string text = to_utf16(arguments[0].as_text());
  const Regex regex = regex_for(arguments, 0, text);
  if (!regex) return Value::null();
  UErrorCode status = U_ZERO_ERROR;
  List parts;
  std::int32_t after_last = 0;
  while (uregex_findNext(regex.get(), &status) && U_SUCCESS(status)) {
    const std::int32_t begin = uregex_start(regex.get(), 0, &status);
    const std::int32_t end = uregex_end(regex.get(), 0, &status);
    if (begin == end || !arguments.spend(1)) return Value::null();
    parts.push_back(Value::text(to_utf8(slice(text, after_last, begin))));
    after_last = end;
  }
  text::check_memory(status);
  if (U_FAILURE(status)) return Value::null();
  parts.push_back(Value::text(to_utf8(slice(text, after_last, static_cast<std::int32_t>(text.size())))));
  return Value::list(std::move(parts));
}

}  // namespace

std::vector<Function> pattern_functions() {
  const Parameter input{"input", Kind::text, false};
  const Parameter pattern{"pattern", Kind::text, false};
  const Parameter replacement{"replacement", Kind::text, false};
  const Parameter flags{"flags", Kind::text, true};
  return {
      {"matches", {input, pattern, flags}, 2, Kind::boolean, matches, Arity::fixed, false, pattern_cost, 1, 2},
      {"replace",
       {input, pattern, replacement, flags},
       3,
       Kind::text,
       replace,
       Arity::fixed,
       false,
       pattern_cost,
       1,
       3},
      {"split",
       {{"string", Kind::text, false}, {"delimiter", Kind::text, false}},
       2,
       Kind::list,
       split,
       Arity::fixed,
       false,
       pattern_cost,
       1},
  };
}

}  // namespace birthcase::feel
