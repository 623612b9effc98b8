import { editedPoll, pollFields as contract } from '../../../../../cloudfunctions/shared/contract/editing/poll-fields';
import { checklistItem } from '../../../../../cloudfunctions/shared/contract/editing/polls';
import { pollDetail } from '../../../../../cloudfunctions/shared/contract/poll';
import { changedPollFields, differingFields } from '../../../../../cloudfunctions/shared/domain/editing/changed-fields';
import { contentOf, findTemplate } from '../../../../../cloudfunctions/shared/domain/editing/templates';
import {
  contentOfPoll,
  documentFields,
  newDocumentFields,
} from '../../../../../cloudfunctions/shared/store/editing/poll-content';
import { builtInCalendar } from '../../../../../cloudfunctions/shared/universal/calendar-years';
import type { TeamPoll } from '../../../../../cloudfunctions/shared/store/editing/team-polls';
import {
  changeableFields,
  pollFieldNames,
  pollTextNames,
  pollTexts,
  textsOf,
  type PollContent,
} from '../../../../../cloudfunctions/shared/universal/poll-fields';

const nothing = contentOf(findTemplate('blank'), builtInCalendar, Date.UTC(2026, 10, 24));
const everything: PollContent = {
  ...nothing,
  ...textsOf(Object.fromEntries(pollTextNames.map((name) => [name, `${name} 的话`])) as never, pollTextNames),
  cover: 'cloud://a.b/polls/p1/1.jpg',
  attachments: [{ file: 'cloud://a.b/polls/p1/attachments/1.pdf', name: '细则.pdf', size: 9 }],
  latestEnd: nothing.stages.verifying + 1,
  isForGroups: true,
};
const documentOf = (content: PollContent): TeamPoll => newDocumentFields(content) as TeamPoll;

it('the contract takes exactly the fields of the list, each text up to its length', () => {
  expect(Object.keys(contract.shape).sort()).toEqual([...pollFieldNames].sort());
  expect(Object.keys(editedPoll.shape)).toEqual(expect.arrayContaining([...pollFieldNames]));
  for (const name of pollTextNames) {
    const { most, lines } = pollTexts[name];
    expect(contract.shape[name].safeParse('字'.repeat(most)).success).toBe(true);
    expect(contract.shape[name].safeParse('字'.repeat(most + 1)).success).toBe(false);
    expect(contract.shape[name].safeParse('两\n行').success).toBe(lines === 'many');
  }
});

it('voters and the checklist get every text by its name', () => {
  expect(Object.keys(pollDetail.shape)).toEqual(expect.arrayContaining(pollTextNames));
  expect(checklistItem.shape.code.options).toEqual(expect.arrayContaining(pollTextNames));
});

it.each([
  ['nothing is written', nothing],
  ['everything is written', everything],
])('what is kept is read again where %s', (_, content) => {
  expect(contentOfPoll(documentOf(content))).toEqual(content);
});

it('a document has no line for a text that nobody wrote, but for those that every poll has', () => {
  const optional = pollTextNames.filter((name) => !pollTexts[name].isAlways);
  expect(optional.length).toBeGreaterThan(3);
  const emptied = Object.fromEntries(pollTextNames.map((name) => [name, '']));
  expect(documentFields(emptied)).toEqual({
    title: '',
    organiser: '',
    summary: '',
    ...Object.fromEntries(optional.map((name) => [name, null])),
  });
  for (const name of optional) expect(documentOf(nothing)).not.toHaveProperty(name);
  expect(documentFields({ cover: null })).toEqual({ coverFile: null });
});

it('what is saved as it was is no change', () => {
  expect(differingFields(everything, structuredClone(everything))).toEqual({});
  const stages = { ...everything.stages, notice: everything.stages.verifying + 5 };
  expect(differingFields(everything, { title: everything.title, stages })).toEqual({ stages });
});

it.each([...changeableFields])('a later change of %s tells what was there before and what is now', (name) => {
  const [before, after] = [everything[name], nothing[name]];
  const [was, is] = name === 'cover' ? [1, 0] : name === 'attachments' ? ['细则.pdf', ''] : [before, after];
  expect(changedPollFields(everything, { [name]: after })).toEqual([{ field: name, before: was, after: is }]);
  expect(changedPollFields(everything, { [name]: before })).toEqual([]);
});

it('another document under the name of the old one is a change', () => {
  const [old] = everything.attachments;
  const attachments = [{ file: 'cloud://a.b/polls/p1/attachments/2.pdf', name: old?.name ?? '', size: 9 }];
  expect(changedPollFields(everything, { attachments })).toEqual([{ field: 'attachments', before: 1, after: 1 }]);
});
