import { VisitBook } from '../../../../../cloudfunctions/shared/domain/spread/visits';

const hour = 3600_000;

it('somebody who comes back within the hour counts once, and again in the next', () => {
  const book = new VisitBook();
  for (const at of [0, 1, hour - 1, hour]) book.note('p', '', 'mark', at);
  expect(book.take()).toEqual([
    { pollId: 'p', hour: 0, way: '', count: 1 },
    { pollId: 'p', hour, way: '', count: 1 },
  ]);
  expect(book.take()).toEqual([]);
});

it('what was written is not written again, and who was seen stays seen', () => {
  const book = new VisitBook();
  book.note('p', 'poster', 'a', 0);
  book.take();
  book.note('p', 'poster', 'a', 1);
  expect(book.take()).toEqual([]);
});

it('keeps bounded whatever ways, polls and people come', () => {
  const book = new VisitBook();
  for (let index = 0; index < 50_000; index++) book.note(`p${index % 1000}`, `c${index}`, `m${index}`, 0);
  const visits = book.take();
  expect(new Set(visits.map(({ pollId }) => pollId)).size).toBe(200);
  const channels = new Map<string, number>();
  for (const { pollId } of visits) channels.set(pollId, (channels.get(pollId) ?? 0) + 1);
  expect(Math.max(...channels.values())).toBe(50);
  for (let index = 0; index < 60; index++) book.note('p', `c${index}`, `n${index}`, 0);
  expect(book.take().find(({ way }) => way === 'other')).toMatchObject({ count: 10 });
});
