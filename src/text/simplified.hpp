// Traditional characters as simplified ones.
#pragma once

#include <unicode/utrans.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace birthcase::text {

/// ICU's transform `Traditional-Simplified`. It is opened when it is first needed, which takes a while, and then kept.
/// Threads may share it. An ICU without the data of the transform leaves every text as it is.
class Simplifier {
 public:
  /// @param text UTF-8
  std::string operator()(std::string_view text) const;

 private:
  struct Close {
    void operator()(UTransliterator* transform) const noexcept { utrans_close(transform); }
  };

  mutable std::once_flag opened_;
  mutable std::unique_ptr<UTransliterator, Close> transform_;
};

}  // namespace birthcase::text
