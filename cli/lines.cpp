#include "lines.hpp"

#include "input.hpp"
#include "system.hpp"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace birthcase::cli {
namespace {

constexpr std::size_t block = std::size_t{64} * 1024;

bool is_directory(int descriptor) noexcept {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Result<LineReader> LineReader::open(const std::string& file) {
  if (file == "-") return LineReader(STDIN_FILENO);
  const int descriptor = open_descriptor(file);
  if (descriptor < 0) return unreadable(errno);
  LineReader reader(descriptor);
  if (is_directory(descriptor)) return unreadable(EISDIR);
  return reader;
}

LineReader::LineReader(LineReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      at_(other.at_),
      number_(other.number_),
      end_(other.end_),
      failure_(other.failure_) {}

LineReader::~LineReader() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool LineReader::ready() const noexcept { return unread().find('\n') != std::string_view::npos; }

// Reads once: as much as there is, so that a writer who waits for the answer to a line gets it.
bool LineReader::fill() {
  if (end_) return false;
  buffer_.erase(0, std::exchange(at_, 0));
  const std::size_t had = buffer_.size();
  buffer_.resize(had + block);
  std::ptrdiff_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + had, block);
  } while (got < 0 && errno == EINTR);
  if (got < 0) failure_ = errno;
  buffer_.resize(had + static_cast<std::size_t>(std::max<std::ptrdiff_t>(got, 0)));
  end_ = got <= 0;
  return !end_;
}

bool LineReader::next(Line& line) {
  while (next_of_any_kind(line)) {
    if (line.too_long || !is_blank(line.text)) return true;
  }
  return false;
}

bool LineReader::next_of_any_kind(Line& line) {
  line = Line{};
  std::size_t searched = 0;
  for (;;) {
    const std::size_t feed = unread().find('\n', searched);
    const bool whole = feed != std::string_view::npos;
    if (whole || end_) {
      if (!whole && unread().empty() && !line.too_long) return false;
      const std::string_view text = unread().substr(0, feed);
      line.number = ++number_;
      line.too_long |= text.size() > max_line_bytes;
      if (!line.too_long) line.text = text;
      at_ += text.size() + (whole ? 1 : 0);
      if (number_ == 1 && line.text.starts_with("\xef\xbb\xbf")) line.text.erase(0, 3);
      return true;
    }
    searched = unread().size();
    if (searched > max_line_bytes) {
      line.too_long = true;
      at_ = buffer_.size();
      searched = 0;
    }
    fill();
    if (failure_ != 0) return false;
  }
}

Error line_too_long() {
  Error error;
  error.kind = ErrorKind::out_of_range;
  error.message = "the line is longer than 1 MiB";
  return error;
}

}  // namespace birthcase::cli
