import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartColours } from '../../../../miniprogram/packages/dashboard/charts/chart-colours';
import { trendOption } from '../../../../miniprogram/packages/dashboard/charts/trend-chart/trend-option';
import { dashboardView, type Shown } from '../../../../miniprogram/packages/dashboard/dashboard/dashboard.view';
import type { Dashboard, DashboardPoll } from '../../../../miniprogram/packages/dashboard/services/dashboard';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const now = at('2026-11-24T19:26');

const dashboard: Dashboard = {
  asOf: now,
  toDos: [{ kind: 'acts', count: 2 }],
  ballots: {
    total: 12_904,
    byHour: [{ at: at('2026-11-24T18:00'), count: 4074 }],
    byChannel: [
      { channel: '', name: '未标明', count: 2904 },
      { channel: 'card', name: '群聊卡片', count: 6000 },
      { channel: 'share', name: '群聊卡片', count: 4000 },
    ],
  },
  visits: { total: 20_000, byHour: [], byChannel: [] },
  standings: { hidden: true, nextAt: at('2026-11-25T18:00') },
};

// Only what the view reads.
const poll = {
  title: '十佳实事',
  status: 'published',
  stage: 'voting',
  stages: { voting: at('2026-11-20T09:00'), verifying: at('2026-11-30T18:00') },
} as DashboardPoll;

const log = { origin: 'x', key: 'x', files: 'cloud://x/log', size: 12_000 };
const shown: Shown = {
  poll,
  dashboard,
  standings: { hidden: true, nextAt: 0, ballots: 12_900, asOf: 0, step: 20, log },
  span: 'day',
  now,
};

test('to-dos, three figures and the day of the vote stand first', () => {
  expect(dashboardView(shown)).toMatchObject({
    when: '第 5 天，共 11 天 · 11月30日 18:00 截止',
    toDos: [{ kind: 'acts', title: '2 件事等另一位同意' }],
    figures: [
      { label: '已计入选票', figure: '12,904' },
      { label: '今天到 19:26', figure: '4,074' },
      { label: '访问（约）', figure: '20,000' },
    ],
    unfinished: '今天未完',
    note: '截至 今天 19:26，满 20 票更新一次，人少时每小时更新。访问量是约数：每小时同一人约计一次，少数没有记到。',
  });
});

test('the numbers are those of the last release, and say so', () => {
  const asOf = at('2026-11-23T23:00');
  const late = dashboardView({ ...shown, dashboard: { ...dashboard, asOf } });
  expect(late.figures[1]).toEqual({ label: '昨天到 23:00', figure: '0' });
  expect(late.note).toMatch(/^截至 昨天 23:00，满 20 票更新一次/);
  // What is ahead is seen from now, not from that release.
  expect(late.trend.find(({ label }) => label === '11月24日')).toMatchObject({ isAhead: false, isUnfinished: true });
  const before = dashboardView({ ...shown, dashboard: { ...dashboard, asOf: now + 60_000 } });
  expect(before.figures[1]?.label).toBe('今天');
  const draft = dashboardView({ ...shown, standings: undefined });
  expect(draft.note).toMatch(/^访问量是约数/);
});

test('while counts are hidden the team sees neither ranking nor groups, and is told until when', () => {
  const view = dashboardView(shown);
  expect(view).toMatchObject({ ranking: [], groups: [] });
  expect(view.hidden).toContain('明天 18:00 公布');
});

test('released counts show the first places and the groups’ shares, without those that left', () => {
  const each = { number: 1, votes: 9, rank: 1, participation: 'standing' as const };
  const view = dashboardView({
    ...shown,
    dashboard: {
      ...dashboard,
      standings: {
        hidden: false,
        asOf: now,
        isFinal: false,
        ranking: [
          { ...each, candidateId: 'a', name: '甲' },
          { ...each, candidateId: 'b', name: '乙', rank: null, participation: 'withdrawn' },
        ],
        groups: [
          { id: 'g', name: '民生', votes: 3 },
          { id: 'h', name: '交通', votes: 1 },
        ],
      },
    },
  });
  expect(view.hidden).toBe('');
  expect(view.ranking.map(({ name }) => name)).toEqual(['甲']);
  expect(view.groups.map(({ share }) => share)).toEqual(['75.0%', '25.0%']);
});

test('channels that mean the same stand as one, the most first', () => {
  expect(dashboardView(shown).channels).toMatchObject([
    { name: '群聊卡片', share: '77.5%' },
    { name: '没有标明', share: '22.5%' },
  ]);
});

test('a poll of chat groups shows each group’s ballots and visits, in words where a number would point to somebody', () => {
  expect(dashboardView(shown).turnout).toEqual([]);
  const group = { id: 'a', name: '三单元', ballots: 1_204, visits: 3_000 };
  const turnoutOf = (...turnout: NonNullable<Dashboard['turnout']>) =>
    dashboardView({ ...shown, dashboard: { ...dashboard, turnout } });
  expect(turnoutOf(group)).toMatchObject({
    turnout: [{ ballots: '1,204', visits: '3,000', spoken: '三单元，选票 1,204，访问 3,000' }],
    turnoutHint: '',
  });
  expect(turnoutOf({ ...group, ballots: 'few' })).toMatchObject({
    turnout: [{ ballots: '少于 10', visits: '3,000' }],
    turnoutHint: '少于 10 的不写具体数，免得推出是谁投的。',
  });
  const both = turnoutOf({ ...group, ballots: 'few' }, { ...group, id: 'b', ballots: 'withheld' });
  expect(both.turnout.map(({ ballots }) => ballots)).toEqual(['少于 10', '不单列']);
  expect(both.turnoutHint).toContain('也不单列');
});

test('the funnel goes from opening to casting, and is left out where it would stand on its head', () => {
  expect(dashboardView(shown).funnel.map(({ label }) => label)).toEqual(['打开评选 20,000', '选票计入 12,904']);
  const view = dashboardView({ ...shown, dashboard: { ...dashboard, visits: { ...dashboard.visits, total: 5 } } });
  expect(view.funnel).toEqual([]);
  expect(view.funnelText).toContain('访问是约数');
});

test('the log says how much is public, and moves with the rest; a draft has none', () => {
  expect(dashboardView(shown).log).toMatchObject({ isPublic: true, detail: '已公开 12,000 条 · 和这里的票数一起更新' });
  expect(dashboardView({ ...shown, standings: undefined }).log).toMatchObject({ isPublic: false });
});

test('an unfinished bar is told apart without colour: hatched, or outlined where a phone cannot hatch', () => {
  const { trend } = dashboardView(shown);
  const look = { colours: chartColours.light, scale: 1 };
  const hatched = JSON.stringify(trendOption(trend, { ...look, hatches: true }));
  const outlined = JSON.stringify(trendOption(trend, { ...look, hatches: false }));
  expect(hatched).toContain('"decal"');
  expect(outlined).not.toContain('"decal"');
  expect(outlined).toContain('"borderWidth":1.5');
});

test('the charts’ colours are the tokens', () => {
  const sheet = readFileSync(path.resolve(__dirname, '../../../../miniprogram/styles/colours.wxss'), 'utf8');
  const [light = '', dark = ''] = [/page,\n\.theme-light \{([^}]*)\}/, /\n\.theme-dark \{([^}]*)\}/].map(
    (rule) => rule.exec(sheet)?.[1] ?? '',
  );
  const token = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  for (const [name, value] of Object.entries(chartColours.light)) expect(light).toContain(`${token(name)}: ${value};`);
  for (const [name, value] of Object.entries(chartColours.dark)) expect(dark).toContain(`${token(name)}: ${value};`);
});
