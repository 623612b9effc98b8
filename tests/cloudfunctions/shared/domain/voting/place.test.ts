import fc from 'fast-check';
import { nextStep, type OwnBallot } from '../../../../../cloudfunctions/shared/domain/voting/place';

const ballot = (nth: number, castId = `cast-${nth}`, mark = `other-${nth}`): OwnBallot => ({ nth, castId, mark });

describe('after a duplicate key', () => {
  it('a cast that was made before is recognised by its castId, wherever it is', () => {
    const own = [ballot(1), ballot(2, 'mine')];
    expect(nextStep(own, 'mine', 2, [])).toEqual({ kind: 'cast already', ballot: own[1] });
  });

  it('the lowest free place is tried next', () => {
    expect(nextStep([ballot(1), ballot(3)], 'new', 5, [])).toEqual({ kind: 'try', place: { nth: 2, k: 1 } });
  });

  it('no place left is the end', () => {
    expect(nextStep([ballot(1), ballot(2)], 'new', 2, [])).toEqual({ kind: 'no slot left' });
  });

  it('the cap is the end when all marks are used', () => {
    expect(nextStep([ballot(1, 'x', 'm1')], 'new', 5, ['m1'])).toEqual({ kind: 'cap reached' });
  });

  it('a free mark goes with a free place', () => {
    const own = [ballot(1, 'x', 'm1')];
    expect(nextStep(own, 'new', 5, ['m1', 'm2'])).toEqual({ kind: 'try', place: { nth: 2, k: 2 } });
  });

  it('a duplicate that none of one’s ballots explains was read too early: the same place is tried again', () => {
    expect(nextStep([], 'new', 5, ['m1'])).toEqual({ kind: 'try', place: { nth: 1, k: 1 } });
    expect(nextStep([], 'new', 1, [])).toEqual({ kind: 'try', place: { nth: 1, k: 1 } });
  });

  it('never proposes a place or a mark that is known to be taken', () => {
    const own = fc.uniqueArray(fc.record({ nth: fc.integer({ min: 1, max: 5 }), k: fc.integer({ min: 1, max: 3 }) }), {
      selector: ({ nth }) => nth,
    });
    fc.assert(
      fc.property(own, (slots) => {
        const ballots = slots.map(({ nth, k }) => ballot(nth, `cast-${nth}`, `m${k}`));
        const step = nextStep(ballots, 'new', 5, ['m1', 'm2', 'm3']);
        if (step.kind !== 'try') return;
        expect(ballots.map(({ nth }) => nth)).not.toContain(step.place.nth);
        expect(ballots.map(({ mark }) => mark)).not.toContain(`m${step.place.k}`);
      }),
    );
  });
});
