import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectTo } from './connect';
import { differences, readFixture } from './deploy/probe-fixture';
import { probe, probeCollection, type Finding } from './deploy/probe';

const help = `Sees whether a cloud keeps what the count relies on: one insert of many, unique keys, updates on a condition, order, limits.

  npm run probe -- --env E [--out FILE]      a CloudBase environment; npm run deploy -- apply does it by itself before the timer starts
  npm run probe -- --local URL               a local cloud that has the collection ${probeCollection}

  --out FILE  writes what was seen: codes and numbers, for a test of the local cloud to be held against
  --like FILE says where this cloud answers otherwise than the one of which FILE was written
  --help      this text

It writes into the collection ${probeCollection} alone, and empties it. A promise that is not kept is an exit code of 1: do not open a poll there.
Credentials: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      local: { type: 'string' },
      out: { type: 'string' },
      like: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const there = values.like === undefined ? [] : readFixture(values.like);
  const tell = ({ promise, isKept, saw }: Finding): void =>
    console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${promise}  ${JSON.stringify(saw)}`);
  const findings = await probe(connectTo({ env: values.env, local: values.local }), tell);
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(findings, null, 2)}\n`);
  for (const line of differences(there, findings)) console.log(`OTHER   ${line}`);
  if (findings.some(({ isKept }) => !isKept)) {
    console.error('This cloud does not keep what the count relies on: open no poll here.');
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
