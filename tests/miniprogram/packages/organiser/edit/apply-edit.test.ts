import { applyEdit, type Edit } from '../../../../../miniprogram/packages/organiser/edit/apply-edit';
import { fieldsOf } from '../../../../../miniprogram/packages/organiser/draft/fields';
import type { EditedPoll, PollChange } from '../../../../../miniprogram/packages/organiser/services/polls';
import { day, editedPoll } from '../edited-poll';

function after(edit: Edit, shape: Partial<EditedPoll> = {}): PollChange {
  return applyEdit(fieldsOf(editedPoll(shape)), edit);
}

const once = { period: 'once', ballotsPerPeriod: 5, choices: { min: 1, max: 1 }, perCandidate: 2 } as const;

test('the other bound gives way when one passes it', () => {
  expect(after({ kind: 'choices', bound: 'min', value: 12 })).toMatchObject({
    rules: { choices: { min: 12, max: 12 } },
  });
  expect(after({ kind: 'choices', bound: 'max', value: 2 })).toMatchObject({ rules: { choices: { min: 2, max: 2 } } });
});

test('a cap goes when ballots take more than one choice or there is one ballot alone, and is never above the ballots', () => {
  expect(after({ kind: 'choices', bound: 'max', value: 2 }, { rules: once }).rules).not.toHaveProperty('perCandidate');
  expect(after({ kind: 'ballots', value: 1 }, { rules: once }).rules).not.toHaveProperty('perCandidate');
  expect(after({ kind: 'cap', value: 9 }, { rules: once })).toMatchObject({ rules: { perCandidate: 5 } });
  expect(after({ kind: 'cap', value: null }, { rules: once }).rules).not.toHaveProperty('perCandidate');
});

test('each ballot may move the count of a live poll, and no longer once counts are shown otherwise', () => {
  const each = { countPolicy: { kind: 'live', step: 1 } } as const;
  expect(after({ kind: 'countEach', isOn: true }, { countPolicy: { kind: 'live' } })).toEqual(each);
  expect(after({ kind: 'countEach', isOn: false }, each)).toEqual({ countPolicy: { kind: 'live' } });
  expect(after({ kind: 'count', count: 'afterClose' }, each)).toEqual({ countPolicy: { kind: 'afterClose' } });
});

test('a stage that is turned on begins between its neighbours, one that is turned off is gone', () => {
  const { stages } = editedPoll();
  const on = after({ kind: 'stageOn', stage: 'awarded', isOn: true });
  expect(on.stages?.awarded).toBe((stages.notice ?? 0) + day);
  const nominating = after({ kind: 'stageOn', stage: 'nominating', isOn: true }).stages?.nominating;
  expect(nominating).toBe(stages.voting - day);
  const promoting = after(
    { kind: 'stageOn', stage: 'promoting', isOn: true },
    { stages: { ...stages, nominating: stages.voting - day } },
  ).stages?.promoting;
  expect(promoting).toBe(stages.voting - day / 2);
  expect(after({ kind: 'stageOn', stage: 'notice', isOn: false }).stages).not.toHaveProperty('notice');
});

test('the latest end begins a day behind the end', () => {
  expect(after({ kind: 'latestOn', isOn: true }).latestEnd).toBe(editedPoll().stages.verifying + day);
  expect(after({ kind: 'latestOn', isOn: false }).latestEnd).toBeNull();
});

test('groups come, change and go; without any there is none', () => {
  const one = after({ kind: 'groupAdd', id: 'g1' });
  expect(one.rules?.groups).toEqual([{ id: 'g1', name: '', min: 0, max: 10 }]);
  const rules = { ...editedPoll().rules, groups: [{ id: 'g1', name: '', min: 0, max: 10 }] };
  expect(after({ kind: 'group', at: 0, change: { min: 11 } }, { rules }).rules?.groups?.[0]).toMatchObject({
    min: 11,
    max: 11,
  });
  expect(after({ kind: 'groupRemove', at: 0 }, { rules }).rules).not.toHaveProperty('groups');
});

test('counts once a day begin at 18:00', () => {
  expect(after({ kind: 'count', count: 'daily' })).toEqual({ countPolicy: { kind: 'daily', at: '18:00' } });
  expect(after({ kind: 'countAt', at: '20:30' })).toEqual({ countPolicy: { kind: 'daily', at: '20:30' } });
});

test('criteria keep their order however they are tapped', () => {
  expect(after({ kind: 'criterion', criterion: 'sustainability' }, { criteria: ['satisfaction'] }).criteria).toEqual([
    'satisfaction',
    'sustainability',
  ]);
  expect(after({ kind: 'criterion', criterion: 'innovation' }).criteria).toEqual(['effectiveness']);
});

test('a lot begins on the evening after the latest end; each of its parts changes by itself', () => {
  const ties = after({ kind: 'ties', by: 'lot' }).result?.ties ?? [];
  expect(ties).toEqual([{ by: 'lot', draw: '', at: Date.parse('2026-12-01T21:30:00+08:00'), digits: 3 }]);
  const { result } = fieldsOf(editedPoll());
  const lot = { result: { ...result, ties } };
  expect(after({ kind: 'draw', value: '福彩3D' }, lot).result?.ties).toEqual([{ ...ties[0], draw: '福彩3D' }]);
  expect(after({ kind: 'drawAt', at: 7 }, lot).result?.ties).toEqual([{ ...ties[0], at: 7 }]);
  expect(after({ kind: 'digits', value: 5 }, lot).result?.ties).toEqual([{ ...ties[0], digits: 5 }]);
  expect(after({ kind: 'ties', by: 'shared' }).result?.ties).toEqual([]);
});
