#include "postgresql/statement.hpp"

#include "postgresql/connection.hpp"

#include <charconv>
#include <utility>

namespace birthcase::store::postgresql {
namespace {

constexpr int as_text = 0;
constexpr int as_bytes = 1;  // also for texts: these end where they end, not at a NUL
constexpr Oid bytea = 17;

// `$1`, `$2`, … for each `?`; none of our statements has a `?` elsewhere.
std::string with_numbered_parameters(std::string_view sql) {
  std::string text;
  int parameters = 0;
  for (const char character : sql) {
    if (character == '?') {
      text += '$' + std::to_string(++parameters);
    } else {
      text += character;
    }
  }
  return text;
}

int digit_of(char digit) noexcept { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

// `\x` and two hexadecimal digits for each byte.
std::string bytes_from(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
    bytes += static_cast<char>(digit_of(text[at]) * 16 + digit_of(text[at + 1]));
  }
  return bytes;
}

}  // namespace

Statement::Statement(Connection& connection, std::string name, std::string_view sql)
    : connection_(connection), name_(std::move(name)), sql_(with_numbered_parameters(sql)) {}

void Statement::bind(int parameter, const char* value, std::size_t length, int format) {
  const auto count = static_cast<std::size_t>(parameter);
  bound_.values.resize(count);
  bound_.lengths.resize(count);
  bound_.formats.resize(count);
  bound_.values.back() = value;
  bound_.lengths.back() = static_cast<int>(length);
  bound_.formats.back() = format;
}

void Statement::bind_text(int parameter, std::string_view text) { bind_bytes(parameter, text); }

void Statement::bind_bytes(int parameter, std::string_view bytes) {
  bind(parameter, bytes.empty() ? "" : bytes.data(), bytes.size(), as_bytes);
}

void Statement::bind_number(int parameter, std::int64_t number) {
  numbers_.resize(static_cast<std::size_t>(parameter));
  numbers_.back() = std::to_string(number);
  bind(parameter, "", 0, as_text);  // pointed at when all are there
}

void Statement::bind_null(int parameter) { bind(parameter, nullptr, 0, as_text); }

// Prepared in this session, with pointers to numbers that do not move any more.
Result<void> Statement::make_ready() {
  if (prepared_for_ != connection_.session()) {
    if (auto done = connection_.pipeline().prepare(name_, sql_); !done) return done.error();
    prepared_for_ = connection_.session();
  }
  for (std::size_t place = 0; place < numbers_.size(); ++place) {
    if (!numbers_[place].empty()) bound_.values[place] = numbers_[place].c_str();
  }
  return {};
}

Result<bool> Statement::next() {
  if (std::exchange(sent_, false)) {
    if (auto done = connection_.pipeline().wait(); !done) return done.error();
  }
  if (!answer_) {
    if (auto done = make_ready(); !done) return done.error();
    auto answer = connection_.pipeline().execute(name_, bound_);
    if (!answer) return answer.error();
    answer_ = std::move(*answer);
  }
  return ++row_ < PQntuples(answer_.get());
}

Result<void> Statement::run() {
  if (answer_) return {};
  if (auto done = make_ready(); !done) return done.error();
  return connection_.pipeline().execute_later(name_, bound_);
}

// What fails here is told by `next`: the pipeline knows of it.
void Statement::ahead() {
  if (answer_ || sent_ || !make_ready()) return;
  sent_ = connection_.pipeline().execute_ahead(name_, bound_, answer_);
}

void Statement::reset() noexcept {
  if (std::exchange(sent_, false)) connection_.pipeline().forget(answer_);
  answer_.reset();
  row_ = -1;
  numbers_.clear();
  bound_.values.clear();
  bound_.lengths.clear();
  bound_.formats.clear();
}

std::string Statement::text(int column) const {
  const std::string_view value(PQgetvalue(answer_.get(), row_, column),
                               static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column)));
  return PQftype(answer_.get(), column) == bytea ? bytes_from(value) : std::string(value);
}

// Truth values come as `t` and `f`.
std::int64_t Statement::number(int column) const noexcept {
  const std::string_view value(PQgetvalue(answer_.get(), row_, column));
  if (value == "t") return 1;
  std::int64_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

bool Statement::is_null(int column) const noexcept { return PQgetisnull(answer_.get(), row_, column) != 0; }

}  // namespace birthcase::store::postgresql
