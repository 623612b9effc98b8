/** One tool's run: the file that Node starts, and its arguments. */
export interface Step {
  name: string;
  command: [file: string, ...args: string[]];
}

const bin = (file: string): string => `node_modules/${file}`;

/** Each folder that is compiled for a world of its own. */
const projects = [
  'cloudfunctions',
  'cloudfunctions/shared/domain',
  'cloudfunctions/shared/universal',
  'miniprogram',
  'scripts',
  'scripts/preview/browser',
  'website',
  'website/recount/worker',
  'tests',
];

const types = projects.map((project): Step => {
  const cache = `.cache/tsc/${project.replaceAll('/', '-')}.json`;
  const command = [bin('typescript/bin/tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', cache] as const;
  return { name: `types ${project.replace(/.*\/(?=.*\/)|cloudfunctions\/shared\//, '')}`, command: [...command] };
});

/** The slowest first, so that two lanes end together. */
export const steps: readonly Step[] = [
  {
    name: 'lint',
    command: [bin('tsx/dist/cli.mjs'), 'scripts/check/lint.ts'],
  },
  ...types,
  {
    name: 'unused code',
    command: [bin('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors'],
  },
  {
    name: 'import boundaries',
    command: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
      ...['cloudfunctions', 'miniprogram', 'scripts', 'tests', 'website'],
    ],
  },
  { name: 'types through WXML', command: [bin('tsx/dist/cli.mjs'), 'scripts/check/wxml.ts'] },
  {
    name: 'format',
    command: [
      bin('prettier/bin/prettier.cjs'),
      ...['--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
    ],
  },
];
