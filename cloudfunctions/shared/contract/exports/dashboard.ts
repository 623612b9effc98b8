import * as z from 'zod';
import { wantedId } from '../poll';
import { boundErrors } from '../editing/fields';
import { boundGroup } from '../spread/channels';

const byHour = z.array(z.object({ at: z.int(), count: z.int() }));
const byChannel = z.array(
  z.object({
    /**
     * One of `channel.list`; "" where the link said nothing, "other" for whatever else a link may say.
     */
    channel: z.string(),
    /** As the team named it, or our name of a built-in one, e.g. "群聊卡片". */
    name: z.string(),
    count: z.int(),
  }),
);

/** None that could point to a person: `few` below ten, `withheld` where it would give such a one away. */
const carefulCount = z.union([z.int(), z.enum(['few', 'withheld'])]);

export const toDo = z.object({
  kind: z.enum(['checklist', 'nominations', 'media', 'acts', 'listing']),
  /** How many; 0 is not told. */
  count: z.int(),
});

/** How a poll goes, in one answer, as the public may know it: ballots are those of the last release. */
export const dashboardGet = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    /** When the last release was; before the first, when the vote opened or will open. */
    asOf: z.int(),
    toDos: z.array(toDo),
    /** Ballots released. Hours without any are left out. */
    ballots: z.object({ total: z.int(), byHour, byChannel }),
    /**
     * How often the poll was opened: counted in memory and written now and then, so approximate, and some are lost. One person who
     * comes back within an hour counts once, as far as one instance can know.
     */
    visits: z.object({ total: z.int(), byHour, byChannel }),
    /**
     * In a poll of chat groups: how many opened it from each and cast, in the order of `group.list`. Visits are such as above, of
     * those whose group the platform vouched for. Absent in any other poll.
     */
    turnout: z.array(boundGroup.extend({ ballots: carefulCount, visits: carefulCount })).optional(),
    /** Nothing of the count, unless it is released to everyone. */
    standings: z.discriminatedUnion('hidden', [
      z.object({ hidden: z.literal(true), nextAt: z.int() }),
      z.object({
        hidden: z.literal(false),
        asOf: z.int(),
        isFinal: z.boolean(),
        /** The most votes first; equal votes share a rank. */
        ranking: z.array(
          z.object({
            candidateId: z.string(),
            number: z.int(),
            name: z.string(),
            votes: z.int(),
            /** Null for who is withdrawn; these come last. */
            rank: z.int().nullable(),
            participation: z.enum(['standing', 'frozen', 'withdrawn']),
          }),
        ),
        groups: z.array(z.object({ id: z.string(), name: z.string(), votes: z.int() })),
      }),
    ]),
  }),
  errors: boundErrors,
} as const;
