import { madeView, noPoster, posterOf } from '../../../../miniprogram/packages/poster/poster/poster.view';
import type { CandidateReply } from '../../../../miniprogram/services/polls';
import { usual } from './sample-poster';
import { now, pollReply, votingEndAt, votingStartAt } from '../../samples';

const story = (shape: Partial<CandidateReply['candidate']> = {}): CandidateReply => ({
  candidate: {
    id: 'c3',
    number: 3,
    name: '城南社区食堂',
    unit: '市民政局',
    sentence: '老人就近吃上热饭。',
    pictures: [],
    facts: [],
    criteria: [],
    ...shape,
  },
});

describe('what a poster says', () => {
  it('of a poll: who invites, its title, its rules as figures, its deadline', () => {
    expect(posterOf(pollReply(), undefined, now)).toEqual(usual);
  });

  it('of a poll of several: who carries it out and who helps, beneath its title', () => {
    const poll = { implementers: '市文化馆、市图书馆', coOrganisers: '云川日报社' };
    expect(posterOf(pollReply(poll), undefined, now)).toMatchObject({
      lead: '云川市人民政府办公室 邀请您',
      partners: ['承办：市文化馆、市图书馆', '协办：云川日报社'],
    });
  });

  it('of a candidate: what it is, of which poll and who holds it, and nothing that asks to vote for it', () => {
    const poster = posterOf(pollReply(), story(), now);
    expect(poster).toMatchObject({
      lead: '2026年度十佳为民服务实事',
      title: '城南社区食堂',
      origin: '市民政局',
      number: 3,
    });
    expect(poster.terms.at(-1)).toBe('云川市人民政府办公室 主办');
    expect(JSON.stringify(poster)).not.toMatch(/请投|拉票|支持/);
  });

  it.each([
    [votingStartAt - 1, '微信扫一扫，看候选', '11月20日 9:00 开始。'],
    [votingStartAt, '微信扫一扫，投一票', '投票到 11月30日 18:00。'],
    [votingEndAt, '微信扫一扫，看票数', '投票已在 11月30日 18:00 截止。'],
  ])('at %d: %s', (at, call, deadline) => {
    const poster = posterOf(pollReply(), undefined, at);
    expect([poster.call, poster.terms[0]]).toEqual([call, deadline]);
  });
});

it('a group’s poll and a withdrawn candidate have no poster, and the way back is the poll', () => {
  expect(noPoster(pollReply(), story())).toBeNull();
  expect(noPoster(pollReply({ isForGroups: true }), undefined)).toMatchObject({ kind: 'empty', action: '看评选' });
  expect(noPoster(pollReply(), story({ withdrawn: true }))).toMatchObject({ title: '候选已退出评选' });
});

it('a poster that was not made says whether WeChat, the network or the phone did not manage', () => {
  const because = (error: Parameters<typeof madeView>[0] & { ok: false }): unknown => madeView(error, '十佳', now);
  expect(because({ ok: false, error: { code: 'WECHAT_UNAVAILABLE', message: '', details: {} } })).toMatchObject({
    kind: 'failed',
    title: '二维码没有画出来',
  });
  expect(because({ ok: false, error: { code: 'OFFLINE', message: '' } })).toMatchObject({ title: '没有连上网络' });
  expect(because({ ok: false, error: 'drawing' })).toMatchObject({ title: '海报没有画出来', action: '再试一次' });
  expect(madeView({ ok: true, file: 'wxfile://x.png' }, '十佳', now)).toMatchObject({ kind: 'ready' });
});
