/// Functions that an expression makes, while it is compiled.
///
/// A function is not a value: it can be named, passed to another function, returned from one and called. Every call is
/// compiled on its own, for the arguments at hand, so that types stay known and nothing can recur.
#pragma once

#include "feel/builder.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace birthcase::feel {

/// A name that the expression itself introduces.
struct Local {
  std::string name;
  std::uint32_t index = 0;
  Typed typed;          ///< what is known of its value; the node is none of it
  bool filter = false;  ///< the item of a filter: its entries are names too
  bool used = false;
};

/// A value that a local must hold before something else can run.
struct Bound {
  Typed value;
  std::uint32_t local = 0;
};

struct Closure {
  std::string builtin;  ///< one of FEEL's own functions, of which nothing else is said here
  std::vector<std::string> parameters;
  std::vector<Type> types;      ///< of the parameters; `any` where none is given
  std::size_t body = 0;         ///< the first token
  std::size_t end = 0;          ///< the token after the last
  std::vector<Local> scope;     ///< the names that the body sees
  std::vector<Bound> bindings;  ///< of those names that end with what the function was made in
};

/// The entries of a context that has functions among them.
struct Members {
  struct Entry {
    std::string name;
    Typed value;
    std::uint32_t local = 0;  ///< of a value
  };
  std::vector<Entry> entries;
  std::vector<Bound> bindings;  ///< what the entries rely on
};

}  // namespace birthcase::feel
