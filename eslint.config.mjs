import js from '@eslint/js';
import { readdirSync } from 'node:fs';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const cloudDoor =
  'wx.cloud is called in miniprogram/services/cloud.ts alone; a procedure is a function of miniprogram/services.';

/** A literal spread into a literal says nothing but that its writer wanted another layout. */
const literalSpread = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Write these properties without the spread; the formatter lays them out.',
};

/** A page's or component's script lies beside its WXML. */
const pages = readdirSync('miniprogram', { recursive: true })
  .filter((file) => file.endsWith('.wxml'))
  .map((file) => `miniprogram/${file.replaceAll('\\', '/').replace(/wxml$/, 'ts')}`);

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.data/', '.cache/', 'screenshots/', '**/miniprogram_npm/']),
  js.configs.recommended,
  { rules: { 'no-restricted-syntax': ['error', literalSpread] } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A write whose promise nobody awaits is lost when the cloud freezes the function.
      '@typescript-eslint/no-floating-promises': 'error',
      // A union that grew must be met everywhere it is told apart.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // The platforms' callbacks (`tap() {…}`) are typed void and may well be async.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `data: { view: loading as View }` is how a page tells its own type; this rule calls it needless.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // Typings promise what older phones do not deliver, and what a look-up by a wrong name does not.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Taste, not faults.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error',
    },
  },
  {
    // What decides belongs into its .view.ts, what keeps state into its session, a group of taps into its own fragment.
    files: pages,
    rules: { 'max-lines': ['error', { max: 120 }] },
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/phone/**', 'miniprogram/services/cloud.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'wx',
          message: `Only a door to the phone speaks to WeChat: write a function in miniprogram/phone and call that. ${cloudDoor}`,
        },
        { name: 'getCurrentPages', message: 'Which pages lie below is asked in miniprogram/phone/navigation.ts.' },
      ],
    },
  },
  {
    files: ['miniprogram/phone/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        literalSpread,
        { selector: 'MemberExpression[object.name="wx"][property.name="cloud"]', message: cloudDoor },
      ],
    },
  },
  {
    files: ['miniprogram/services/cloud.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        literalSpread,
        {
          selector: 'MemberExpression[object.name="wx"][property.name!="cloud"]',
          message: 'This file is the door to the cloud; every other door of the phone is in miniprogram/phone.',
        },
      ],
    },
  },
  {
    // Fakes and the results of jest's matchers are loosely typed by nature.
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // The preview passes on whatever a page hands it, and patches an engine’s methods.
    files: ['scripts/preview/browser/**/*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Declarations describe foreign code as it is.
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'setInterval',
          'clearInterval',
          'require',
          'module',
          'global',
          '__dirname',
          '__filename',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['tests/support/jest/*.cjs'],
    languageOptions: { globals: { afterEach: 'readonly', afterAll: 'readonly', jest: 'readonly' } },
  },
);
