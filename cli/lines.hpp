/// Lines of a file or of the standard input, however long, in bounded memory.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::cli {

inline constexpr std::size_t max_line_bytes = std::size_t{1} << 20;

struct Line {
  std::size_t number = 0;  ///< from 1
  std::string text;        ///< without its end; empty if it is too long
  bool too_long = false;   ///< more than `max_line_bytes`: it was skipped
};

class LineReader {
 public:
  /// Opens a file, or the standard input for `-`. Errors: `missing`.
  static Result<LineReader> open(const std::string& file);

  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  ~LineReader();

  /// The next line that is not blank. False at the end, and where reading fails: see `failure`.
  bool next(Line& line);

  /// Whether a whole line has been read already, so that `next` need not wait for input.
  bool ready() const noexcept;

  /// Why reading stopped before the end; 0 if it did not.
  int failure() const noexcept { return failure_; }

 private:
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}
  bool next_of_any_kind(Line& line);
  bool fill();
  std::string_view unread() const noexcept { return std::string_view(buffer_).substr(at_); }

  int descriptor_;
  std::string buffer_;
  std::size_t at_ = 0;  // what of the buffer has been handed out
  std::size_t number_ = 0;
  bool end_ = false;
  int failure_ = 0;
};

/// What is answered in the place of a line that is too long.
Error line_too_long();

}  // namespace birthcase::cli
