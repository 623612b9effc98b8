import { written } from '../../../../../miniprogram/packages/organizer/candidate-edit/written';

test('a field of the form changes itself alone; a criterion takes the place of its former text', () => {
  const criteria = [
    { criterion: 'innovation' as const, text: '旧的' },
    { criterion: 'satisfaction' as const, text: '满意' },
  ];
  expect(written({ criteria }, { field: 'unit', value: '市中医院' })).toEqual({ unit: '市中医院' });
  expect(written({ criteria }, { field: 'innovation', value: '新的' })).toEqual({
    criteria: [criteria[1], { criterion: 'innovation', text: '新的' }],
  });
});
