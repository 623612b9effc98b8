import { trailKind } from '../../../../cloudfunctions/shared/contract/team/team';
import { trailText, type TrailKind } from '../../../../miniprogram/packages/organiser/text/trail';
import { trailView } from '../../../../miniprogram/packages/organiser/trail/trail.view';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const who = { memberId: 'm1', name: '李敏', role: 'owner' } as const;

const person = (kind: string): object => ({ act: { kind } });

/** One entry of each kind; the compiler asks for the line of a new one. */
const told: Readonly<Record<TrailKind, [subject: string, details: object, sentence: string]>> = {
  'poll.create': ['十佳项目', {}, '新建了评选'],
  'poll.save': ['', { fields: ['title', 'stages'] }, '改了标题、时间安排'],
  'poll.discard': ['十佳项目', {}, '删除了草稿'],
  'candidate.add': ['智慧停车', {}, '添加候选“智慧停车”'],
  'candidate.save': ['智慧停车', { fields: ['sentence'] }, '改了候选“智慧停车”的一句话介绍'],
  'candidate.remove': ['智慧停车', {}, '删去候选“智慧停车”'],
  'candidate.arrange': ['', {}, '调整了候选的顺序'],
  'candidate.import': ['', { count: 20 }, '从表格导入候选，共 20'],
  'candidate.copy': ['', { count: 20, copied: '十佳项目' }, '从“十佳项目”复制候选，共 20'],
  'nomination.accept': ['小公园', {}, '采用了推荐“小公园”'],
  'nomination.return': ['小公园', {}, '退回了推荐“小公园”'],
  'nomination.merge': ['小公园', {}, '把推荐“小公园”并入已有的候选'],
  'media.decide': ['小公园', { isPassed: false }, '没有通过“小公园”的图片或视频'],
  'objection.accept': ['2026-03', {}, '受理了异议 2026-03'],
  'objection.decline': ['', {}, '没有受理一条线索'],
  'objection.hear': ['2026-03', {}, '当面听取了异议 2026-03'],
  'team.setRole': ['王志强', { role: 'reviewer' }, '把王志强设为审核人'],
  'team.remove': ['王志强', {}, '把王志强移出团队'],
  'team.leave': ['', {}, '退出了团队'],
  'team.seatOwner': ['王军', {}, '请王军当负责人'],
  'invitation.create': ['', { role: 'observer' }, '邀请一位监督员'],
  'invitation.revoke': ['', { role: 'editor' }, '撤回了给编辑的邀请'],
  'invitation.accept': ['', { role: 'editor' }, '接受邀请，成为编辑'],
  'act.proposed': ['', person('publish'), '提出“发布评选”'],
  'act.approved': ['小菜园', person('freezeCandidate'), '同意“暂停候选：小菜园”'],
  'act.rejected': ['', person('endEarly'), '不同意“提前截止”'],
  'act.cancelled': ['', person('extend'), '撤回“延长投票”'],
  'act.done': ['', person('withdraw'), '办理了“取消评选”'],
  'act.lapsed': ['', person('unpublish'), '没有办成“收回发布”'],
  'listing.request': ['', {}, '申请上首页'],
  'listing.list': ['', {}, '同意上首页'],
  'listing.refuse': ['', {}, '没有同意上首页'],
  'listing.unlist': ['', {}, '从首页撤下'],
  'channel.add': ['大厅海报', {}, '加了渠道“大厅海报”'],
  'channel.rename': ['大厅海报', {}, '把一个渠道改名为“大厅海报”'],
  'channel.remove': ['大厅海报', {}, '停用了渠道“大厅海报”'],
  'group.bind': ['3 号楼群', {}, '绑定了群“3 号楼群”'],
  'group.unbind': ['3 号楼群', {}, '取消绑定群“3 号楼群”'],
  'survey.save': ['这次评选', {}, '改了调查“这次评选”'],
  'survey.open': ['这次评选', {}, '开始了调查“这次评选”'],
  'jury.setUp': ['', { seats: 5 }, '排了 5 位评委'],
  'jury.open': ['', { seats: 5 }, '开放了评分表'],
  'recusal.declare': ['', { recusals: 0 }, '声明了没有要回避的'],
  'recusal.add': ['1号评委', {}, '给“1号评委”加了一项回避'],
  'recusal.remove': ['1号评委', {}, '取消了给“1号评委”加的一项回避'],
  'sheet.submit': ['1号评委', { n: 2 }, '“1号评委”第 2 次交了评分表'],
  'sheet.reopen': ['1号评委', {}, '“1号评委”重新打开了评分表'],
  'codes.export': ['', { part: 2 }, '做了打印的二维码（第 2 份）'],
  'certificate.make': ['口袋公园', {}, '做了“口袋公园”的证书'],
  'notice.print': ['', {}, '打印了公示'],
  'award.print': ['', {}, '打印了表彰名单'],
  'report.make': ['', {}, '做了核验报告'],
  'export.make': ['', { kind: 'results' }, '导出了结果表'],
};

test.each(Object.entries(told) as [TrailKind, [string, object, string]][])(
  'what %s did is told as a sentence on the trail',
  (what, [subject, details, sentence]) => {
    const view = trailView([{ id: '1', at: now, who, what, subject, details: { ...details } }], false, now);
    expect(view).toMatchObject({ days: [{ rows: [{ did: sentence }] }] });
    expect(JSON.stringify(view)).not.toContain('处理了');
  },
);

test('these are all the kinds that the cloud can tell', () => {
  expect(Object.keys(told).sort()).toEqual([...trailKind.options].sort());
});

test('a copy names the poll that it was made of', () => {
  expect(trailText('poll.create', '十佳项目', { template: 'people', copied: '十佳项目' })).toBe(
    '照“十佳项目”新建了评选',
  );
});

test('what was drawn stands in the trail', () => {
  const act = { kind: 'enterDraw', draw: '042' };
  expect(trailText('act.approved', '042', { act })).toBe('同意“填写抽签号码：042”');
});

test('what one person did alone is told as that, and not as approved by anybody', () => {
  expect(trailText('act.done', '', { act: { kind: 'publish' }, isAlone: true })).toBe('一人办理了“发布评选”');
});

test('an app that is older than the cloud still says that something was done', () => {
  expect(trailText('toString' as TrailKind)).toBe('做了一次改动');
});

test('entries stand by day, newest first, with who and why', () => {
  const entry = { who, what: 'poll.save' as const, details: { fields: ['title'] } };
  const view = trailView(
    [
      { ...entry, id: '3', at: now - 60_000 },
      { ...entry, id: '2', at: now - 120_000, what: 'nomination.return', subject: '公园', reason: '不全' },
      { ...entry, id: '1', at: now - 86_400_000 },
    ],
    true,
    now,
  );
  expect(view).toMatchObject({
    kind: 'ready',
    days: [
      {
        day: '今天',
        rows: [
          { id: '3', time: '9:59', who: '李敏', role: '负责人' },
          { id: '2', reason: '理由：不全' },
        ],
      },
      { day: '昨天', rows: [{ id: '1' }] },
    ],
    foot: '正在取更早的',
  });
});

test('an act that could not be done says what stood in the way, not its code', () => {
  const view = trailView([{ id: '1', at: now, who, what: 'act.lapsed', reason: 'alreadyOpen' }], false, now);
  expect(JSON.stringify(view)).toContain('理由：投票已经开始，规则不能再动。');
});

test('a poll without any entry says so', () => {
  expect(trailView([], false, now)).toMatchObject({ kind: 'empty' });
});
