import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { statSync } from 'node:fs';
import { writeBackup } from './vault/backup';
import { Vault } from './vault/vault';

const help = `Writes polls with all that their rights rest on into one file: ballots, logs, teams, texts, pictures. People may vote meanwhile.

  npm run backup -- --out FILE CLOUD              every poll, and the installation's settings
  npm run backup -- --out FILE --poll ID CLOUD    one poll

  --out FILE  where to write; one that is there is not replaced
  --poll ID   one poll alone
  --move      makes the polls stand still here first, for good, so that they may go on elsewhere: npm run restore -- --continue.
              Waits two minutes, until all that was under way has arrived. npm run admin -- thaw takes it back
  --traces    takes along what ballots keep for a while against rigging (see docs/fairplay.md); delete the file when they have to be forgotten
  CLOUD       --local URL for a local cloud, or --env ENVIRONMENT with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set
  --help      this text

In the file are identities and what people wrote in confidence: keep it as you keep the database. No key of the installation is in it; polls'
secrets are, wrapped by MASTER_KEY. So the key file (npm run keys) has to be kept too, apart: without it no poll goes on. See docs/operations.md.
`;

/** How long what was under way when polls were made to stand still may last: the age of what instances know, and two firings of the timer. */
const settling = 130_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      poll: { type: 'string' },
      move: { type: 'boolean', default: false },
      traces: { type: 'boolean', default: false },
      local: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const { out, poll, move, traces } = values;
  if (out === undefined) throw new Error('say where to write: --out FILE');
  if (statSync(out, { throwIfNoEntry: false }) !== undefined)
    throw new Error(`${out} is there already; a backup replaces none`);
  const vault = await Vault.open(values);
  const { polls, parts } = await writeBackup(vault, out, {
    poll,
    isMove: move,
    hasTraces: traces,
    now: Date.now(),
    settle: async () => {
      console.log('The polls stand still. Waiting two minutes for what was under way …');
      await wait(settling);
    },
    progress: (line) => console.log(line),
  });
  const bytes = statSync(out).size;
  console.log(
    `wrote ${out}: ${polls.length} polls in ${parts.length} parts, ${(bytes / 1e6).toFixed(1)} MB. Keep the key file apart from it.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
