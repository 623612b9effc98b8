import { storageAddress } from '../../../../../miniprogram/installation';
import type { CandidatePage } from '../../../../../miniprogram/packages/voter/timeline/timeline-candidate.view';
import { timelineView, type PollPage } from '../../../../../miniprogram/packages/voter/timeline/timeline.view';
import type { NoPublicPoll, PublicPoll } from '../../../../../miniprogram/services/public-files';
import { publicFiles } from '../../../public-files';
import { now, votingEndAt, votingStartAt } from '../../../samples';

const hour = 3_600_000;

function show(found: PublicPoll | NoPublicPoll, candidateId = '', clock = now) {
  return timelineView(found, { candidateId, clock, seed: 7 });
}

function pollPage(found: PublicPoll, clock = now): PollPage {
  const view = show(found, '', clock);
  if (view.kind !== 'poll') throw new Error(`it shows ${view.kind}`);
  return view;
}

function candidatePage(found: PublicPoll, id: string, clock = now): CandidatePage {
  const view = show(found, id, clock);
  if (view.kind !== 'candidate') throw new Error(`it shows ${view.kind}`);
  return view;
}

/** Counts that come only after the close. */
const hidden = publicFiles({ countPolicy: 'afterClose' }, { shown: null, nextAt: votingEndAt + 60_000 });

describe('a poll in the timeline', () => {
  it('says what it is, whose it is, where it stands and until when', () => {
    expect(pollPage(publicFiles())).toMatchObject({
      cover: `${storageAddress}/media/cover.jpg`,
      titleLines: ['2026年度', '十佳为民服务实事'],
      hosts: ['云川市人民政府办公室 主办'],
      phase: 'open',
      stage: 'voting',
      deadline: { lead: '投票到', at: '11月30日 18:00', left: '还有 6 天' },
      candidateCount: '4 项候选',
    });
  });

  it('shows the ranking that was released, its time, and the line behind the winners', () => {
    const { count, items } = pollPage(publicFiles());
    expect(count).toMatchObject({ kind: 'released', asOf: '11月24日 9:40', ballots: '40', cut: '前 2 名将入选' });
    if (count?.kind !== 'released') throw new Error('no count');
    expect(count.inside.map(({ rank, name, votes, share }) => [rank, name, votes, share])).toEqual([
      ['1', '电梯', '30', '75.0%'],
      ['2', '书房', '20', '50.0%'],
    ]);
    expect(count.outside.map(({ name }) => name)).toEqual(['食堂', '公园']);
    expect(items).toEqual([]);
  });

  it('shows the candidates with their pictures and no figure while counts are hidden', () => {
    const page = pollPage(hidden);
    expect(page.count).toMatchObject({ kind: 'withheld', title: '票数还没有公布', ballots: '已计入 40 张选票' });
    expect(page.items.map(({ name }) => name).sort()).toEqual(['书房', '公园', '电梯', '食堂']);
    expect(page.items.every(({ picture }) => picture.startsWith(`${storageAddress}/media/`))).toBe(true);
    expect(JSON.stringify(page)).not.toMatch(/"votes"|%/);
  });

  it.each([
    'https://elsewhere.example/1.jpg',
    '../../../elsewhere/1.jpg',
    '//elsewhere.example/1.jpg',
    'cloud://a.b/1.jpg',
  ])('shows no picture from elsewhere, as %s', (picture) => {
    const { poll, standings } = hidden;
    const candidates = poll.candidates.map((each) => ({ ...each, picture }));
    const page = pollPage({ poll: { ...poll, candidates, cover: picture }, standings });
    expect([page.cover, ...page.items.map((item) => item.picture)]).toEqual(['', '', '', '', '']);
  });

  it('has candidates in an order of the opening’s own', () => {
    const { poll, standings } = hidden;
    const many = Array.from({ length: 30 }, (_, at) => ({ id: `c${at}`, number: at + 1, name: `${at}`, unit: '' }));
    const found = { poll: { ...poll, candidates: many }, standings };
    const order = (seed: number) => {
      const view = timelineView(found, { candidateId: '', clock: now, seed });
      return view.kind === 'poll' ? view.items.map(({ id }) => id) : [];
    };
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
    expect(order(1)).toHaveLength(30);
  });

  it('says that nothing is counted yet where the first ballot has not come', () => {
    const { count, items } = pollPage(publicFiles({}, { ballots: 0, shown: null }));
    const nothing = { kind: 'withheld', title: '还没有选票计入', detail: expect.any(String), ballots: '' };
    expect(count).toEqual({ ...nothing, pace: '' });
    expect(items).toHaveLength(4);
  });

  it('says nothing of counts before the vote', () => {
    const found = publicFiles({}, { ballots: 0, shown: null, at: votingStartAt - 3 * hour });
    const page = pollPage(found, votingStartAt - 2 * hour);
    expect(page).toMatchObject({ phase: 'before', count: null, deadline: { lead: '投票开始' } });
  });

  it('no longer invites to vote after the close', () => {
    const found = publicFiles({}, { final: true });
    const page = pollPage(found, votingEndAt + hour);
    expect(page).toMatchObject({ phase: 'after', count: { asOfLabel: '最终票数' } });
    expect(page.guide).not.toContain('要投票');
    expect(pollPage(found).guide).toContain('要投票');
  });

  it('takes the file’s time where the phone’s clock is behind it', () => {
    expect(pollPage(publicFiles(), now - 30 * 24 * hour)).toMatchObject({ phase: 'open' });
  });

  it('marks who is frozen in its place, and lists who withdrew without one', () => {
    const { poll, standings } = publicFiles();
    const candidates = poll.candidates.map((each) => ({
      ...each,
      ...(each.id === 'c2' ? { frozen: true as const } : {}),
      ...(each.id === 'c3' ? { withdrawn: true as const } : {}),
    }));
    const { count } = pollPage({ poll: { ...poll, candidates }, standings });
    if (count?.kind !== 'released') throw new Error('no count');
    expect([...count.inside, ...count.outside].map(({ rank, name, note }) => [rank, name, note])).toEqual([
      ['1', '电梯', '暂停投票'],
      ['2', '食堂', ''],
      ['3', '公园', ''],
      ['–', '书房', '已退出评选'],
    ]);
  });

  it('lists sixty of many, and says how many more there are', () => {
    const candidates = Array.from({ length: 75 }, (_, at) => ({
      id: `c${at}`,
      number: at + 1,
      name: `${at}`,
      unit: '',
    }));
    const ranked = pollPage(publicFiles({ candidates }));
    if (ranked.count?.kind !== 'released') throw new Error('no count');
    expect(ranked.count.inside.length + ranked.count.outside.length).toBe(60);
    expect(ranked.more).toBe('还有 15 项，前往小程序可以看全');
    expect(pollPage(publicFiles({ candidates }, { shown: null })).items).toHaveLength(60);
  });
});

describe('a candidate in the timeline', () => {
  it('shows its picture, words and poll, and its place where the count was released', () => {
    expect(candidatePage(publicFiles({ groups: [{ id: 'g', name: '民生' }] }), 'c3')).toMatchObject({
      story: {
        number: '03',
        name: '书房',
        origin: '市民政局',
        sentence: '书房，一句话',
        pictures: [{ src: `${storageAddress}/media/3.jpg` }],
        facts: [{ figure: '2' }, { figure: '20' }, { figure: '50.0%' }],
      },
      asOf: '票数截至 11月24日 9:40',
      title: '2026年度十佳为民服务实事',
    });
  });

  it('has no figures while counts are hidden', () => {
    expect(candidatePage(hidden, 'c3')).toMatchObject({ story: { facts: [] }, asOf: '' });
  });

  it('says that it withdrew', () => {
    const { poll, standings } = publicFiles();
    const candidates = poll.candidates.map((each) => ({ ...each, withdrawn: true as const }));
    expect(candidatePage({ poll: { ...poll, candidates }, standings }, 'c1').story.notice).toContain('已退出评选');
  });

  it('is told to be missing where the poll has no such', () => {
    expect(show(publicFiles(), 'c9')).toMatchObject({ kind: 'empty', title: '候选不在了' });
  });
});

describe('where nothing can be shown, the timeline says why and leads on', () => {
  it.each<[NoPublicPoll, string, string]>([
    ['MISSING', '这里还没有这个评选的内容', '再试一次'],
    ['UNREACHABLE', '没有连上网络', '再试一次'],
    ['CLOSED', '请进入公评看这个评选', ''],
    ['FOREIGN', '请进入公评看这个评选', ''],
  ])('%s', (problem, title, action) => {
    const view = show(problem);
    expect(view).toMatchObject({ title, action });
    expect('detail' in view && view.detail).toContain('前往小程序');
  });

  it('a poll that was called off, with the reason', () => {
    const view = show(publicFiles({ withdrawal: { reason: '天气原因。', at: now } }));
    expect(view).toMatchObject({ kind: 'empty', title: '这个评选已经取消' });
    expect('detail' in view && view.detail).toBe('今天 9:41 由主办方取消。原因：天气原因。');
  });
});
