// The rules in ZEN through Node: a graph of one expression node for each set.
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { file, serve } from './turns.mjs';

const engine = new ZenEngine();
const way = set => {
  const decision = engine.createDecision(new ZenDecisionContent(Buffer.from(file(`${set}.zen.json`))));
  return {
    set,
    does: 'one expression node, awaited',
    waits: true,
    run: facts => decision.evaluate(facts),
    answers: ({ result }) => result,
  };
};

await serve('@gorules/zen-engine', ['conditions', 'expressions'].map(way));
