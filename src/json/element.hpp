// The values of a document that people write, with the place where each stands; the first error is kept.
#pragma once

#include <birthcase/result.hpp>

#include <boost/json/value.hpp>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::json {

/// Where the first error of a reading is kept. Reading goes on with defaults, its result is thrown away.
class Problems {
 public:
  void add(Error error) {
    if (!first_) first_ = std::move(error);
  }
  bool any() const noexcept { return first_.has_value(); }
  const Error& first() const { return *first_; }

 private:
  std::optional<Error> first_;
};

/// A value and its JSON pointer.
class Element {
 public:
  Element(const boost::json::value& value, std::string path, Problems& problems)
      : value_(value), path_(std::move(path)), problems_(problems) {}

  const boost::json::value& value() const noexcept { return value_; }
  const std::string& path() const noexcept { return path_; }
  bool is_null() const noexcept { return value_.get().is_null(); }

  /// Notes an error at this place.
  void fail(ErrorKind kind, std::string message) const;

  /// What a result holds; notes its error at this place otherwise.
  template <class T>
  std::optional<T> take(Result<T> result) const {
    if (result) return std::move(*result);
    fail(result.error().kind, result.error().message);
    return std::nullopt;
  }

  /// Whether it is an object with these keys only, and at least one of them unless `may_be_empty`; if not, an error.
  bool has_only(std::initializer_list<std::string_view> keys, bool may_be_empty = false) const;

  /// Whether it is an object that is not empty; if not, an error.
  bool is_filled_object() const;

  /// A member of an object, if it is there.
  std::optional<Element> member(std::string_view key) const;

  /// Every member of an object, every item of a list, until something is wrong.
  void each_member(const std::function<void(std::string_view key, const Element& member)>& visit) const;
  void each_item(const std::function<void(const Element& item)>& visit) const;

  // The value as a type, or nothing and an error.
  std::optional<std::string_view> text() const;  ///< not empty
  std::optional<bool> flag() const;
  std::optional<std::size_t> count() const;  ///< a whole number from 0 on

 private:
  std::reference_wrapper<const boost::json::value> value_;
  std::string path_;
  std::reference_wrapper<Problems> problems_;
};

/// Takes the comments out of a whole document.
void drop_comments(boost::json::value& value);

/// The text, or nothing and an error, of a member that may be absent.
std::optional<std::string_view> text_at(const Element& object, std::string_view key);

}  // namespace birthcase::json
