import { parseArgs } from 'node:util';
import { readKeys } from './keys/installation-keys';
import { restoreBackup, type RestoredPoll } from './vault/restore';
import { Vault } from './vault/vault';

const help = `Puts the polls of a backup into another environment, or into a local cloud, and counts their logs again there.

  npm run restore -- --from FILE CLOUD                                       polls that were under way stand still here
  npm run restore -- --from FILE --continue --keys KEYS --name NAME CLOUD    they go on here

  --from FILE       what npm run backup wrote
  --poll ID         one poll of it, without the installation's settings
  --continue        polls that were under way go on here, which needs that they stand still where they were: npm run backup -- --move
  --source-is-lost  says that they can go on nowhere else, though nobody made them stand still there; what was cast after the backup is lost
  --keys KEYS       the key file of this installation; it has to hold the keys that the polls began with
  --name NAME       the installation's name in its logs, as before
  CLOUD             --local URL for a local cloud, or --env ENVIRONMENT with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set
  --help            this text

Nothing is overwritten: where anything of these polls is here that differs, nothing is written at all. A run that was killed is completed by the
same command. Deploy first (npm run deploy -- apply), with the same keys.
`;

const states: Record<RestoredPoll['state'], string> = {
  'going on': 'goes on here',
  'standing still': 'stands still here: nobody votes, nothing is counted (--continue, or npm run admin -- thaw)',
  'at its end': 'is at its end, and public',
  draft: 'was not public, and is as it was',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      poll: { type: 'string' },
      continue: { type: 'boolean', default: false },
      'source-is-lost': { type: 'boolean', default: false },
      keys: { type: 'string' },
      name: { type: 'string' },
      local: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const { from, poll, keys, name } = values;
  if (from === undefined) throw new Error('say what to restore: --from FILE');
  if ((keys === undefined) !== (name === undefined)) throw new Error('--keys and --name come together');
  const restored = await restoreBackup(await Vault.open(values), from, {
    poll,
    isContinued: values.continue,
    isSourceLost: values['source-is-lost'],
    ...(keys === undefined || name === undefined ? {} : { keys: { keys: readKeys(keys), logName: name } }),
    now: Date.now(),
    progress: (line) => console.log(line),
  });
  for (const { id, title, state, log } of restored.polls) {
    const counted = log === undefined ? 'no log yet' : `counted again, ${log.size} entries, ${log.root}`;
    console.log(`${id} 《${title}》 ${states[state]}; ${counted}`);
  }
  console.log(
    `put in ${restored.documents} documents and ${restored.files} files; what was there already was the same.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
