// Four projects, told apart by folder, by what a test needs around it. `unit` takes whatever the others leave,
// so that no test file can be forgotten.

/** Runs real functions on a local cloud. */
const cloud = [
  'tests/local-cloud',
  'tests/functions',
  'tests/cloudfunctions/(?!shared/)[^/]+',
  'tests/cloudfunctions/shared/(usecases|store)',
];
/** Renders a component in jsdom by miniprogram-simulate. */
const component = ['tests/miniprogram/(.+/)?components'];
/** Drives Chromium. */
const browser = ['tests/preview', 'tests/e2e', 'tests/website'];

/** ESM-only packages, which jest cannot require as they are. */
const esmOnly = ['@noble/hashes', '@stablelib', 'hucre'];

const shared = {
  rootDir: __dirname,
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/tests/support/jest/esbuild-transformer.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  // Jest takes `testTimeout` for all projects alike or not at all, so a set-up file sets it.
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest/fail-on-console.cjs', '<rootDir>/tests/support/jest/patience.cjs'],
  restoreMocks: true,
};

function project(displayName, folders, more) {
  return { ...shared, displayName, testRegex: folders.map((folder) => `/${folder}/(.+/)?[^/]+\\.test\\.ts$`), ...more };
}

module.exports = {
  // Two cores are what we promise to run on, and Chromium or a local cloud takes one of them.
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/jest/slowest-first.cjs',
  // What jest compares is the heap, about 120 MB of which is still in use after any number of files. A process is four times as large:
  // each local cloud's threads leave memory behind that the allocator keeps. A worker that has grown starts afresh.
  workerIdleMemoryLimit: '200MB',
  projects: [
    project('unit', ['tests'], {
      testEnvironment: 'node',
      testPathIgnorePatterns: [...cloud, ...component, ...browser].map((folder) => `<rootDir>/${folder}/`),
    }),
    project('cloud', cloud, { testEnvironment: 'node' }),
    project('component', component, {
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/tests/support/jest/mini-program-globals.cjs'],
    }),
    project('browser', browser, { testEnvironment: '<rootDir>/tests/support/jest/look-back.cjs' }),
  ],
};
