// Which reader and writer a format has, and encodings.
#include <birthcase/exchange/formats.hpp>
#include <birthcase/text.hpp>

#include "formats/delimited.hpp"
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

}  // namespace

Result<Source> read_source(Format format, std::string_view text, const FormatOptions& options) {
  if (text.size() > max_source_bytes) {
    return make_error(ErrorKind::out_of_range,
                      fmt::format("the text is larger than {} MiB; split it", max_source_bytes >> 20U));
  }
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  Encoding encoding = options.encoding;
  if (format == Format::xml) {
    const auto declared = formats::declared_encoding(text, encoding);
    if (!declared) return declared.error();
    encoding = *declared;
  }
  const auto utf8 = to_utf8(text, encoding);
  if (!utf8) return utf8.error();
  if (format == Format::xml) return formats::read_xml(*utf8);
  return format == Format::json ? formats::read_json(*utf8) : formats::read_delimited(*utf8, options.separator);
}

Result<std::string> write_source(Format format, const Node& root, const FormatOptions& options) {
  Result<std::string> text = std::string();
  if (format == Format::xml) {
    text = formats::write_xml(root, options.encoding);
  } else {
    text = format == Format::json ? formats::write_json(root) : formats::write_delimited(root, options.separator);
  }
  if (!text || options.encoding == Encoding::utf_8) return text;
  return to_gb18030(*text);
}

}  // namespace birthcase::exchange
