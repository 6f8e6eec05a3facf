/// What every reader makes of a text, and every writer turns into one: a tree of named nodes.
///
/// | format | a node is |
/// |---|---|
/// | XML | an element, without its prefix; an attribute is a child named `@…` |
/// | JSON | a member; the items of a list are children of one name, those of a list in a list are named `item` |
/// | delimited rows | a row (`row`), whose children are the cells by the names of their columns |
/// | HL7 v2 | a message (`message`); in it segments, fields, components and subcomponents by their numbers |
/// | FHIR | a Bundle (`Bundle`); in it resources by their types, and their members as in JSON |
///
/// HL7 v2: `PID/5/1` is the first component of PID-5, `PID/3[5/1='MR']/1` the identifier of the type MR. A field always
/// has components, even one alone; a field and a component have the text of their first part, so that `PID/8` is
/// `PID/8/1`. A field that repeats has several nodes: `PID/13[2]/1`. MSH-1 and MSH-2 are not in the tree. The
/// second and each further PID of a message begins a node `PATIENT`, in which it and the segments after it stand. Batch
/// segments (FHS, BHS, BTS, FTS) stand beside the messages. `""` is a null.
///
/// FHIR: an entry's resource stands beneath the Patient that it is about (`subject`, `patient`), as in
/// `Patient/Observation[code/coding/code='8339-4']/valueQuantity/value`. A RelatedPerson stands beside the Patients,
/// since newborns of one birth share it, and a Patient beneath the RelatedPerson that it links to: the mother as a
/// patient. These references are then not in the tree; others stay. `resourceType` is the name of the node.
///
/// Lines of a text end with line feeds.
/// A reader for another format makes the same tree and needs to know nothing of maps.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::exchange {

/// One node of a record. Texts are UTF-8.
struct Node {
  /// How JSON writes it. Other formats know texts and groups only.
  enum class Kind : std::uint8_t { text, number, boolean, null, group };

  std::string name{};
  std::string text{};  ///< without the blanks around it; empty for a group
  std::vector<Node> children{};
  std::uint32_t line = 0;    ///< 1-based line in the source; 0 where the format does not tell
  std::uint32_t column = 0;  ///< 1-based column in characters; 0 where the format does not tell
  Kind kind = Kind::text;
  bool listed = false;  ///< JSON writes it as an item of a list, even if it is alone

  /// The first child of this name, or nullptr.
  const Node* find(std::string_view child) const noexcept;
};

/// The way from one node to another: `patient/birth/time`, `section[code/@code='57075-4']/entry[2]`, `/header/id`.
///
/// Steps are separated by `/`. A name with `/`, `[` or `'` in it stands in quotes: `'length/cm'`. `[2]` takes the
/// second node of this name, `[path='text']` those under which the path has this text. A path that begins with `/`
/// starts at the root of the document; one that begins with `../`, at the record that a newborn's node stands in.
class Path {
 public:
  struct Test {
    std::vector<std::string> names;  ///< the way below the node
    std::string text;
  };
  struct Step {
    std::string name;
    std::size_t place = 0;  ///< 1-based; 0: any
    std::vector<Test> tests;
  };

  Path() = default;

  /// Errors: `syntax`, with the column.
  static Result<Path> parse(std::string_view text);

  const std::string& text() const noexcept { return text_; }
  bool from_root() const noexcept { return from_root_; }
  bool from_record() const noexcept { return from_record_; }
  const std::vector<Step>& steps() const noexcept { return steps_; }
  bool empty() const noexcept { return steps_.empty(); }

  /// Every node at the end of the path, in the order of the source. An empty path means `base` itself.
  std::vector<const Node*> all(const Node& base) const;

  /// The first of them, or nullptr.
  const Node* first(const Node& base) const;

  /// The node at the end of the path. Makes what is not there, so that `first` finds it afterwards.
  Node& make(Node& base) const;

 private:
  std::string text_;
  std::vector<Step> steps_;
  bool from_root_ = false;
  bool from_record_ = false;
};

}  // namespace birthcase::exchange
