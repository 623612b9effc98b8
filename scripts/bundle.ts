import { createWriteStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { connectTo } from './connect';
import { bundleOfPoll } from './bundle/bundle-of-poll';

const help = `Writes the bundle of a closed poll: everything that a stranger needs to recount it.

  npm run bundle -- --poll ID --out FILE (--local URL | --env ENVIRONMENT)

  --poll ID          the poll
  --out FILE         where to write; a file that is there is replaced
  --local URL        a local cloud, such as http://127.0.0.1:9100
  --env ENVIRONMENT  a CloudBase environment; set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY
  --help             this text

Then: npm run recount -- FILE
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      poll: { type: 'string' },
      out: { type: 'string' },
      local: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const { poll, out } = values;
  if (poll === undefined || out === undefined) throw new Error('--poll and --out are missing; see --help');
  const { entries } = await bundleOfPoll(connectTo(values), poll, () => createWriteStream(out));
  console.log(`wrote ${out}: ${entries} entries. Recount it by: npm run recount -- ${out}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
