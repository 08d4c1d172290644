// An HTML page as a flat tree: nodes in document order, each with its parent's index, so that every walk is a loop
// over a vector and no nesting can exhaust the stack. Parsing is libxml2's (HTML 4 rules, repairs as it goes).
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace chancery::readers::html {

using NodeIndex = uint32_t;
inline constexpr NodeIndex kNoNode = std::numeric_limits<NodeIndex>::max();

/// What an element's name says about its place in the layout.
enum Trait : uint16_t {
  kBlock = 1,        ///< begins and ends a line
  kUnseen = 2,       ///< never shown as text: script, style, svg ...
  kHeading = 4,
  kParagraph = 8,    ///< holds running text: p, blockquote, pre, td, li ...
  kContainer = 16,   ///< holds other blocks: div, section, article, td ...
  kAside = 32,       ///< by its meaning not the main text: nav, aside, footer ...
};

/// Traits of an element by its name in lower case; 0 for inline and unknown elements.
uint16_t traits_of(std::string_view name);

struct Node {
  std::string_view name;  ///< lower case; empty for text
  std::string_view text;  ///< of a text node, or of a script
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;      ///< one past its last descendant
  uint32_t first_attribute = 0, last_attribute = 0;
  uint16_t traits = 0;

  bool is_text() const { return name.empty(); }
  bool is(Trait trait) const { return (traits & trait) != 0; }
};

struct Attribute {
  std::string_view name, value;
};

/// Owns all its strings. Immutable after `parse`.
class Page {
 public:
  /// `text` is UTF-8 of any quality; never throws for bad markup.
  static Page parse(std::string_view text);

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](NodeIndex i) const { return nodes_[i]; }
  /// Empty where the attribute is missing or empty.
  std::string_view attribute(NodeIndex node, std::string_view name) const;
  bool has_attribute(NodeIndex node, std::string_view name) const;
  /// Is `word` one of the words of this attribute? ("e-content" of class="text e-content")
  bool has_word(NodeIndex node, std::string_view attribute_name, std::string_view word) const;
  /// The words under a node, white space collapsed; what is unseen left out.
  std::string words(NodeIndex node) const;
  /// Nested deeper than we follow (512 levels), and therefore read as a flat sequence of paragraphs.
  bool flat() const { return flat_; }
  /// Too deep even so: what came after was not read.
  bool cut_off() const { return cut_off_; }

 private:
  friend class Builder;
  std::string_view keep(std::string_view s);

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::unordered_set<std::string> names_;
  std::deque<std::string> strings_;
  bool cut_off_ = false;
  bool flat_ = false;
};

}  // namespace chancery::readers::html
