import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** A file of each kind, and what it imports. */
const imports: Record<string, string[]> = {
  'miniprogram/pages/home/home.ts': ['../../../cloudfunctions/shared/contract/poll'],
  'miniprogram/services/polls.ts': ['../../cloudfunctions/shared/domain/rules', '../pages/home/home'],
  'miniprogram/pages/home/cards.ts': ['../../stores/clock'],
  'miniprogram/pages/home/load-cards.ts': ['../../stores/clock'],
  'miniprogram/stores/clock.ts': [],
  'miniprogram/phone/bars.ts': ['../services/polls'],
  'miniprogram/components/card/card.ts': ['../../services/polls'],
  'cloudfunctions/shared/contract/poll.ts': [],
  'cloudfunctions/shared/domain/rules.ts': ['node:fs', '../store/polls'],
  'cloudfunctions/shared/store/polls.ts': ['../usecases/get-poll'],
  'cloudfunctions/shared/usecases/get-poll.ts': ['../../../scripts/seed'],
  'cloudfunctions/shared/universal/stage.ts': ['../domain/rules'],
  'cloudfunctions/shared/usecases/voting/cast.ts': ['../counting/release'],
  'cloudfunctions/shared/usecases/counting/release.ts': [],
  'cloudfunctions/voter/index.ts': ['../shared/store/polls', '../scheduler/index'],
  'cloudfunctions/scheduler/index.ts': [],
  'scripts/seed.ts': ['../tests/polls'],
  'scripts/local-cloud/start.ts': ['../seed'],
  'scripts/preview/server.ts': ['../../miniprogram/services/polls'],
  'scripts/serve.ts': ['../website/recount/main'],
  'website/recount/main.ts': ['node:fs', '../../scripts/seed', '../../cloudfunctions/shared/contract/poll'],
  'tests/polls.ts': [],
};

let folder: string;

beforeAll(() => {
  // Inside of the project, so that the tool finds its packages.
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(path.join(root, '.cache/boundaries-'));
  cpSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
  for (const [file, targets] of Object.entries(imports)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    const lines = targets.map((target, at) => `import * as m${at} from '${target}';\nconsole.log(m${at});\n`);
    writeFileSync(path.join(folder, file), `${lines.join('')}export const x = 1;\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test('an import across a boundary is an error that says where the code belongs', () => {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(root, '.dependency-cruiser.cjs');
  const args = [
    tool,
    '--config',
    config,
    '--output-type',
    'err-long',
    'cloudfunctions',
    'miniprogram',
    'scripts',
    'website',
  ];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

  const found = [...stdout.matchAll(/error ([\w-]+): (\S+)/g)].map(([, rule, file]) => `${rule} ${file}`);
  expect(found).toEqual(
    expect.arrayContaining([
      'client-reaches-the-cloud-by-services miniprogram/pages/home/home.ts',
      'services-import-types-of-the-contract-only miniprogram/services/polls.ts',
      'services-know-no-page miniprogram/services/polls.ts',
      'files-have-a-known-role miniprogram/pages/home/cards.ts',
      'phone-asks-no-procedure miniprogram/phone/bars.ts',
      'components-know-no-business miniprogram/components/card/card.ts',
      'domain-imports-nothing cloudfunctions/shared/domain/rules.ts',
      'universal-imports-nothing cloudfunctions/shared/universal/stage.ts',
      'voting-names-its-neighbours cloudfunctions/shared/usecases/voting/cast.ts',
      'store-maps-and-decides-nothing cloudfunctions/shared/store/polls.ts',
      'nothing-deployed-imports-the-workshop cloudfunctions/shared/usecases/get-poll.ts',
      'entry-starts-the-runtime cloudfunctions/voter/index.ts',
      'functions-do-not-import-each-other cloudfunctions/voter/index.ts',
      'scripts-import-no-tests scripts/seed.ts',
      'local-cloud-knows-no-product scripts/local-cloud/start.ts',
      'preview-knows-no-product scripts/preview/server.ts',
      'website-has-no-node website/recount/main.ts',
      'nothing-deployed-imports-the-workshop website/recount/main.ts',
      'website-knows-what-is-public website/recount/main.ts',
      'nobody-imports-the-website scripts/serve.ts',
    ]),
  );
  expect(found).not.toContain('files-have-a-known-role miniprogram/pages/home/load-cards.ts');
  expect(stdout).toContain('Hand it what it needs as arguments');
  expect(status).not.toBe(0);
});
