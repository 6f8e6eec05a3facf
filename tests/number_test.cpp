#include <birthcase/number.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace {

using birthcase::Number;
using birthcase::Rounding;

std::string shown(const std::optional<Number>& number) { return number ? number->to_string() : "none"; }
Number read(const char* text) { return *Number::parse(text); }

}  // namespace

TEST_CASE("a number is read and written exactly, without superfluous zeros") {
  CHECK(shown(Number::parse("0")) == "0");
  CHECK(shown(Number::parse("-0")) == "0");
  CHECK(shown(Number::parse("1.50")) == "1.5");
  CHECK(shown(Number::parse(".872")) == "0.872");
  CHECK(shown(Number::parse("1.23e4")) == "12300");
  CHECK(shown(Number::parse("1e-5")) == "0.00001");
  CHECK(shown(Number::parse("1e40")) == "1e+40");
  CHECK(shown(Number::parse("-1.5e-30")) == "-1.5e-30");
}

TEST_CASE("what is not a number is not read") {
  for (const std::string text :
       {"", "-", "+1", ".", "1.", "1e", "1e+", "0x10", "1,5", " 1", "1 ", "NaN", "Infinity", "--1"}) {
    CAPTURE(text);
    CHECK_FALSE(Number::parse(text).has_value());
  }
}

TEST_CASE("more than 34 digits are rounded half to even") {
  CHECK(shown(Number::parse("12345678901234567890123456789012345")) == "1.234567890123456789012345678901234e+34");
  CHECK(shown(Number::parse("99999999999999999999999999999999995")) == "1e+35");
  CHECK(shown(Number::parse("0.10000000000000000000000000000000025")) == "0.1000000000000000000000000000000002");
  CHECK(shown(divide(Number(2), Number(3))) == "0.6666666666666666666666666666666667");
}

TEST_CASE("a number out of the exponent's range is refused, one too small is zero") {
  CHECK_FALSE(Number::parse("1e6145").has_value());
  CHECK_FALSE(multiply(read("1e6000"), read("1e6000")).has_value());
  CHECK(shown(Number::parse("1e-9999999999999")) == "0");
  CHECK_FALSE(Number::parse("1e99999999999999999999").has_value());
}

TEST_CASE("equal numbers are equal however they were written") {
  CHECK(read("12300") == read("1.23e4"));
  CHECK(read("1.0") == Number(1));
  CHECK(read("1e33") == read("1000000000000000000000000000000000"));
  CHECK(read("0.1") < read("0.11"));
  CHECK(read("-2") < read("-1.5"));
  CHECK(read("1e40") > read("9.9e39"));
  CHECK(read("1e-300") > Number());
}

TEST_CASE("sums and differences are exact") {
  CHECK(shown(add(read("0.1"), read("0.2"))) == "0.3");
  CHECK(shown(subtract(read("1.1234"), read("1.1234"))) == "0");
  CHECK(shown(add(read("1e33"), read("1e-100"))) == "1000000000000000000000000000000000");
  CHECK(shown(add(Number(std::numeric_limits<std::int64_t>::max()), Number(1))) == "9223372036854775808");
  CHECK(shown(Number(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
}

TEST_CASE("a division by zero has no result") {
  CHECK_FALSE(divide(Number(1), Number()).has_value());
  CHECK_FALSE(modulo(Number(1), Number()).has_value());
  CHECK_FALSE(power(Number(), Number(-1)).has_value());
}

TEST_CASE("the remainder has the sign of the divisor") {
  CHECK(shown(modulo(Number(12), Number(5))) == "2");
  CHECK(shown(modulo(Number(-12), Number(5))) == "3");
  CHECK(shown(modulo(Number(12), Number(-5))) == "-3");
  CHECK(shown(modulo(read("10.1"), read("4.5"))) == "1.1");
}

TEST_CASE("a remainder is exact however large the quotient is") {
  CHECK(shown(modulo(read("1e61"), read("99e6"))) == "10000000");
  CHECK(shown(modulo(read("-1e61"), read("99e6"))) == "89000000");
  CHECK(shown(modulo(read("1e6000"), Number(7))) == "1");
  CHECK(shown(modulo(read("1e-6000"), Number(7))) == "1e-6000");
  CHECK(shown(modulo(read("-1e-6000"), Number(7))) == "7");
  CHECK(shown(modulo(Number(), read("1e6000"))) == "0");
}

TEST_CASE("powers are exact where they can be and bounded where they cannot") {
  CHECK(shown(power(Number(3), Number(20))) == "3486784401");
  CHECK(shown(power(Number(10), Number(-5))) == "0.00001");
  CHECK(shown(power(Number(-2), Number(3))) == "-8");
  CHECK_FALSE(power(Number(10), Number(100000)).has_value());
  CHECK_FALSE(power(Number(10), Number(999999999999)).has_value());
  CHECK_FALSE(power(Number(-2), read("0.5")).has_value());
  CHECK_FALSE(exponential(read("1e30")).has_value());
  CHECK_FALSE(square_root(Number(-1)).has_value());
  CHECK(shown(square_root(Number(16))) == "4");
}

TEST_CASE("every way of rounding treats ties and signs as it says") {
  const auto rounded = [](const char* text, Rounding rounding) { return shown(read(text).rounded(0, rounding)); };
  CHECK(rounded("2.5", Rounding::half_even) == "2");
  CHECK(rounded("3.5", Rounding::half_even) == "4");
  CHECK(rounded("2.5", Rounding::half_up) == "3");
  CHECK(rounded("-2.5", Rounding::half_up) == "-3");
  CHECK(rounded("-2.5", Rounding::half_down) == "-2");
  CHECK(rounded("-2.1", Rounding::up) == "-3");
  CHECK(rounded("-2.9", Rounding::down) == "-2");
  CHECK(rounded("-2.1", Rounding::floor) == "-3");
  CHECK(rounded("-2.9", Rounding::ceiling) == "-2");
  CHECK(shown(Number(1250).rounded(-2, Rounding::half_even)) == "1200");
}

TEST_CASE("a double becomes its shortest decimal, and a number its nearest double") {
  CHECK(shown(Number::from_double(0.1)) == "0.1");
  CHECK(shown(Number::from_double(1e21)) == "1000000000000000000000");
  CHECK_FALSE(Number::from_double(std::numeric_limits<double>::quiet_NaN()).has_value());
  CHECK(read("0.1").to_double() == 0.1);
  CHECK(read("1e-6000").to_double() == 0.0);
}

TEST_CASE("only whole numbers of 64 bits are integers") {
  CHECK(read("1e3").to_int64() == 1000);
  CHECK(read("-9223372036854775808").to_int64() == std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(read("9223372036854775808").to_int64().has_value());
  CHECK_FALSE(read("1.5").to_int64().has_value());
}
