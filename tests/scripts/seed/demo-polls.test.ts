import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Candidate } from '../../../cloudfunctions/shared/universal/poll';
import { nextReleaseAt } from '../../../cloudfunctions/shared/domain/counting/release';
import { findRulesFaults } from '../../../cloudfunctions/shared/domain/poll/rules';
import { stageAt, timeline } from '../../../cloudfunctions/shared/universal/stage';
import { calendarAt } from '../../../scripts/seed/calendar';
import type { DemoPoll } from '../../../scripts/seed/demo-poll';
import { demoPolls } from '../../../scripts/seed/demo/polls';

const hour = 60 * 60 * 1000;
const artDir = path.resolve(__dirname, '../../../scripts/seed/art');

/** Each hour of a day, and both sides of the daily publication and of midnight in Shanghai. */
const instants = [
  ...Array.from({ length: 24 }, (_, index) => Date.UTC(2026, 10, 23, index, 7)),
  Date.UTC(2026, 10, 23, 10) - 1,
  Date.UTC(2026, 10, 23, 10),
  Date.UTC(2026, 11, 31, 16) - 1,
  Date.UTC(2026, 11, 31, 16),
];
const now = instants[2] ?? 0;

const named = (polls: readonly DemoPoll[]): [string, DemoPoll][] => polls.map((demo) => [demo.poll._id, demo]);

function find(at: number, id: string): DemoPoll['poll'] {
  const demo = demoPolls(calendarAt(at)).find(({ poll }) => poll._id === id);
  if (!demo) throw new Error(`there is no demonstration poll ${id}`);
  return demo.poll;
}

describe.each(named(demoPolls(calendarAt(now))))(
  'the demonstration poll %s',
  (id, { poll, seats, candidates, cover }) => {
    it('has rules that a voter can satisfy', () => {
      const options: Candidate[] = candidates.map(({ group }, index) => ({
        id: String(index),
        ...(group === undefined ? {} : { group }),
      }));
      expect(findRulesFaults(poll.rules, options)).toEqual([]);
      const standing = options.filter((_, index) => !candidates[index]?.withdrawn);
      expect(findRulesFaults(poll.rules, standing)).toEqual([]);
    });

    it('has an id that fits a code, stages in order, and no more seats than candidates', () => {
      expect(id).toMatch(/^[a-z0-9]{1,12}$/);
      const starts = timeline(poll).map(({ startAt }) => startAt);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(seats).toBeLessThan(candidates.length);
    });

    it('has names of its own for its candidates, at most three facts each, and drawings that are there', () => {
      expect(new Set(candidates.map(({ name }) => name)).size).toBe(candidates.length);
      for (const { facts = [], art = [] } of candidates) {
        expect(facts.length).toBeLessThanOrEqual(3);
        for (const name of art) expect(existsSync(path.join(artDir, `${name}.svg`))).toBe(true);
      }
      expect(existsSync(path.join(artDir, `${cover}.svg`))).toBe(true);
    });
  },
);

describe('the demonstration', () => {
  it('uses every drawing that it ships', () => {
    const used = demoPolls(calendarAt(now)).flatMap(({ cover, candidates }) => [
      cover,
      ...candidates.flatMap(({ art = [] }) => art),
    ]);
    expect([...new Set(used)].sort()).toEqual(
      readdirSync(artDir)
        .map((file) => path.parse(file).name)
        .sort(),
    );
  });

  it('gives each of the twenty services a picture, three facts and a text by each criterion', () => {
    const [services] = demoPolls(calendarAt(now));
    expect(services?.candidates).toHaveLength(20);
    for (const { art, facts, criteria } of services?.candidates ?? []) {
      expect(art?.length).toBeGreaterThan(0);
      expect(facts).toHaveLength(3);
      expect(Object.keys(criteria ?? {})).toEqual(['innovation', 'effectiveness', 'satisfaction', 'sustainability']);
    }
  });

  it.each(instants.map((at) => [new Date(at).toISOString(), at] as const))(
    'has polls open, the large one last to end, to come and ended when it is seeded at %s',
    (_, at) => {
      const stages = demoPolls(calendarAt(at)).map(({ poll }) => [poll._id, stageAt(poll, at)]);
      expect(Object.fromEntries(stages)).toEqual({
        services: 'voting',
        neighbours: 'voting',
        spaces: 'voting',
        village: 'voting',
        renewal: 'voting',
        outing: 'voting',
        ideas: 'promoting',
        volunteers: 'notice',
      });
      const open = demoPolls(calendarAt(at)).filter(({ poll }) => stageAt(poll, at) === 'voting');
      const ends = open.map(({ poll }) => poll.stages.verifying);
      expect(find(at, 'services').stages.verifying).toBe(Math.max(...ends));
      expect(ends.filter((end) => end === Math.max(...ends))).toHaveLength(1);
      expect(find(at, 'volunteers').stages.verifying).toBeLessThanOrEqual(at - 20 * 24 * hour);
    },
  );

  it.each(instants)('has a poll whose first daily publication is still to come, when it is seeded at %s', (at) => {
    const village = find(at, 'village');
    const first = nextReleaseAt(village, village.stages.voting);
    expect(first).toBeGreaterThan(at);
    expect(nextReleaseAt(village, at)).toBe(first);
  });
});
