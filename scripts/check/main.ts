// `npm run check`: everything that can be said about the sources without running them.
import { availableParallelism } from 'node:os';
import { runStep, type Outcome } from './run-step';
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
  const outcomes: Outcome[] = [];

  async function lane(): Promise<void> {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step);
      outcomes.push(outcome);
      console.log(
        `${outcome.passed ? '✓' : '✗'} ${outcome.name.padEnd(20)} ${outcome.seconds.toFixed(1).padStart(5)} s`,
      );
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));

  const failures = outcomes.filter(({ passed }) => !passed);
  for (const { name, output, command } of failures) {
    console.error(`\n── ${name} ── ${command}\n${output.trimEnd()}`);
  }
  process.exitCode = failures.length > 0 ? 1 : 0;
}

void main();
