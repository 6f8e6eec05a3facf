/// The commands of the exchange with other systems; only where the program is built with it.
#pragma once

#include "command.hpp"

namespace birthcase::cli {

Command add_export(CLI::App& program);
Command add_import(CLI::App& program);
Command add_map(CLI::App& program);

}  // namespace birthcase::cli
