import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { messageOf, nodeClient, run, wxClient, type Client } from './support/both-sdks';
import type { Command } from './support/sdk-types';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

const document = {
  _id: 'a',
  n: 7,
  negative: -2.5,
  text: 'Hello 世界',
  words: 'a,b,c',
  list: [3, 1, 2],
  empty: [],
  items: [{ k: 1 }, { k: 2 }],
  deep: { x: 1, y: 2 },
  pairs: [
    { k: 'p', v: 1 },
    { k: 'q', v: 2 },
  ],
  nothing: null,
  yes: true,
  at: new Date('2026-11-23T02:48:26.789Z'),
  newYear: new Date('2027-01-01T00:00:00.000Z'),
};

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
  await clients['node-sdk'].add('plain', document);
});
afterAll(() => cloud.close());

type Expression = ($: Command['aggregate']) => unknown;

/** Operator and case, the expression, its value. MongoDB's manual on each operator is the source. */
const expressions: [string, Expression, unknown][] = [
  ['abs', ($) => $.abs('$negative'), 2.5],
  ['add', ($) => $.add(['$n', 1, 2]), 10],
  ['add to a date', ($) => $.add(['$newYear', 1000]), new Date('2027-01-01T00:00:01.000Z')],
  ['add of null', ($) => $.add(['$n', '$nothing']), null],
  ['ceil', ($) => $.ceil('$negative'), -2],
  ['divide', ($) => $.divide(['$n', 2]), 3.5],
  ['exp', ($) => $.exp(0), 1],
  ['floor', ($) => $.floor('$negative'), -3],
  ['ln', ($) => $.ln(1), 0],
  ['log', ($) => $.log([8, 2]), 3],
  ['log10', ($) => $.log10(1000), 3],
  ['mod', ($) => $.mod(['$n', 4]), 3],
  ['mod of a negative', ($) => $.mod([-7, 4]), -3],
  ['multiply', ($) => $.multiply(['$n', 2, 0.5]), 7],
  ['pow', ($) => $.pow([2, 10]), 1024],
  ['sqrt', ($) => $.sqrt(16), 4],
  ['subtract', ($) => $.subtract(['$n', 10]), -3],
  ['subtract of dates in ms', ($) => $.subtract(['$newYear', new Date('2026-12-31T23:59:59.000Z')]), 1000],
  ['subtract of ms from a date', ($) => $.subtract(['$newYear', 1000]), new Date('2026-12-31T23:59:59.000Z')],
  ['trunc', ($) => $.trunc('$negative'), -2],
  ['arrayElemAt', ($) => $.arrayElemAt(['$list', 0]), 3],
  ['arrayElemAt from the end', ($) => $.arrayElemAt(['$list', -1]), 2],
  ['arrayToObject', ($) => $.arrayToObject('$pairs'), { p: 1, q: 2 }],
  ['concatArrays', ($) => $.concatArrays(['$list', ['x']]), [3, 1, 2, 'x']],
  ['concatArrays with null', ($) => $.concatArrays(['$list', '$nothing']), null],
  ['filter', ($) => $.filter({ input: '$list', as: 'item', cond: $.gt(['$$item', 1]) }), [3, 2]],
  ['in', ($) => $.in([2, '$list']), true],
  ['indexOfArray', ($) => $.indexOfArray(['$list', 2]), 2],
  ['indexOfArray of nothing', ($) => $.indexOfArray(['$list', 9]), -1],
  ['isArray', ($) => $.isArray('$list'), true],
  ['isArray of a number', ($) => $.isArray('$n'), false],
  ['map', ($) => $.map({ input: '$list', as: 'item', in: $.multiply(['$$item', 2]) }), [6, 2, 4]],
  ['range', ($) => $.range([0, 10, 4]), [0, 4, 8]],
  ['range downwards', ($) => $.range([3, 0, -1]), [3, 2, 1]],
  ['reduce', ($) => $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  ['reverseArray', ($) => $.reverseArray('$list'), [2, 1, 3]],
  ['size', ($) => $.size('$list'), 3],
  ['slice', ($) => $.slice(['$list', 2]), [3, 1]],
  ['slice from the end', ($) => $.slice(['$list', -2]), [1, 2]],
  ['slice with a position', ($) => $.slice(['$list', 1, 1]), [1]],
  [
    'zip',
    ($) => $.zip({ inputs: ['$list', ['a', 'b']] }),
    [
      [3, 'a'],
      [1, 'b'],
    ],
  ],
  ['and', ($) => $.and(['$yes', '$n']), true],
  ['and of a 0', ($) => $.and(['$yes', 0]), false],
  ['not', ($) => $.not(['$yes']), false],
  ['or', ($) => $.or(['$nothing', '$n']), true],
  ['cmp', ($) => $.cmp(['$n', 9]), -1],
  ['eq', ($) => $.eq(['$n', 7]), true],
  ['eq minds the order of an array', ($) => $.eq(['$list', [1, 2, 3]]), false],
  ['eq minds the order of fields', ($) => $.eq(['$deep', { y: 2, x: 1 }]), false],
  ['gt', ($) => $.gt(['$n', 6]), true],
  ['gt goes by the order of types', ($) => $.gt(['$text', '$n']), true],
  ['gte', ($) => $.gte(['$n', 7]), true],
  ['lt', ($) => $.lt(['$n', 7]), false],
  ['lt of a missing field and null', ($) => $.lt(['$none', '$nothing']), true],
  ['lte', ($) => $.lte(['$n', 7]), true],
  ['neq', ($) => $.neq(['$n', 7]), false],
  ['cond', ($) => $.cond({ if: $.gt(['$n', 5]), then: 'big', else: 'small' }), 'big'],
  ['cond as a list', ($) => $.cond([false, 1, 2]), 2],
  ['ifNull', ($) => $.ifNull(['$none', 'instead']), 'instead'],
  [
    'switch',
    ($) =>
      $.switch({
        branches: [
          { case: false, then: 1 },
          { case: '$yes', then: 2 },
        ],
        default: 3,
      }),
    2,
  ],
  ['switch, its default', ($) => $.switch({ branches: [{ case: false, then: 1 }], default: 3 }), 3],
  ['literal', ($) => $.literal('$n'), '$n'],
  ['mergeObjects', ($) => $.mergeObjects(['$deep', { y: 3, z: 4 }]), { x: 1, y: 3, z: 4 }],
  [
    'objectToArray',
    ($) => $.objectToArray('$deep'),
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  ['allElementsTrue', ($) => $.allElementsTrue([['$yes', 1]]), true],
  ['anyElementTrue', ($) => $.anyElementTrue([[false, 0]]), false],
  ['setDifference', ($) => $.setDifference(['$list', [1]]), [3, 2]],
  ['setEquals', ($) => $.setEquals(['$list', [1, 2, 3, 3]]), true],
  ['setIntersection', ($) => $.size($.setIntersection(['$list', [1, 2, 9]])), 2],
  ['setIsSubset', ($) => $.setIsSubset([[1, 2], '$list']), true],
  ['setUnion', ($) => $.size($.setUnion(['$list', [1, 9]])), 4],
  ['concat', ($) => $.concat(['$words', '!']), 'a,b,c!'],
  ['concat with null', ($) => $.concat(['$words', '$nothing']), null],
  ['indexOfBytes counts bytes', ($) => $.indexOfBytes(['$text', '界']), 9],
  ['indexOfCP counts characters', ($) => $.indexOfCP(['$text', '界']), 7],
  ['split', ($) => $.split(['$words', ',']), ['a', 'b', 'c']],
  ['strLenBytes', ($) => $.strLenBytes('$text'), 12],
  ['strLenCP', ($) => $.strLenCP('$text'), 8],
  ['strcasecmp', ($) => $.strcasecmp(['HELLO', 'hello']), 0],
  ['substr', ($) => $.substr(['$text', 0, 5]), 'Hello'],
  ['substr of all that follows', ($) => $.substr(['$words', 2, -1]), 'b,c'],
  ['substr beyond the end', ($) => $.substr(['$words', 2, 99]), 'b,c'],
  ['substrBytes', ($) => $.substrBytes(['$text', 6, 3]), '世'],
  ['substrCP', ($) => $.substrCP(['$text', 6, 1]), '世'],
  ['toLower', ($) => $.toLower('Hello'), 'hello'],
  ['toUpper', ($) => $.toUpper('Hello'), 'HELLO'],
  ['max of a list', ($) => $.max('$list'), 3],
  ['min of a list', ($) => $.min('$list'), 1],
  ['sum of a list', ($) => $.sum('$list'), 6],
  ['avg of a list', ($) => $.avg('$list'), 2],
  ['stdDevPop of a list', ($) => $.stdDevPop([1, 3]), 1],
  ['stdDevSamp of a list', ($) => $.stdDevSamp([1, 1, 1]), 0],
  ['let', ($) => $.let({ vars: { twice: $.multiply(['$n', 2]) }, in: $.add(['$$twice', 1]) }), 15],
  ...[
    'abs',
    'ceil',
    'exp',
    'floor',
    'ln',
    'log10',
    'sqrt',
    'trunc',
    'reverseArray',
    'objectToArray',
    'month',
    'week',
  ].map((name): [string, Expression, unknown] => [`${name} of null`, () => ({ [`$${name}`]: '$nothing' }), null]),
  ...['divide', 'mod', 'multiply', 'pow', 'subtract', 'log', 'arrayElemAt', 'slice'].map(
    (name): [string, Expression, unknown] => [
      `${name} of a missing field`,
      () => ({ [`$${name}`]: ['$none', 1] }),
      null,
    ],
  ),
  ['indexOfBytes of null', ($) => $.indexOfBytes(['$nothing', 'x']), null],
  ['indexOfCP of null', ($) => $.indexOfCP(['$nothing', 'x']), null],
  ['indexOfArray of null', ($) => $.indexOfArray(['$nothing', 'x']), null],
  ['split of null', ($) => $.split(['$nothing', 'x']), null],
  ['substr of null', ($) => $.substr(['$nothing', 0, 1]), ''],
  ['substrCP of a number', ($) => $.substrCP(['$n', 0, 1]), '7'],
  ['toLower of null', ($) => $.toLower('$nothing'), ''],
  ['setUnion of null', ($) => $.setUnion(['$nothing', [1]]), null],
  ['filter of null', ($) => $.filter({ input: '$nothing', as: 'x', cond: true }), null],
  ['map of null', ($) => $.map({ input: '$nothing', as: 'x', in: 1 }), null],
  ['reduce of null', ($) => $.reduce({ input: '$nothing', initialValue: 0, in: 1 }), null],
  ['zip of null', ($) => $.zip({ inputs: ['$nothing', [1]] }), null],
  [
    'zip to the longest',
    ($) => $.zip({ inputs: [[1], ['a', 'b']], useLongestLength: true, defaults: [0, 0] }),
    [
      [1, 'a'],
      [0, 'b'],
    ],
  ],
  ['dateFromParts of null', ($) => $.dateFromParts({ year: '$nothing' }), null],
  [
    'dateFromParts of an ISO week',
    ($) => $.dateFromParts({ isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 5 }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  ['dateFromString on an error', ($) => $.dateFromString({ dateString: 'x', onError: 'none' }), 'none'],
  ['mergeObjects of null', ($) => $.mergeObjects(['$nothing', { a: 1 }]), { a: 1 }],
  ['sum of what is no number', ($) => $.sum('$text'), 0],
  ['avg of nothing', ($) => $.avg('$empty'), null],
  ['max of nothing', ($) => $.max('$empty'), null],
  ['stdDevSamp of one', ($) => $.stdDevSamp([1]), null],
  ['strcasecmp of null', ($) => $.strcasecmp(['$nothing', 'a']), -1],
  ['a path through an array', () => '$items.k', [1, 2]],
  ['the whole document', ($) => $.size($.objectToArray('$$ROOT')), 14],
];

/** Operator and case, the expression, part of the message. */
const refusals: [string, Expression, string][] = [
  ['substrBytes within a character', ($) => $.substrBytes(['$text', 7, 1]), 'continuation byte'],
  ['substrCP from before the start', ($) => $.substrCP(['$text', -1, 1]), '$substrCP'],
  ['size of null', ($) => $.size('$nothing'), '$size'],
  ['strLenCP of null', ($) => $.strLenCP('$nothing'), '$strLenCP'],
  ['mod by zero', ($) => $.mod(['$n', 0]), "can't $mod by zero"],
  ['divide by zero', ($) => $.divide(['$n', 0]), 'divide'],
  ['in without a list', ($) => $.in([1, '$n']), '$in requires an array'],
  ['an unknown zone', ($) => $.hour({ date: '$at', timezone: 'Nowhere/Land' }), 'unrecognized time zone'],
  ['an unknown letter in a format', ($) => $.dateToString({ date: '$at', format: '%Q' }), 'Invalid format character'],
  ['the year of a text', ($) => $.year('$text'), "can't convert"],
  ['an operator that nobody knows', () => ({ $nothingKnown: 1 }), '$nothingKnown'],
  // Text search and its scores need a text index, which `database.json` cannot declare.
  ['meta', ($) => $.meta('textScore'), '$meta is not offered'],
  // Runs JavaScript in the database; CloudBase does not.
  ['function', () => ({ $function: { body: 'x', args: [], lang: 'js' } }), '$function is not offered'],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('an expression of the %s', (name) => {
  test.each(expressions)('%s', async (_title, expression, value) => {
    const client = clients[name];
    const fields = { _id: 0, value: expression(client.command.aggregate) };
    expect(await run(client.aggregate('plain').project(fields))).toEqual([{ value }]);
  });

  test.each(refusals)('is refused: %s', async (_title, expression, message) => {
    const client = clients[name];
    const fields = { value: expression(client.command.aggregate) };
    expect(await messageOf(run(client.aggregate('plain').project(fields)))).toContain(message);
  });
});
