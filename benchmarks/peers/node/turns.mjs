// Lets an engine answer and be timed when the comparison says so; engine.py has the lines.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

export const file = name => fs.readFileSync(path.join(process.argv[2], name), 'utf8');
export const families = JSON.parse(file('families.json'));
export const names = JSON.parse(file('names.json'));

const version = name => {
  const about = new URL(`node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(fs.readFileSync(about, 'utf8')).version;
};

// The whole process's, with what the collector and the engine's own threads take; nanoseconds.
const processor = () => {
  const used = process.cpuUsage();
  return (used.user + used.system) * 1000;
};

let kept;

async function timed(way, seconds) {
  const start = processor();
  let passes = 0;
  for (; processor() - start < seconds * 1e9; ++passes) {
    if (way.waits) {
      for (const facts of families) kept = await way.run(facts);
    } else {
      for (const facts of families) kept = way.run(facts);
    }
  }
  return (processor() - start) / (passes * families.length);
}

async function answered(way) {
  const answers = [];
  for (const facts of families) answers.push(way.answers(await way.run(facts)));
  return answers;
}

// A way is {set, does, run, answers}, where answers makes an object of what run gives; waits where run is asynchronous.
export async function serve(name, ways) {
  const say = value => console.log(JSON.stringify(value));
  say({ version: version(name), ways: ways.map(({ set, does }) => ({ set, does })) });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [what, way, seconds] = line.split(' ');
    say(what === 'time' ? await timed(ways[way], Number(seconds)) : await answered(ways[way]));
  }
}
