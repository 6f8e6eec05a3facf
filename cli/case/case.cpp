// `birthcase case`: the life of cases, kept in a file.
#include "case/subcommands.hpp"

namespace birthcase::cli {

Command add_case(CLI::App& program) {
  CLI::App& cases = *program.add_subcommand("case", "the life of cases, kept in a file: from draft to delivery");
  return one_of(cases, {cases::add_open(cases),    cases::add_set(cases),        cases::add_hand_in(cases),
                        cases::add_accept(cases),  cases::add_dispatch(cases),   cases::add_answer(cases),
                        cases::add_retry(cases),   cases::add_supplement(cases), cases::add_correct(cases),
                        cases::add_deliver(cases), cases::add_withdraw(cases),   cases::add_death(cases),
                        cases::add_close(cases),   cases::add_erase(cases),      cases::add_do(cases),
                        cases::add_show(cases),    cases::add_events(cases),     cases::add_list(cases),
                        cases::add_due(cases),     cases::add_outbox(cases),     cases::add_verify(cases),
                        cases::add_repair(cases),  cases::add_export(cases),     cases::add_import(cases),
                        cases::add_paper(cases),   cases::add_look_up(cases),    cases::add_repair_clock(cases),
                        cases::add_defer(cases),   cases::add_anchor(cases)});
}

}  // namespace birthcase::cli
