import { ballotRuleText, countPolicyText, paceSentences, ruleSentences } from '../../../miniprogram/text/rules';

test.each([
  [{ period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 } }, '每天一票，每票选 3–10 项'],
  [{ period: 'once', ballotsPerPeriod: 1, choices: { min: 10, max: 10 } }, '每人一票，每票选 10 项'],
  [{ period: 'daily', ballotsPerPeriod: 5, choices: { min: 1, max: 1 } }, '每天 5 票，每票选 1 项'],
] as const)('%j is read as %s', (rules, sentence) => {
  expect(ballotRuleText(rules, '项')).toBe(sentence);
});

test('the sentences name the cap, each group and when counts are public', () => {
  const sentences = ruleSentences(
    {
      period: 'daily',
      ballotsPerPeriod: 5,
      choices: { min: 1, max: 1 },
      perCandidate: 1,
      groups: [{ id: 'g', name: '养老', min: 0, max: 1 }],
    },
    { kind: 'daily', at: '18:00' },
    '位',
  );
  expect(sentences).toEqual([
    '每天 5 票，每票选 1 位。',
    '同一位每天最多投 1 票。',
    '“养老”选 0–1 位。',
    '投出以后不能改。',
    '票数每天 18:00 公布。',
  ]);
});

test('each count policy says when counts are public', () => {
  expect(countPolicyText({ kind: 'live' })).toBe('票数满 20 票更新一次，人少时每小时更新');
  expect(countPolicyText({ kind: 'live', step: 1 })).toBe('票数每票即时更新');
  expect(countPolicyText({ kind: 'afterClose' })).toBe('票数在投票截止后公布');
});

test('where the count moves with each ballot, voters are told what that lets others see', () => {
  const rules = { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } } as const;
  expect(ruleSentences(rules, { kind: 'live', step: 1 }, '项').at(-1)).toBe('盯着票数看的人，可能猜出一张票是谁投的。');
  expect(paceSentences({ kind: 'live', step: 1 })).toContain('可能猜出一张票是谁投的');
  for (const policy of [{ kind: 'live' }, { kind: 'daily', at: '18:00' }, { kind: 'afterClose' }] as const) {
    expect(ruleSentences(rules, policy, '项').join('')).not.toContain('猜');
    expect(paceSentences(policy)).toMatch(
      /满 20 票更新一次，人少时每小时更新.*投票结束前几分钟不更新，结束后一起公布。$/,
    );
  }
});
