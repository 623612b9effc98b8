// `npm run check`: everything that can be said about the sources without running them.
import { availableParallelism } from 'node:os';
import { runStep } from './run-step';
import { steps } from './steps';

const help = `Says everything about the sources that can be said without running them.

  npm run check [-- STEP …]

  STEP    one of ${steps.map(({ name }) => `"${name}"`).join(', ')}; all of them without one
  --help  this text
`;

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted[0] === '--help') {
    console.log(help);
    return;
  }
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const waiting = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

  async function lane(): Promise<void> {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { name, command, passed, output, seconds } = await runStep(step);
      console.log(`${passed ? '✓' : '✗'} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(5)} s`);
      if (passed) continue;
      // At once, while the others run on: whoever waits can begin to mend.
      console.error(`\n── ${name} ── ${command}\n${output.trimEnd()}\n`);
      process.exitCode = 1;
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
}

void main();
