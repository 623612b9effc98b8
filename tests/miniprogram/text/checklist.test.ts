import { checklistText } from '../../../miniprogram/text/checklist';

test('three candidates of one name are two lines that say which', () => {
  const line = (numbers: number[]): string =>
    checklistText({ code: 'candidateTwice', details: { name: '老街改造', numbers } }, 0);
  expect([line([1, 2]), line([1, 3])]).toEqual(['候选 1 号和 2 号都叫“老街改造”', '候选 1 号和 3 号都叫“老街改造”']);
});

test('a notice ends with a day, never at the first instant of the next', () => {
  const earliest = Date.parse('2026-12-04T00:00:00+08:00');
  const now = Date.parse('2026-11-20T10:00:00+08:00');
  const said = checklistText({ code: 'noticeDays', details: { days: 3, earliest } }, now);
  expect(said).toBe('公示只有 3 个工作日，评优不能少于 5 个，最早到 12月3日 24:00');
  const unknown = checklistText({ code: 'calendarUnknown', details: { year: 2027, earliest } }, now);
  expect(unknown).toMatch(/按 15 天算，到 12月3日 24:00$/);
});
