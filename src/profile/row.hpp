// Reading a profile's objects: typed, strict, and with the first error kept for the end.
#pragma once

#include <birthcase/field.hpp>
#include <birthcase/rule.hpp>

#include "profile/layers.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::profile {

/// Where the first error of a reading is kept. Reading goes on with defaults, its result is thrown away.
class Problems {
 public:
  explicit Problems(const Layers& layers) noexcept : layers_(layers) {}

  void add(const boost::json::object& object, std::string_view relative, ErrorKind kind, std::string message);
  bool any() const noexcept { return first_.has_value(); }
  const Error& first() const { return *first_; }
  const Layers& layers() const noexcept { return layers_; }

 private:
  const Layers& layers_;
  std::optional<Error> first_;
};

/// The ids of a table, to find its rows by.
class Directory {
 public:
  explicit Directory(std::string what) : what_(std::move(what)) {}

  /// False if the id is there already.
  bool add(std::string_view id);
  std::optional<Index> find(std::string_view id) const noexcept;
  const std::string& what() const noexcept { return what_; }
  std::size_t size() const noexcept { return ids_.size(); }

  /// `there is no evidence 'id-crad'; did you mean 'id-card'?`
  std::string complaint(std::string_view id) const;

 private:
  std::string what_;
  std::vector<std::string> ids_;  // by index
  std::map<std::string, Index, std::less<>> places_;
};

/// The same of a table whose rows have ids.
template <class Of>
class DirectoryOf : public Directory {
 public:
  using Directory::Directory;

  Id<Of> row(std::string_view id) const noexcept { return Id<Of>(find(id).value_or(no_index)); }
};

/// One object. Every key that is asked for counts as known; `finish` reports the others.
class Row {
 public:
  Row(const boost::json::object& object, Problems& problems) noexcept : object_(object), problems_(problems) {}

  bool has(std::string_view key) const noexcept;

  std::string text(std::string_view key);           ///< required, not empty
  std::string optional_text(std::string_view key);  ///< empty where absent
  std::string text_or_null(std::string_view key);   ///< required; empty for null: known to be unknown
  Label label(std::string_view key);                ///< required, both languages
  Label optional_label(std::string_view key);
  bool flag(std::string_view key);  ///< false where absent
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t min, std::int64_t max);
  std::optional<Date> date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  ///< an array of texts, none empty; no text where absent
  std::optional<Row> object(std::string_view key);
  std::vector<Row> rows(std::string_view key);  ///< an array of objects; empty where absent
  std::vector<std::pair<std::string, std::string>> text_members(std::string_view key);
  std::vector<InlineCode> label_members(std::string_view key);

  /// One of a few words, by its place among them; the first where absent.
  std::size_t choice(std::string_view key, std::initializer_list<std::string_view> words);

  /// As above, for the names of an enumeration.
  template <class Enum>
  Enum word(std::string_view key, std::initializer_list<Enum> choices) {
    return static_cast<Enum>(word_index(key, names_of(choices), static_cast<int>(*choices.begin())));
  }

  /// The row of a table that this key names; none where absent.
  template <class Of>
  Id<Of> reference(std::string_view key, const DirectoryOf<Of>& directory) {
    return Id<Of>(place(key, directory));
  }
  template <class Of>
  Id<Of> required_reference(std::string_view key, const DirectoryOf<Of>& directory) {
    return Id<Of>(required_place(key, directory));
  }
  template <class Of>
  std::vector<Id<Of>> references(std::string_view key, const DirectoryOf<Of>& directory) {
    std::vector<Id<Of>> found;
    for (const Index each : places(key, directory)) found.push_back(Id<Of>(each));
    return found;
  }

  /// The places in a directory of what this key names; `no_index` where absent.
  Index place(std::string_view key, const Directory& directory);
  Index required_place(std::string_view key, const Directory& directory);
  std::vector<Index> places(std::string_view key, const Directory& directory);

  void fail(std::string_view key, ErrorKind kind, std::string message);
  bool failed() const noexcept { return problems().any(); }

  /// Where this object stands: the outermost profile that writes it, and its JSON pointer there.
  void note_place(std::string& document, std::string& path) const;

  /// Reports the first key that nobody asked for.
  void finish();

  const boost::json::object& json() const noexcept { return object_.get(); }

  /// Where this object was written, as a pointer for later messages.
  Problems& problems() const noexcept { return problems_.get(); }

 private:
  template <class Enum>
  static std::vector<std::pair<std::string_view, int>> names_of(std::initializer_list<Enum> choices) {
    std::vector<std::pair<std::string_view, int>> names;
    for (const Enum choice : choices) names.emplace_back(to_string(choice), static_cast<int>(choice));
    return names;
  }
  int word_index(std::string_view key, const std::vector<std::pair<std::string_view, int>>& names, int absent);
  const boost::json::value* find(std::string_view key);
  std::optional<Index> resolve(std::string_view relative, std::string_view id, const Directory& directory);

  std::reference_wrapper<const boost::json::object> object_;
  std::reference_wrapper<Problems> problems_;
  std::vector<std::string_view> asked_;
};

}  // namespace birthcase::profile
