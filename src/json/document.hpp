// JSON texts as people write them: parsed strictly, with places to point at.
#pragma once

#include <birthcase/result.hpp>

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::json {

inline constexpr std::size_t max_document_bytes = 8u << 20;
inline constexpr std::size_t max_depth = 32;

/// Parses a whole document. Errors, with line and column: what is not JSON, not UTF-8, too large or too deep, and a key
/// that stands twice in one object.
Result<boost::json::value> parse_document(std::string_view text, const boost::json::storage_ptr& storage = {});

/// Any object of a document that people write may have a comment: a text or a list of texts under this key.
inline constexpr std::string_view comment_key = "//";

/// Takes the comment out of an object. What is no comment stays, to be refused as an unknown key.
void drop_comment(boost::json::object& object);

/// A place in a text, both counted from 1, columns in characters.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// The place of a byte.
Position position_of(std::string_view text, std::size_t offset) noexcept;

/// Where the value begins that a JSON pointer means; zeros if the document has no such value.
/// The text must have been parsed before.
Position locate(std::string_view text, std::string_view pointer);

/// An error about this text with line and column: of its path, or of what stands around it. One that names another
/// document stays as it is.
Error located(Error error, std::string_view text);

/// Whether what somebody wrote looks like a name of ours (`newborns[0].name`, `id-card/mother`) and so may stand in a
/// message: a name, a number or a text of a family does not. Not too long, no six digits in a row, no eleven with signs
/// between them.
bool is_presentable(std::string_view name);

/// `pointer` with one more step, escaped as RFC 6901 wants it.
std::string append(std::string_view pointer, std::string_view key);
std::string append(std::string_view pointer, std::size_t index);

}  // namespace birthcase::json
