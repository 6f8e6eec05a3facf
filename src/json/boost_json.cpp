// Boost.JSON, compiled into the library: the one translation unit that has its bodies.
#include <boost/json/src.hpp>
