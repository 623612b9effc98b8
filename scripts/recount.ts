import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { outcomeLine } from '../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { progressBar } from './recount/progress-bar';
import { readReceipt } from './recount/read-receipt';
import { recountFile } from './recount/recount-file';
import { describeFailure, describeReport } from './recount/report';

const help = `Recounts polls from their bundles. Needs no network and no database.

  npm run recount -- BUNDLE… [--key KEY] [--checkpoint FILE] [--receipt FILE] [--json]

  --key KEY          the log's verifier key as you know it from elsewhere; without it the bundle's own key is taken at its word
  --checkpoint FILE  a signed checkpoint of the same log that you kept or got from elsewhere; may be given several times
  --receipt FILE     a receipt, the text that the app copies or its JSON alone, whose ballot has to be in the log; may be given several times
  --json             one line of JSON for each bundle
  --help             this text

Ends with 0 when every bundle is sound, 1 when a check fails, 2 when it could not be run.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
      receipt: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(help);
    return values.help ? 0 : 2;
  }
  // As bytes: decoded forgivingly, a broken one would be mended.
  const held = values.checkpoint.map((file) => new Uint8Array(readFileSync(file)));
  const receipts = values.receipt.map(readReceipt);
  const options = { held, receipts, ...(values.key === undefined ? {} : { key: values.key }) };
  let exitCode = 0;
  for (const file of positionals) {
    const bar = progressBar(process.stderr, statSync(file).size);
    const outcome = await recountFile(file, options, bar.show);
    bar.clear();
    if ('code' in outcome) exitCode = 1;
    if (values.json) console.log(outcomeLine(outcome));
    else console.log('code' in outcome ? describeFailure(file, outcome) : describeReport(file, outcome, options));
  }
  return exitCode;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
