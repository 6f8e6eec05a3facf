/// Readers and writers: text to the tree of `record.hpp`, and back.
///
/// Every reader has limits, resolves nothing outside the text, and says what is wrong with it by its place. No message
/// holds a value.
#pragma once

#include <birthcase/exchange/record.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

enum class Format : std::uint8_t {
  xml,
  json,
  delimited,
  hl7v2,  ///< messages with vertical bars (ER7), of HL7 2.4 to 2.5.1
  fhir,   ///< Bundles of FHIR R4 in JSON
};
std::string_view to_string(Format format) noexcept;

enum class Encoding : std::uint8_t { utf_8, gb18030 };
std::string_view to_string(Encoding encoding) noexcept;

inline constexpr std::size_t max_source_bytes = std::size_t{64} << 20U;  ///< of a text that is read
inline constexpr std::size_t max_source_depth = 64;                      ///< levels of nodes
inline constexpr std::size_t max_source_nodes = 2'000'000;               ///< elements, members and cells

/// What a reader or a writer must know beside the text.
struct FormatOptions {
  Encoding encoding = Encoding::utf_8;  ///< what an XML declaration or MSH-18 says counts more
  char separator = ',';                 ///< of delimited rows
};

/// A row or message that could not be read while the others could.
struct Unreadable {
  std::size_t line = 0;    ///< 1-based
  std::size_t record = 0;  ///< 1-based place among the rows
  std::size_t cells = 0;   ///< how many cells the row has
  std::size_t wanted = 0;  ///< how many columns there are; 0: a line of an HL7 message that is no segment
};

/// What a reader made of a text.
struct Source {
  Node root;
  std::vector<Unreadable> unreadable;  ///< they are not in the tree
};

/// Reads a whole text. Errors, with line and column where the format tells: `syntax`; `encoding`; `out_of_range` beyond
/// a limit; `contradiction` for a JSON key or a column that stands twice; `refused` for an XML document type or an
/// entity that is not XML's own.
Result<Source> read_source(Format format, std::string_view text, const FormatOptions& options = {});

/// Writes a tree. Delimited rows have the columns of all rows. Errors: `out_of_range` with the node's path for a
/// character that the format cannot hold.
Result<std::string> write_source(Format format, const Node& root, const FormatOptions& options = {});

}  // namespace birthcase::exchange
