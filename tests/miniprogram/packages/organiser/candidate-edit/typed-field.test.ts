import { changeBy } from '../../../../../miniprogram/packages/organiser/candidate-edit/typed-field';

test('a field of the form changes itself alone; a criterion takes the place of its former text', () => {
  const criteria = [
    { criterion: 'innovation' as const, text: '旧的' },
    { criterion: 'satisfaction' as const, text: '满意' },
  ];
  expect(changeBy({ criteria }, { field: 'unit', value: '市中医院' })).toEqual({ unit: '市中医院' });
  expect(changeBy({ criteria }, { field: 'innovation', value: '新的' })).toEqual({
    criteria: [criteria[1], { criterion: 'innovation', text: '新的' }],
  });
});
