import { checklistText } from '../../../miniprogram/text/checklist';

test('three candidates of one name are two lines that say which', () => {
  const line = (numbers: number[]): string =>
    checklistText({ code: 'candidateTwice', details: { name: '老街改造', numbers } }, 0);
  expect([line([1, 2]), line([1, 3])]).toEqual(['候选 1 号和 2 号都叫“老街改造”', '候选 1 号和 3 号都叫“老街改造”']);
});
