#include "case/key_file.hpp"

#include "crypto/crypto.hpp"
#include "input.hpp"
#include "system.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string_view>

#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace birthcase::cli::cases {
namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

// What is wrong with whose file it is; empty if nothing.
std::string_view wrong_with([[maybe_unused]] std::FILE* file) noexcept {
#ifndef _WIN32  // there the folder's list of rights counts
  struct stat known {};
  if (::fstat(::fileno(file), &known) != 0 || !S_ISREG(known.st_mode)) return "expected a file with a key";
  if (known.st_uid != ::geteuid()) return "the key file belongs to another user: it must belong to this user";
  if ((known.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return "other users have rights to the key file: remove these rights with `chmod 600`";
  }
#endif
  return {};
}

// A key, and a byte more if there is one. Without a buffer in between, in which it would be left.
class Bytes {
 public:
  explicit Bytes(std::FILE* file) noexcept : size_(std::fread(bytes_.data(), 1, bytes_.size(), file)) {}
  ~Bytes() { crypto::wipe(bytes_.data(), bytes_.size()); }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  std::string_view view() const noexcept { return {bytes_.data(), size_}; }

 private:
  std::array<char, store::Key::size + 1> bytes_{};
  std::size_t size_;
};

Error about(Error error, const std::string& file) {
  error.document = file;
  return error;
}

}  // namespace

Result<store::Key> read_key(const std::string& file) {
  const std::unique_ptr<std::FILE, Close> opened(open_file(file, "rb"));
  if (opened == nullptr) return about(unreadable(errno), file);
  std::setvbuf(opened.get(), nullptr, _IONBF, 0);
  if (const std::string_view wrong = wrong_with(opened.get()); !wrong.empty()) {
    return Error{.kind = ErrorKind::refused, .message = std::string(wrong), .document = file};
  }
  const Bytes bytes(opened.get());
  auto key = store::Key::from(bytes.view());
  if (!key) return about(key.error(), file);
  return key;
}

}  // namespace birthcase::cli::cases
