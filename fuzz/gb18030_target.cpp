// Encodings: every conversion in every direction, and what is told about the characters of a text.
//
// Input: the bytes to convert.
#include <birthcase/text.hpp>

#include "caller.hpp"
#include "target.hpp"

#include <algorithm>
#include <array>

using namespace fuzz;

namespace {

constexpr std::array<std::int32_t, 4> encodings{BIRTHCASE_UTF8, BIRTHCASE_GB18030, BIRTHCASE_GB18030_2005,
                                                BIRTHCASE_GB18030_2000};
constexpr Statuses converting{BIRTHCASE_OK, BIRTHCASE_ENCODING};

std::optional<std::size_t> find_invalid(std::int32_t encoding, std::string_view bytes) {
  return encoding == BIRTHCASE_UTF8 ? birthcase::find_invalid_utf8(bytes) : birthcase::find_invalid_gb18030(bytes);
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

class Converting {
 public:
  explicit Converting(std::string_view bytes) : caller_(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH), bytes_(bytes) {}

  void run() {
    for (const std::int32_t from : encodings) {
      const auto bad = find_invalid(from, bytes_);
      for (const std::int32_t to : encodings) convert_both_ways(from, to, bad);
      if (bad) broken_at(from, *bad);
    }
    if (!birthcase::find_invalid_gb18030(bytes_)) parts_alone();
    if (!birthcase::find_invalid_utf8(bytes_)) described();
  }

 private:
  std::optional<std::string> convert(std::int32_t from, std::int32_t to, std::string_view bytes) {
    return caller_.ask(converting, [&](auto... out) {
      return birthcase_convert(caller_, from, to, bytes.data(), length_of(bytes), out...);
    });
  }

  void convert_both_ways(std::int32_t from, std::int32_t to, std::optional<std::size_t> bad) {
    const auto converted = convert(from, to, bytes_);
    must(converted.has_value() == !bad, "well-formed text converts, and nothing else");
    if (!converted) return;
    must(!find_invalid(to, *converted), "what comes of a conversion is well-formed");
    const auto back = convert(to, from, *converted);
    must(back.has_value(), "what was converted converts back");
    must_equal(*back, bytes_, "what was converted converts back to the same bytes");
  }

  // The first place that is not in order, and nothing before it is.
  void broken_at(std::int32_t encoding, std::size_t bad) {
    must(bad < bytes_.size(), "what is ill-formed stands inside the text");
    const auto before = convert(encoding, BIRTHCASE_UTF8, bytes_.substr(0, bad));
    must(before.has_value(), "what stands before the first ill-formed sequence is well-formed");
    for (std::size_t more = 1; more <= std::min<std::size_t>(4, bytes_.size() - bad); ++more) {
      must(find_invalid(encoding, bytes_.substr(0, bad + more)) == bad, "what follows does not heal the sequence");
    }
    (void)convert(encoding, BIRTHCASE_UTF8, bytes_);
    const auto error = read_json(caller_.error());
    const std::string_view message(error.at("message").as_string());
    must(message.find("byte " + std::to_string(bad)) != std::string_view::npos, "the message has the offset", message);
    const std::size_t line_start = encoding == BIRTHCASE_UTF8 ? before->rfind('\n') + 1 : 0;
    must(error.at("column").to_number<std::size_t>() == characters(before->substr(line_start)) + 1,
         "the column counts characters", caller_.error());
  }

  // Characters convert one by one as they do together.
  void parts_alone() {
    const auto whole = convert(BIRTHCASE_GB18030, BIRTHCASE_UTF8, bytes_);
    std::string joined;
    for (std::size_t at = 0; at < bytes_.size();) {
      std::size_t length = 1;
      while (birthcase::find_invalid_gb18030(bytes_.substr(at, length))) ++length;
      must(length == 1 || length == 2 || length == 4, "a character has one, two or four bytes");
      joined += *convert(BIRTHCASE_GB18030, BIRTHCASE_UTF8, bytes_.substr(at, length));
      at += length;
    }
    must_equal(joined, *whole, "characters convert one by one as they do together");
  }

  // Other readings of a text that is UTF-8.
  void described() {
    const auto nfc = birthcase::to_nfc(bytes_);
    const auto nfkc = birthcase::to_nfkc(bytes_);
    const auto report = birthcase::inspect_characters(bytes_);
    must(nfc && nfkc && report, "what is UTF-8 can be normalised and inspected");
    must_equal(*birthcase::to_nfc(*nfc), *nfc, "NFC is reached at once");
    must_equal(*birthcase::to_nfkc(*nfkc), *nfkc, "NFKC is reached at once");
    must_equal(*birthcase::to_nfkc(*nfc), *nfkc, "NFKC is the same of a text and of its NFC");
    must(report->characters == characters(bytes_), "every character is counted once");
    for (const std::size_t first : {report->first_private_use, report->first_rare, report->first_beyond_bmp,
                                    report->first_control, report->first_unassigned}) {
      must(first <= report->characters, "a position stands inside the text");
    }
    must(birthcase::display_width(bytes_) <= 2 * report->characters, "no character is wider than two columns");
  }

  Caller caller_;
  std::string_view bytes_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Converting(std::string_view(reinterpret_cast<const char*>(data), size)).run();
  return 0;
}
