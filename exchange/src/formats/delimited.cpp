#include "formats/delimited.hpp"

#include "formats/limits.hpp"

#include <algorithm>
#include <optional>

namespace birthcase::exchange::formats {
namespace {

constexpr std::string_view row_name = "row";
constexpr std::size_t max_columns = 1000;

struct Cell {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

Error error_at(const Cursor& cursor, ErrorKind kind, std::string message) {
  Error error = make_error(kind, std::move(message));
  error.line = cursor.line();
  error.column = cursor.column();
  return error;
}

/// Reads row by row.
class RowReader {
 public:
  RowReader(std::string_view text, char separator) noexcept : text_(text), separator_(separator), cursor_(text) {}

  /// The cells of the next row that is not blank. False at the end and at an error.
  bool next(std::vector<Cell>& cells) {
    do {
      if (at_ >= text_.size() || error_) return false;
      cells.clear();
      while (read_cell(cells.emplace_back())) {
        if (cells.size() == max_columns) return fail("a row has more than 1000 cells; check the separator and quotes");
      }
      end_line();
    } while (!error_ && cells.size() == 1 && cells.front().text.empty());
    return !error_;
  }

  const std::optional<Error>& error() const noexcept { return error_; }

 private:
  bool fail(std::string message) {
    cursor_.move_to(at_);
    if (!error_) error_ = error_at(cursor_, ErrorKind::syntax, std::move(message));
    return false;
  }

  // True if another cell follows in this row.
  bool read_cell(Cell& cell) {
    cursor_.move_to(at_);
    cell.line = cursor_.line();
    cell.column = cursor_.column();
    if (at_ < text_.size() && text_[at_] == '"' ? !read_quoted(cell.text) : !read_plain(cell.text)) return false;
    if (at_ >= text_.size() || text_[at_] != separator_) return false;
    ++at_;
    return true;
  }

  bool read_plain(std::string& text) {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    text = trimmed(text_.substr(start, at_ - start));
    return true;
  }

  bool read_quoted(std::string& text) {
    std::string read;
    const std::size_t start = at_++;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        at_ = start;
        return fail("the quotation mark here is never closed; close it, or write \"\" for one inside a cell");
      }
      if (text_[at_] != '"') {
        read += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        read += text_[at_++];
      } else {
        break;
      }
    }
    ++at_;
    text = trimmed(read);
    const bool ends = at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
    return ends || fail("something follows the closing quotation mark; write \"\" for one inside a cell");
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  char separator_;
  Cursor cursor_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

std::optional<Error> check_columns(const std::vector<Cell>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (columns[k].text.empty() || columns[k].text != columns[i].text) continue;
      Error error = make_error(ErrorKind::contradiction, "two columns have this name; rename one of them");
      error.line = columns[i].line;
      error.column = columns[i].column;
      return error;
    }
  }
  return std::nullopt;
}

Node row_of(std::vector<Cell>& cells, const std::vector<Cell>& columns) {
  Node row;
  row.name = row_name;
  row.kind = Node::Kind::group;
  row.line = cells.front().line;
  row.children.resize(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Node& cell = row.children[i];
    cell.name = columns[i].text;
    cell.text = std::move(cells[i].text);
    cell.line = cells[i].line;
    cell.column = cells[i].column;
  }
  return row;
}

bool needs_quotes(std::string_view text, char separator) noexcept {
  return text.find_first_of("\"\r\n") != std::string_view::npos || text.find(separator) != std::string_view::npos ||
         trimmed(text) != text;
}

void append_cell(std::string& line, std::string_view text, char separator) {
  if (!needs_quotes(text, separator)) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

}  // namespace

Result<Source> read_delimited(std::string_view utf8, char separator) {
  RowReader reader(utf8, separator);
  std::vector<Cell> columns;
  if (!reader.next(columns)) {
    return reader.error().value_or(
        make_error(ErrorKind::missing, "the text has no row; the first row must name the columns"));
  }
  if (auto error = check_columns(columns)) return *error;
  Source source;
  source.root.name = "rows";
  source.root.kind = Node::Kind::group;
  std::vector<Cell> cells;
  std::size_t nodes = 0;
  for (std::size_t record = 1; reader.next(cells); ++record) {
    nodes += cells.size() + 1;
    if (nodes > max_source_nodes) return too_many_nodes();
    if (cells.size() == columns.size()) {
      source.root.children.push_back(row_of(cells, columns));
    } else {
      source.unreadable.push_back({cells.front().line, record, cells.size(), columns.size()});
    }
  }
  if (reader.error()) return *reader.error();
  return source;
}

Result<std::string> write_delimited(const Node& root, char separator) {
  std::string text;
  std::vector<std::string_view> columns;
  for (const Node& row : root.children) {
    for (const Node& cell : row.children) {
      if (std::find(columns.begin(), columns.end(), cell.name) == columns.end()) columns.emplace_back(cell.name);
    }
  }
  const auto end_row = [&text] { text.back() = '\n'; };
  for (const std::string_view column : columns) append_cell(text, column, separator), text += separator;
  if (!columns.empty()) end_row();
  for (const Node& row : root.children) {
    for (const std::string_view column : columns) {
      const Node* cell = row.find(column);
      append_cell(text, cell == nullptr ? std::string_view() : std::string_view(cell->text), separator);
      text += separator;
    }
    if (!columns.empty()) end_row();
  }
  return text;
}

}  // namespace birthcase::exchange::formats
