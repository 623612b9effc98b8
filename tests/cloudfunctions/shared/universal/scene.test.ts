import fc from 'fast-check';
import { pages } from '../../../../cloudfunctions/shared/domain/spread/pages';
import { decodeScene, encodeScene } from '../../../../cloudfunctions/shared/universal/scene';
import { builtInChannels } from '../../../../cloudfunctions/shared/domain/spread/channels';
import { programPages } from '../../../support/program-pages';

const idOf = (most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('ABCXYZabcxyz0189_-')), minLength: 1, maxLength: most });
const channel = fc.string({ unit: fc.constantFrom(...Array.from('abcxyz019-')), minLength: 1, maxLength: 10 });
const scene = fc.record({ pollId: idOf(12), candidateId: idOf(8), channel }, { requiredKeys: ['pollId'] });

describe('a code’s scene', () => {
  it('is read as it was written, also percent-encoded as WeChat hands it over', () => {
    fc.assert(
      fc.property(scene, (written) => {
        const text = encodeScene(written);
        expect(text).toMatch(/^[A-Za-z0-9_.-]{1,32}$/);
        expect(decodeScene(text ?? '')).toEqual(written);
        expect(decodeScene(encodeURIComponent(text ?? ''))).toEqual(written);
        expect(decodeScene((text ?? '').replaceAll('.', '%2E'))).toEqual(written);
      }),
    );
  });

  it.each([
    [{ pollId: 'p1' }, 'p1'],
    [{ pollId: 'p1', candidateId: 'c1' }, 'p1.c1'],
    [{ pollId: 'p1', channel: 'print' }, 'p1..print'],
    [{ pollId: 'p1', candidateId: 'c1', channel: 'print' }, 'p1.c1.print'],
  ])('of %j is %s, for as long as posters hang', (written, text) => {
    expect(encodeScene(written)).toBe(text);
  });

  it('holds the longest ids that we make with the longest channel that we have', () => {
    const longest = Math.max(...builtInChannels.map(({ id }) => id.length));
    expect(
      encodeScene({ pollId: 'x'.repeat(10), candidateId: 'y'.repeat(8), channel: 'z'.repeat(longest) }),
    ).not.toBeNull();
  });

  it.each([
    '',
    '.',
    '.c1',
    'p1.',
    'p1..',
    'p1...x',
    'p1.c1.UPPER',
    'p 1',
    '标题',
    'x'.repeat(13),
    'p1%00',
    `p1.${'c'.repeat(18)}.${'d'.repeat(16)}`,
  ])('is not what somebody made up: %j', (text) => {
    const read = decodeScene(text);
    // What is taken has to be a scene that we would write.
    expect(read === null || encodeScene(read)).toBe(read === null ? true : text.replace(/\.+$/, ''));
  });

  it('does not fit with ids that are too long or have other characters', () => {
    expect(encodeScene({ pollId: 'x'.repeat(12), candidateId: 'y'.repeat(12), channel: 'z'.repeat(8) })).toBeNull();
    expect(encodeScene({ pollId: '%', channel: 'a' })).toBeNull();
    expect(encodeScene({ pollId: 'p', channel: 'A' })).toBeNull();
  });
});

test('codes, links and messages lead to pages that the mini-program has', () => {
  expect(programPages).toEqual(expect.arrayContaining(Object.values(pages)));
});
