#include "feel/pattern.hpp"

#include "feel/unicode.hpp"
#include "text/errors.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

bool is_blank(char16_t c) noexcept { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; }
bool is_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }

// XPath's class escapes that ICU reads differently or not at all.
std::u16string_view class_of(char16_t escape) noexcept {
  switch (escape) {
    case u's':
      return u"[ \\t\\n\\r]";
    case u'S':
      return u"[^ \\t\\n\\r]";
    case u'i':
      return u"[_:\\p{L}]";
    case u'I':
      return u"[^_:\\p{L}]";
    case u'c':
      return u"[\\-._:\\p{L}\\p{M}\\p{N}]";
    case u'C':
      return u"[^\\-._:\\p{L}\\p{M}\\p{N}]";
    case u'd':
      return u"\\p{Nd}";
    case u'D':
      return u"\\P{Nd}";
    case u'w':
      return u"[^\\p{P}\\p{Z}\\p{C}]";
    case u'W':
      return u"[\\p{P}\\p{Z}\\p{C}]";
    default:
      return {};
  }
}

// Rewrites a pattern from its front; `ok` turns false where it is not XPath's.
class Translator {
 public:
  Translator(std::u16string_view pattern, std::string_view flags)
      : pattern_(pattern),
        multiline_(flags.find('m') != std::string_view::npos),
        dot_all_(flags.find('s') != std::string_view::npos),
        extended_(flags.find('x') != std::string_view::npos) {}

  std::optional<std::u16string> run() {
    while (ok_ && at_ < pattern_.size()) step();
    if (!ok_ || class_depth_ > 0) return std::nullopt;
    return std::move(out_);
  }

 private:
  char16_t peek(std::size_t ahead = 0) const noexcept {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : u'\0';
  }

  void step() {
    const char16_t c = peek();
    if (c == u'\\') return escape();
    if (class_depth_ > 0) return in_class();
    if (extended_ && is_blank(c)) {
      ++at_;
      return;
    }
    const bool quantifies = c == u'*' || c == u'+' || c == u'?' || c == u'}';
    if (c == u'+' && after_quantifier_) ok_ = false;  // ICU's possessive quantifiers are not XPath's
    after_quantifier_ = quantifies;
    if (c == u'[') return open_class();
    if (c == u'(') return open_group();
    if (c == u')' && open_groups_ > 0) --open_groups_;
    ++at_;
    if (c == u'$' && !multiline_) {
      out_ += u"\\z";
    } else if (c == u'.' && !dot_all_) {
      out_ += u"[^\\n\\r]";
    } else {
      out_ += c;
    }
  }

  void open_group() {
    const bool special = peek(1) == u'?';
    if (special && peek(2) != u':') ok_ = false;
    if (!special) ++groups_;
    ++open_groups_;
    out_ += u'(';
    ++at_;
    if (special) {
      out_ += u"?:";
      at_ += 2;
    }
  }

  void open_class() {
    ++class_depth_;
    out_ += u'[';
    ++at_;
    if (peek() == u'^') {
      out_ += u'^';
      ++at_;
    }
    if (peek() == u']') ok_ = false;
  }

  // `[A-Z-[OI]]` is written `[A-Z--[OI]]` in ICU's sets, where `&` can be an operator too.
  void in_class() {
    const char16_t c = peek();
    if (c == u'-' && peek(1) == u'[') {
      out_ += u"--";
      ++at_;
      return open_class();
    }
    if (c == u'[') {
      ok_ = false;
      return;
    }
    if (c == u']') --class_depth_;
    if (c == u'&' || c == u'{' || c == u'}' || c == u'$' || is_blank(c) || is_edge_hyphen()) out_ += u'\\';
    out_ += c;
    ++at_;
  }

  bool is_edge_hyphen() const noexcept {
    return peek() == u'-' && (peek(1) == u']' || pattern_[at_ - 1] == u'[' || pattern_[at_ - 1] == u'^');
  }

  void escape() {
    while (extended_ && class_depth_ == 0 && is_blank(peek(1))) ++at_;  // `\ s` is `\s` then
    const char16_t c = peek(1);
    after_quantifier_ = false;
    if (is_digit(c)) return back_reference();
    if (c == u'p' || c == u'P') return category();
    constexpr std::u16string_view plain = u"nrt\\|.?*+(){}-[]^$";
    const std::u16string_view replaced = class_of(c);
    if (!replaced.empty()) {
      out_ += replaced;
    } else if (at_ + 1 < pattern_.size() && plain.find(c) != std::u16string_view::npos) {
      out_ += u'\\';
      out_ += c;
    } else {
      ok_ = false;
    }
    at_ += 2;
  }

  // A group must be closed before it can be referred to.
  void back_reference() {
    const auto number = static_cast<std::size_t>(peek(1) - u'0');
    if (class_depth_ > 0 || number == 0 || number + open_groups_ > groups_) ok_ = false;
    out_ += u'\\';
    out_ += peek(1);
    at_ += 2;
    if (is_digit(peek())) out_ += u"(?:)";  // a digit that follows is itself
  }

  // `\p{Lu}`, or a block: `\p{IsBasicLatin}`.
  void category() {
    const std::size_t close = pattern_.find(u'}', at_);
    if (peek(2) != u'{' || close == std::u16string_view::npos) {
      ok_ = false;
      return;
    }
    std::u16string name(pattern_.substr(at_ + 3, close - at_ - 3));
    if (extended_) name.erase(std::remove_if(name.begin(), name.end(), is_blank), name.end());
    const auto fits = [](char16_t c) {
      return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || is_digit(c) || c == u'-';
    };
    if (name.empty() || !std::all_of(name.begin(), name.end(), fits)) ok_ = false;
    out_ += u'\\';
    out_ += peek(1);
    out_ += u'{';
    out_ += name.starts_with(u"Is") ? u"blk=" + name.substr(2) : name;
    out_ += u'}';
    at_ = close + 1;
  }

  std::u16string_view pattern_;
  bool multiline_;
  bool dot_all_;
  bool extended_;
  std::u16string out_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  std::size_t open_groups_ = 0;
  std::size_t class_depth_ = 0;
  bool after_quantifier_ = false;
  bool ok_ = true;
};

}  // namespace

std::optional<std::u16string> translate_pattern(std::u16string_view pattern, std::string_view flags) {
  return Translator(pattern, flags).run();
}

std::shared_ptr<const Pattern> Pattern::make(std::string_view pattern, std::string_view flags) {
  constexpr std::size_t longest_pattern = 4096;
  if (pattern.size() > longest_pattern || flags.find_first_not_of("smix") != std::string_view::npos) return nullptr;
  const auto translated = translate_pattern(to_utf16(pattern), flags);
  if (!translated) return nullptr;
  text::require_memory_for_icu();
  std::uint32_t options = UREGEX_UNIX_LINES;
  if (flags.find('s') != std::string_view::npos) options |= UREGEX_DOTALL;
  if (flags.find('m') != std::string_view::npos) options |= UREGEX_MULTILINE;
  if (flags.find('i') != std::string_view::npos) options |= UREGEX_CASE_INSENSITIVE;
  UErrorCode status = U_ZERO_ERROR;
  Regex regex(
      uregex_open(translated->data(), static_cast<std::int32_t>(translated->size()), options, nullptr, &status));
  text::check_memory(status);
  if (U_FAILURE(status)) return nullptr;
  return std::make_shared<const Pattern>(std::move(regex));
}

namespace {

// ICU calls this after every ten thousand steps of a search, which take about a millisecond.
UBool U_CALLCONV pay_for_search(const void* budget, std::int32_t) {
  constexpr std::size_t cost = 20'000;
  return static_cast<Budget*>(const_cast<void*>(budget))->spend(cost) ? 1 : 0;
}

}  // namespace

Regex Pattern::search(const std::u16string& text, Budget& budget) const {
  constexpr std::int32_t time_limit = 50;           // in ICU's units of work, about a millisecond each
  constexpr std::int32_t memory_limit = 4'000'000;  // bytes
  text::require_memory_for_icu();
  UErrorCode status = U_ZERO_ERROR;
  Regex regex(uregex_clone(regex_.get(), &status));
  uregex_setTimeLimit(regex.get(), time_limit, &status);
  uregex_setMatchCallback(regex.get(), pay_for_search, &budget, &status);
  uregex_setStackLimit(regex.get(), memory_limit, &status);
  uregex_setText(regex.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
  text::check_memory(status);
  if (U_FAILURE(status)) return nullptr;
  return regex;
}

}  // namespace birthcase::feel
