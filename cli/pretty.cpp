#include "pretty.hpp"

#include <utility>

namespace birthcase::cli {
namespace {

class Indenter {
 public:
  explicit Indenter(std::string_view json) : json_(json) { out_.reserve(json.size() * 2); }

  std::string indented() {
    for (; at_ < json_.size(); ++at_) put(json_[at_]);
    return std::move(out_);
  }

 private:
  void put(char character) {
    switch (character) {
      case '"':
        return quoted();
      case '{':
      case '[':
        return open(character);
      case '}':
      case ']':
        --depth_;
        break_line();
        out_ += character;
        return;
      case ',':
        out_ += character;
        return break_line();
      case ':':
        out_ += ": ";
        return;
      default:
        out_ += character;
    }
  }

  void open(char bracket) {
    out_ += bracket;
    const bool empty = at_ + 1 < json_.size() && json_[at_ + 1] == (bracket == '{' ? '}' : ']');
    if (empty) {
      out_ += json_[++at_];
      return;
    }
    ++depth_;
    break_line();
  }

  void quoted() {
    const std::size_t first = at_++;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    out_ += json_.substr(first, at_ + 1 - first);
  }

  void break_line() {
    out_ += '\n';
    out_.append(2 * depth_, ' ');
  }

  std::string_view json_;
  std::string out_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::string indented(std::string_view json) { return Indenter(json).indented(); }

}  // namespace birthcase::cli
