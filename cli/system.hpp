/// What differs between systems: names of files and arguments, which are UTF-8 here everywhere, and the streams.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace birthcase::cli {

/// The arguments of the program in UTF-8. On Windows those of `main` have lost what its code page does not have.
std::vector<std::string> arguments_of(int argc, const char* const* argv);

/// To be called first: bytes go through the standard streams as they are, on a console of Windows as UTF-8; a reader
/// that goes away is noticed by the failing write; the environment's `BIRTHCASE_…` are UTF-8.
void prepare_process();

/// `std::fopen` of a file that is named in UTF-8; `errno` says why it is null. (`std::filesystem::path` takes UTF-8
/// everywhere: of the compilers for Windows this is for those with GCC's library.)
std::FILE* open_file(const std::string& name, const char* mode) noexcept;

/// Makes a file, to be written; null with `EEXIST` where there is one of this name.
std::FILE* open_new_file(const std::string& name) noexcept;

/// A descriptor to read from; negative with `errno` where that fails.
int open_descriptor(const std::string& name) noexcept;

/// The width of the terminal that the stream goes to; 0 where it is not known.
int width_of_terminal(std::FILE* stream) noexcept;

}  // namespace birthcase::cli
