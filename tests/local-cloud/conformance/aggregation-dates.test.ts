import type { LocalCloud } from '../../../scripts/local-cloud/start';
import { startTestCloud } from '../support/cloud';
import { nodeClient, run, wxClient, type Client } from './support/both-sdks';
import type { Command } from './support/sdk-types';

let cloud: LocalCloud;
let clients: Record<Client['name'], Client>;

beforeAll(async () => {
  cloud = await startTestCloud();
  clients = { 'node-sdk': nodeClient(cloud.url), 'wx-server-sdk': wxClient(cloud.url) };
  await clients['node-sdk'].add('plain', {
    _id: 'a',
    nothing: null,
    at: new Date('2026-11-23T02:48:26.789Z'),
    // A Friday in the last ISO week of the year before, and before the year's first Sunday.
    newYear: new Date('2027-01-01T00:00:00.000Z'),
  });
});
afterAll(() => cloud.close());

type Expression = ($: Command['aggregate']) => unknown;

/** Operator and case, the expression, its value. MongoDB's manual on each operator is the source. */
const expressions: [string, Expression, unknown][] = [
  ['dateFromParts', ($) => $.dateFromParts({ year: 2027, month: 1, day: 1 }), new Date('2027-01-01T00:00:00.000Z')],
  [
    'dateFromParts in a zone',
    ($) => $.dateFromParts({ year: 2027, month: 1, day: 1, hour: 8, timezone: 'Asia/Shanghai' }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  [
    'dateFromParts beyond a month',
    ($) => $.dateFromParts({ year: 2026, month: 13, day: 1 }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  [
    'dateFromString',
    ($) => $.dateFromString({ dateString: '2027-01-01T00:00:00.000Z' }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  [
    'dateFromString of a day',
    ($) => $.dateFromString({ dateString: '2027-01-01' }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  [
    'dateFromString in a zone',
    ($) => $.dateFromString({ dateString: '2027-01-01T08:00:00', timezone: '+08:00' }),
    new Date('2027-01-01T00:00:00.000Z'),
  ],
  [
    'dateFromString with a format',
    ($) => $.dateFromString({ dateString: '01/02/2027', format: '%d/%m/%Y' }),
    new Date('2027-02-01T00:00:00.000Z'),
  ],
  ['dateFromString of null', ($) => $.dateFromString({ dateString: '$nothing', onNull: 'none' }), 'none'],
  ['dateToString', ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }), '2026-11-23 02:48:26.789'],
  ['dateToString by itself', ($) => $.dateToString({ date: '$at' }), '2026-11-23T02:48:26.789Z'],
  [
    'dateToString in a zone',
    ($) => $.dateToString({ date: '$at', format: '%H:%M %z', timezone: 'Asia/Shanghai' }),
    '10:48 +0800',
  ],
  [
    'dateToString of weeks and days',
    ($) => $.dateToString({ date: '$newYear', format: '%G-W%V-%u %j %U %w %%' }),
    '2026-W53-5 001 00 6 %',
  ],
  ['dateToString of null', ($) => $.dateToString({ date: '$nothing', format: '%Y', onNull: 'none' }), 'none'],
  ['dayOfMonth', ($) => $.dayOfMonth('$at'), 23],
  ['dayOfWeek', ($) => $.dayOfWeek('$at'), 2],
  ['dayOfYear', ($) => $.dayOfYear('$at'), 327],
  ['isoDayOfWeek', ($) => $.isoDayOfWeek('$at'), 1],
  ['isoWeek', ($) => $.isoWeek('$newYear'), 53],
  ['isoWeekYear', ($) => $.isoWeekYear('$newYear'), 2026],
  ['week', ($) => $.week('$at'), 47],
  ['week before the first Sunday', ($) => $.week('$newYear'), 0],
  ['millisecond', ($) => $.millisecond('$at'), 789],
  ['minute', ($) => $.minute('$at'), 48],
  ['month', ($) => $.month('$at'), 11],
  ['second', ($) => $.second('$at'), 26],
  ['hour', ($) => $.hour('$at'), 2],
  ['hour in a zone', ($) => $.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 10],
  ['year', ($) => $.year('$at'), 2026],
  ['year of null', ($) => $.year('$nothing'), null],
];

describe.each(['node-sdk', 'wx-server-sdk'] as const)('a date expression of the %s', (name) => {
  test.each(expressions)('%s', async (_title, expression, value) => {
    const client = clients[name];
    const fields = { _id: 0, value: expression(client.command.aggregate) };
    expect(await run(client.aggregate('plain').project(fields))).toEqual([{ value }]);
  });
});
