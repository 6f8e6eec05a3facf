// The words of the papers.
#pragma once

#include "texts/papers.hpp"
#include "texts/words.hpp"

namespace birthcase::documents {

namespace papers = texts::papers;
using texts::Words;

}  // namespace birthcase::documents
