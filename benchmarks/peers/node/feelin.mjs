// The rules in FEEL by feelin: one context for each set. It parses with every evaluation; there is no other way in.
import { evaluate } from 'feelin';
import { file, serve } from './turns.mjs';

const way = set => {
  const text = file(`${set}.feel`);
  return {
    set,
    does: 'one context, parsed each time',
    run: facts => evaluate(text, facts),
    answers: ({ value }) => value,
  };
};

await serve('feelin', ['conditions', 'expressions'].map(way));
