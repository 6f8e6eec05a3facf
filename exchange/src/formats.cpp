// Which reader and writer a format has, and encodings.
#include <birthcase/exchange/formats.hpp>
#include <birthcase/text.hpp>

#include "formats/delimited.hpp"
#include "formats/fhir.hpp"
#include "formats/hl7.hpp"
#include "formats/hl7_text.hpp"
#include "formats/json_records.hpp"
#include "formats/xml.hpp"
#include "make_error.hpp"

#include <fmt/format.h>

namespace birthcase::exchange {

std::string_view to_string(Format format) noexcept {
  switch (format) {
    case Format::xml:
      return "xml";
    case Format::json:
      return "json";
    case Format::hl7v2:
      return "hl7v2";
    case Format::fhir:
      return "fhir";
    case Format::delimited:
      break;
  }
  return "delimited";
}

std::string_view to_string(Encoding encoding) noexcept { return encoding == Encoding::utf_8 ? "utf-8" : "gb18030"; }

namespace {

Result<std::string> to_utf8(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::gb18030) return from_gb18030(bytes);
  if (auto checked = check_utf8(bytes); !checked) {
    Error error = checked.error();
    error.message += "; if the text is GB18030 or GBK, say so: encoding gb18030";
    return error;
  }
  return std::string(bytes);
}

// The encoding that the text names itself, or the one that was given.
Result<Encoding> encoding_of(Format format, std::string_view text, Encoding given) {
  if (format == Format::xml) return formats::declared_encoding(text, given);
  return format == Format::hl7v2 ? formats::declared_charset(text, given) : given;
}

Result<Source> read_utf8(Format format, std::string_view utf8, const FormatOptions& options) {
  switch (format) {
    case Format::xml:
      return formats::read_xml(utf8);
    case Format::json:
      return formats::read_json(utf8);
    case Format::hl7v2:
      return formats::read_hl7(utf8);
    case Format::fhir:
      return formats::read_fhir(utf8);
    case Format::delimited:
      break;
  }
  return formats::read_delimited(utf8, options.separator);
}

Result<std::string> write_utf8(Format format, const Node& root, const FormatOptions& options) {
  switch (format) {
    case Format::xml:
      return formats::write_xml(root, options.encoding);
    case Format::json:
      return formats::write_json(root);
    case Format::hl7v2:
      return formats::write_hl7(root, options.encoding);
    case Format::fhir:
      return formats::write_fhir(root);
    case Format::delimited:
      break;
  }
  return formats::write_delimited(root, options.separator);
}

}  // namespace

Result<Source> read_source(Format format, std::string_view text, const FormatOptions& options) {
  if (text.size() > max_source_bytes) {
    return make_error(ErrorKind::out_of_range,
                      fmt::format("the text is larger than {} MiB; split it", max_source_bytes >> 20U));
  }
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto encoding = encoding_of(format, text, options.encoding);
  if (!encoding) return encoding.error();
  const auto utf8 = to_utf8(text, *encoding);
  if (!utf8) return utf8.error();
  return read_utf8(format, *utf8, options);
}

Result<std::string> write_source(Format format, const Node& root, const FormatOptions& options) {
  auto text = write_utf8(format, root, options);
  if (!text || options.encoding == Encoding::utf_8) return text;
  return to_gb18030(*text);
}

}  // namespace birthcase::exchange
