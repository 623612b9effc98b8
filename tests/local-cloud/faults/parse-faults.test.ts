import { faultHelp, parseFaults } from '../../../scripts/local-cloud/faults/parse-faults';

test.each([
  ['latency:ms=20-200,rate=0.5', { kind: 'latency', ms: { least: 20, most: 200 }, rate: 0.5 }],
  ['latency:ms=50', { kind: 'latency', ms: { least: 50, most: 50 }, rate: 1 }],
  ['lost:rate=0.01, action=database.insertDocument', { kind: 'lost', rate: 0.01, action: 'insertDocument' }],
  ['error', { kind: 'error', rate: 1, code: 'DATABASE_REQUEST_FAILED' }],
  ['death:when=after,function=voter', { kind: 'death', rate: 1, when: 'after', function: 'voter' }],
  ['cap:plan=entry', { kind: 'cap', perSecond: 30 }],
  ['cap:perSecond=100', { kind: 'cap', perSecond: 100 }],
])('%s is understood', (text, fault) => {
  expect(parseFaults(text)).toEqual({ faults: [fault], seed: '1' });
});

test('several faults and a seed stand in one text', () => {
  const { faults, seed } = parseFaults('timer-twice:rate=0.1; timer-never:rate=0.1 ;seed=7');
  expect(faults.map(({ kind }) => kind)).toEqual(['timer-twice', 'timer-never']);
  expect(seed).toBe('7');
});

test.each([
  ['', '"" names no fault'],
  ['seed=7', 'names no fault'],
  ['gremlins:rate=1', 'there is no fault "gremlins"'],
  ['toString', 'there is no fault "toString"'],
  ['lost:rate=2', 'lost: rate=2 is not above 0 and at most 1'],
  ['lost:rate=often', 'rate=often'],
  ['lost:rate=0', 'rate=0'],
  ['lost:rate', 'lost: rate has no value; write rate=…'],
  ['lost:ms=5', 'the fault lost takes rate, action, collection, function, and not "ms"'],
  ['latency:ms=9-5', 'latency: ms=9-5 is no span'],
  ['latency:ms=99999', 'at most 60000 milliseconds'],
  ['error:action=explode', 'error: action=explode is none of addCollection'],
  ['death:when=later', 'death: when=later is none of before, after, either'],
  ['cap:plan=gold', 'cap: plan=gold is none of entry, personal'],
  ['cap', 'cap: plan= is none of'],
  ['cap:perSecond=many', 'cap: perSecond=many is no number'],
  ['cap:perSecond=0', 'cap: perSecond=0 is no number'],
  ['cap:perSecond=5,plan=entry', 'cap: either plan= or perSecond='],
])('"%s" is refused with a sentence', (text, reason) => {
  expect(() => parseFaults(text)).toThrow(reason);
});

test('every example of the help is understood', () => {
  const examples = [...faultHelp.matchAll(/^ {2}(\S+:\S+)/gm)].map(([, example = '']) => example);
  expect(examples.length).toBeGreaterThanOrEqual(9);
  for (const example of examples) expect(parseFaults(example).faults).toHaveLength(1);
});
