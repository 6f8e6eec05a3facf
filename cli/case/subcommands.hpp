/// The subcommands of `birthcase case`: a function each, in the file of its subject.
#pragma once

#include "command.hpp"

namespace birthcase::cli::cases {

// drafting.cpp
Command add_open(CLI::App& cases);
Command add_set(CLI::App& cases);
Command add_hand_in(CLI::App& cases);
Command add_accept(CLI::App& cases);

// stepping.cpp
Command add_dispatch(CLI::App& cases);
Command add_answer(CLI::App& cases);
Command add_retry(CLI::App& cases);
Command add_deliver(CLI::App& cases);

// look_up.cpp
Command add_look_up(CLI::App& cases);

// changing.cpp
Command add_supplement(CLI::App& cases);
Command add_defer(CLI::App& cases);
Command add_correct(CLI::App& cases);
Command add_do(CLI::App& cases);

// ending.cpp
Command add_withdraw(CLI::App& cases);
Command add_death(CLI::App& cases);
Command add_close(CLI::App& cases);
Command add_erase(CLI::App& cases);
Command add_repair_clock(CLI::App& cases);

// showing.cpp
Command add_show(CLI::App& cases);
Command add_events(CLI::App& cases);

// papers.cpp
Command add_paper(CLI::App& cases);

// finding.cpp
Command add_list(CLI::App& cases);
Command add_due(CLI::App& cases);

// outbox.cpp
Command add_outbox(CLI::App& cases);

// keeping.cpp
Command add_verify(CLI::App& cases);
Command add_repair(CLI::App& cases);
Command add_export(CLI::App& cases);
Command add_import(CLI::App& cases);

// anchoring.cpp
Command add_anchor(CLI::App& cases);

}  // namespace birthcase::cli::cases
