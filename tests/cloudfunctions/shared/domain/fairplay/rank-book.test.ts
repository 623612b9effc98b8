import { RankBook, rankPause } from '../../../../../cloudfunctions/shared/domain/fairplay/rank-book';

const now = Date.parse('2026-11-24T10:10:00+08:00');
const hour = 60 * 60 * 1000;

it('an account is asked about once an hour, also where WeChat said nothing', () => {
  const book = new RankBook();
  expect(book.find('oLi', now)).toBeUndefined();
  book.note('oLi', 3);
  book.note('oWang', null);
  expect(book.find('oLi', now)).toBe(3);
  expect(book.find('oWang', now + 49 * 60_000)).toBeNull();
  expect(book.find('oLi', now + hour)).toBeUndefined();
});

it('in a pause nobody new is asked about, and what is known stays', () => {
  const book = new RankBook();
  book.note('oLi', 4);
  expect(book.find('oLi', now)).toBeUndefined();
  book.note('oLi', 4);
  book.pause(now);
  expect(book.find('oLi', now + 1)).toBe(4);
  expect(book.find('oWang', now + rankPause - 1)).toBeNull();
  expect(book.find('oWang', now + rankPause)).toBeUndefined();
});

it('remembers a bounded number of accounts', () => {
  const book = new RankBook();
  book.find('o', now);
  for (let person = 0; person < 20_000; person++) book.note(`o${person}`, 0);
  expect(book.find('o0', now)).toBeUndefined();
  book.note('oNew', 1);
  expect(book.find('oNew', now)).toBe(1);
  expect(book.find('o1', now)).toBeUndefined();
});
