import { candidatesView, menuOf } from '../../../../../miniprogram/packages/organiser/candidates/candidates.view';
import type { EditedPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { editedPoll, listedCandidates } from '../edited-poll';

const may = ['candidate.save', 'candidate.arrange', 'candidate.remove', 'act.propose'];
const groups = [{ id: 'g1', name: '市级', min: 0, max: 3 }];
const poll = (shape: Partial<EditedPoll> = {}): EditedPoll =>
  editedPoll({ may, rules: { ...editedPoll().rules, groups }, ...shape });

test('a row says number, group, unit and what is not shown yet', () => {
  const pictures = [{ file: 'cloud://a/b.jpg', state: 'review' as const }];
  expect(candidatesView(listedCandidates(1, { group: 'g1', pictures }), poll(), '', '')).toMatchObject({
    count: '1 件候选',
    rows: [{ number: '01', name: '项目1', second: '市级・市民政局', state: '图片等审核人看' }],
  });
});

test.each([
  ['项目1', 4],
  ['12', 1],
  ['02', 1],
  ['民政', 12],
  ['没有', 0],
])('searching for %s finds %i of twelve', (query, count) => {
  const view = candidatesView(listedCandidates(12), poll(), query, '');
  expect(view.kind === 'ready' && view.rows.length).toBe(count);
});

test('a removed candidate is away while it may come back', () => {
  expect(candidatesView(listedCandidates(2), poll(), '', 'c1')).toMatchObject({
    count: '1 件候选',
    rows: [{ id: 'c2' }],
  });
});

test('in a draft a candidate can be moved, numbered and removed; after publishing only frozen or withdrawn', () => {
  const three = listedCandidates(3);
  const actions = (status: 'draft' | 'published', id: string, list = three): string[] =>
    menuOf(poll({ status }), list, id).map((action) => action.id);
  expect(actions('draft', 'c1')).toEqual(['edit', 'down', 'renumber', 'remove']);
  expect(actions('draft', 'c2')).toEqual(['edit', 'up', 'down', 'renumber', 'remove']);
  expect(actions('published', 'c2')).toEqual(['edit', 'freeze', 'withdraw']);
  const frozen = listedCandidates(1, { standing: { state: 'frozen', reason: '', at: 0 } });
  expect(actions('published', 'c1', frozen)).toEqual(['edit', 'unfreeze', 'withdraw']);
  const gone = listedCandidates(1, { standing: { state: 'withdrawn', reason: '', at: 0 } });
  expect(actions('published', 'c1', gone)).toEqual([]);
});

test('who may not write finds no menu, and a reviewer the acts alone', () => {
  expect(menuOf(poll({ may: [] }), listedCandidates(2), 'c1')).toEqual([]);
  expect(candidatesView(listedCandidates(1), poll({ may: [] }), '', '')).toMatchObject({ rows: [{ hasMenu: false }] });
  const reviewed = menuOf(poll({ status: 'published', may: ['act.propose'] }), listedCandidates(2), 'c1');
  expect(reviewed.map(({ id }) => id)).toEqual(['freeze', 'withdraw']);
});
