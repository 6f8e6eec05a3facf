// Damaged texts: every one is read or refused, and what is said of it holds no value.
#include <birthcase/exchange/export.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr std::string_view secret = "7194830265";
constexpr std::string_view inserted[] = {"<",
                                         ">",
                                         "&",
                                         "\"",
                                         "'",
                                         "/",
                                         ",",
                                         "\n",
                                         "\r",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         ":",
                                         "<!--",
                                         "<![CDATA[",
                                         "]]>",
                                         "&#x0;",
                                         "&lt;",
                                         "<!DOCTYPE a>",
                                         "\xff",
                                         "\x81",
                                         "\xe3\x80\x80",
                                         "</",
                                         "1e999",
                                         "\\ud800",
                                         "null",
                                         "[[[[",
                                         "<?xml version='1.0' encoding='GBK'?>",
                                         "|",
                                         "^",
                                         "~",
                                         "\\X00\\",
                                         "\\",
                                         "\r",
                                         "MSH",
                                         "\x0b",
                                         "PID|",
                                         "\"\""};

/// Cuts, doubles, swaps and inserts at random; the same numbers give the same texts.
class Damage {
 public:
  explicit Damage(unsigned seed) : random_(seed) {}

  std::string operator()(std::string text) {
    for (std::size_t times = 1 + below(4); times > 0; --times) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  void change(std::string& text) {
    if (text.empty()) return;
    const std::size_t at = below(text.size());
    const std::size_t length = std::min(text.size() - at, 1 + below(30));
    switch (below(5)) {
      case 0:
        text.resize(at);
        return;
      case 1:
        text.erase(at, length);
        return;
      case 2:
        text.insert(at, std::string(text, below(text.size()), length));
        return;
      case 3:
        text[at] = static_cast<char>(below(256));
        return;
      default:
        text.insert(at, inserted[below(std::size(inserted))]);
    }
  }

  std::mt19937 random_;
};

void check_error(const Error& error) {
  CHECK_FALSE(error.message.empty());
  CHECK(error.message.find(secret) == std::string::npos);
  CHECK(error.path.find(secret) == std::string::npos);
}

void check_births(const exchange::Imported& imported) {
  for (const auto& birth : imported.births) {
    CHECK((birth.application || !birth.findings.empty()));
    for (const auto& found : birth.findings) {
      CHECK(found.finding.message.en.find(secret) == std::string::npos);
      CHECK(found.finding.message.zh.find(secret) == std::string::npos);
      CHECK(found.source.find(secret) == std::string::npos);
    }
  }
}

// What could be read is written, and read again to as many births.
void check_again(const exchange::Map& map, const exchange::Imported& imported) {
  std::vector<Plan> plans;
  for (const auto& birth : imported.births) {
    if (birth.application) plans.push_back(plan(map.profile(), *birth.application, Date(2019, 7, 1)));
  }
  const auto exported = exchange::export_records(map, plans);
  if (!exported) return check_error(exported.error());
  if (plans.empty()) return;
  CHECK(exchange::import_records(map, exported->text).has_value());
}

}  // namespace

TEST_CASE("a damaged text is read or refused, and nothing that is said of it tells a value") {
  auto births = invented_births(3);
  for (Application& application : births) application.put("mother.name", Value::text(std::string(secret))).value();
  for (const std::string_view id : exchange::Map::built_in_ids()) {
    std::vector<Plan> plans;
    for (const Application& application : births) {
      plans.push_back(plan(built_in("base"), suited(id, application), Date(2019, 7, 1)));
    }
    const auto map = map_named(id);
    const std::string whole = exchange::export_records(map, plans).value().text;
    Damage damage(20260801);
    std::size_t read = 0;
    for (int i = 0; i < 400; ++i) {
      const std::string text = damage(whole);
      CAPTURE(id);
      CAPTURE(i);
      const auto imported = exchange::import_records(map, text);
      if (!imported) {
        check_error(imported.error());
        continue;
      }
      ++read;
      check_births(*imported);
      if (i % 20 == 0) check_again(map, *imported);
    }
    CHECK(read > 5);
  }
}

TEST_CASE("a text beyond a limit is refused before it fills the memory") {
  std::string rows = "a\n";
  while (rows.size() < 8'000'000) rows += "1\n2\n3\n4\n5\n6\n7\n8\n";
  const auto many = exchange::read_source(exchange::Format::delimited, rows);
  REQUIRE(many.has_error());
  CHECK(many.error().kind == ErrorKind::out_of_range);
  const auto large = exchange::read_source(exchange::Format::xml, std::string(exchange::max_source_bytes + 1, ' '));
  REQUIRE(large.has_error());
  CHECK(large.error().kind == ErrorKind::out_of_range);
}
