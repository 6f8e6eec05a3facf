#include "feel/machine.hpp"
#include "feel/machine_logic.hpp"
#include "feel/machine_values.hpp"

namespace birthcase::feel {

namespace {

// Leaves in the trace what is true of the whole: which facts decide, once each, if the result is unknown.
void conclude(Trace& trace, bool unknown) {
  FactRefs once;
  for (const FactRef fact : trace.deciding) {
    if (unknown && std::find(once.begin(), once.end(), fact) == once.end()) once.push_back(fact);
  }
  trace.deciding = std::move(once);
}

}  // namespace

Value evaluate(const Program& program, NodeId node, const Facts& facts, Trace* trace, Budget& budget) {
  Value scratch;
  if (trace == nullptr) return Machine<NoTracer>(program, facts, {}, budget).value(node, scratch);
  *trace = {};
  Value result = Machine<Tracer>(program, facts, {*trace}, budget).value(node, scratch);
  conclude(*trace, result.is_unknown());
  return result;
}

Logic test(const Program& program, NodeId node, const Facts& facts, Trace* trace, Budget& budget) {
  if (trace == nullptr) return Machine<NoTracer>(program, facts, {}, budget).test(node);
  *trace = {};
  const Logic result = Machine<Tracer>(program, facts, {*trace}, budget).test(node);
  conclude(*trace, result == Logic::unknown);
  return result;
}

}  // namespace birthcase::feel
