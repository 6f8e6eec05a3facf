// The rules in JsonLogic by json-logic-engine, compiled: one list for each set.
import { LogicEngine } from 'json-logic-engine';
import { file, names, serve } from './turns.mjs';

const way = set => ({
  set,
  does: 'one list, compiled',
  run: new LogicEngine().build(JSON.parse(file(`${set}.jsonlogic.json`))),
  answers: list => Object.fromEntries(names[set].map((name, place) => [name, list[place]])),
});

await serve('json-logic-engine', ['conditions', 'expressions'].map(way));
