// Runs inside each function instance's thread: loads the deployed bundle as it is and serves one invocation at a time.
// Plain JavaScript, because a thread does not inherit the loader that reads TypeScript, and a function must not either.
'use strict';

const { setImmediate } = require('node:timers');
const { parentPort, workerData } = require('node:worker_threads');
const { loadBundle } = require('./compiled-bundle.cjs');

/** The cloud's clock minus the machine's, in ms; the host writes it, so that tests can move time under the bundle. */
const clockOffset = new Float64Array(workerData.clock);

const MachineDate = Date;

function cloudNow() {
  return MachineDate.now() + clockOffset[0];
}

const CloudDate = new Proxy(MachineDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [cloudNow()] : args, newTarget === CloudDate ? target : newTarget),
  apply: (target) => new target(cloudNow()).toString(),
  get: (target, property) => (property === 'now' ? cloudNow : Reflect.get(target, property)),
});
MachineDate.prototype.constructor = CloudDate;
globalThis.Date = CloudDate;

/** How many invocations the host has sent; it wakes whoever waits for the next. */
const sent = new Int32Array(workerData.sent);
let served = 0;

let main;
let keepCompiled;
try {
  const bundle = loadBundle(workerData.entry, workerData.compiledDir);
  main = bundle.exports.main;
  keepCompiled = bundle.keep;
  if (typeof main !== 'function') throw new Error(`${workerData.entry} exports no function main`);
  parentPort.postMessage({ type: 'ready' });
} catch (error) {
  parentPort.postMessage({ type: 'unloadable', message: describe(error) });
}

/** The names of the environment variables that the last invocation set; they are that caller's and nobody else's. */
let callersVariables = [];

parentPort.on('message', ({ event, environment, context }) => {
  for (const name of callersVariables) delete process.env[name];
  Object.assign(process.env, environment);
  callersVariables = Object.keys(environment);
  served += 1;
  const number = served;
  // What happened to open connections while the thread stood still is heard of first.
  setImmediate(() => void run(event, context, number));
});

async function run(event, context, number) {
  let answer;
  try {
    const result = await main(JSON.parse(event), context);
    answer = { type: 'returned', text: JSON.stringify(result ?? null) ?? 'null' };
  } catch (error) {
    answer = { type: 'threw', message: describe(error) };
  }
  if (number === 1) keepCompiled();
  parentPort.postMessage(answer);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  // As in the cloud, an instance that has answered stands still: what it did not wait for goes on with its next invocation, if ever.
  Atomics.wait(sent, 0, number);
}

/** Resolves once the host has what was written to the log. */
function flushed(stream) {
  return stream.writableLength === 0 ? undefined : new Promise((resolve) => stream.write('', resolve));
}

function describe(error) {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
