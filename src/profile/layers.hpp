// A profile and the profiles it extends, merged into one document that remembers where each part came from.
#pragma once

#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include "json/places.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::profile {

/// One profile's text as it was written.
struct Layer {
  std::string id;    ///< what it calls itself
  std::string name;  ///< what the layer above calls it; the outermost is called by its id
  std::string text;
};

/// The merged document, without comments. Objects of tables carry a hidden member with the layers and pointers that
/// they came from.
///
/// Merging: objects member by member; tables (arrays of objects with an `id`, or of form entries with a `field`) row by
/// row; `"remove": true` takes a row away, and is an error where there is none; anything else is replaced. In tables
/// that are searched for the first rule that applies, new rows of a layer come before those of the layer below.
class Layers {
 public:
  static constexpr std::string_view origin_key = "\x01origin";
  static constexpr std::size_t max_layers = 8;

  static Result<Layers> load(std::string_view json, const ProfileTexts& texts);

  const boost::json::object& merged() const noexcept { return merged_; }

  /// The layers as they were written, the outermost first, by name.
  std::vector<ProfileText> texts() const;

  /// The ids of all channels, those too that a layer takes away: rules of the layers below may still speak of them.
  const std::set<std::string>& channels() const noexcept { return channels_; }

  struct Place {
    std::string_view document;
    std::string_view path;
  };

  /// Where an object of the merged document stands: in the outermost layer that writes it. Lives as long as this.
  Place place_of(const boost::json::object& object) const;

  /// An error about `key` (a relative pointer such as `/when`, or empty) of an object of the merged document, with the
  /// document, path and position of the text where it was written.
  Error locate(const boost::json::object& object, std::string_view relative, ErrorKind kind, std::string message) const;

 private:
  void put_on(boost::json::value document, std::size_t layer);
  std::optional<Error> first_idle_removal(const boost::json::value& value) const;

  std::vector<Layer> layers_;                              // the outermost first
  mutable std::map<const Layer*, json::Places> places_{};  // of layers that were asked about
  std::set<std::string> channels_;
  // All layers in one piece of memory that is given back at once: rows move from layer to layer.
  boost::json::object merged_{boost::json::make_shared_resource<boost::json::monotonic_resource>()};
};

/// What names a row within its table: its `id`, or its `field`; empty if the value is not such a row.
std::string_view identity(const boost::json::value& row) noexcept;

/// Whether a list is merged row by row: it is not empty, and each of its items has an identity.
bool is_table(const boost::json::value& value) noexcept;

}  // namespace birthcase::profile
