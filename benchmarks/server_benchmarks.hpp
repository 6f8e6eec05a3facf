// The store on a server of PostgreSQL, beside PostgreSQL alone.
#pragma once

namespace birthcase::bench {

/// Starts a server of its own and prints figures; where there cannot be one, says so.
void compare_on_server();

}  // namespace birthcase::bench
