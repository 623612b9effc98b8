import * as z from 'zod';
import type { ActObstacle } from '../universal/act-obstacle';
import { boundErrors, instant, person } from './editing/fields';
import { stageName, standingNotice, wantedId } from './poll';

// What the team's hub shows of the way from the close to the award; the acts that lead there are in `outcome-acts.ts`.

export const verificationCheck = z.enum(['log', 'recount', 'inquiries', 'jury', 'withdrawals']);
export const outcomeStep = z.enum(['verification', 'notice', 'award']);

const winner = z.object({ candidateId: z.string(), name: z.string(), rank: z.int(), level: z.string().optional() });

const step = z.object({
  step: outcomeStep,
  /** `late`: it is its turn, and the announced time is over. */
  state: z.enum(['done', 'next', 'late', 'later']),
  doneAt: instant.optional(),
  /** As announced; absent where the poll announced none. */
  plannedAt: instant.optional(),
  /** The acts that are due now, by kind; each takes two persons of `roles`. */
  acts: z.array(z.enum(['certifyCount', 'putUpNotice', 'extendNotice', 'award'])),
  roles: z.array(z.enum(['owner', 'reviewer'])),
  /** Those of the team who may: how many, and by name. */
  persons: z.array(person),
  /** An act of it that is proposed and waits for the second person. */
  waiting: z
    .object({ actId: z.string(), kind: z.string(), proposer: person, proposedAt: instant, canApprove: z.boolean() })
    .optional(),
  /** What stands in the way of its next act now, by name and with details; empty where it can be proposed. */
  obstacles: z.array(z.custom<ActObstacle>()),
});

/** Where a poll stands between its close and its award. NOT_PUBLISHED for drafts; `steps` is empty where there is no notice. */
export const outcomeSteps = {
  input: z.strictObject({ pollId: wantedId }),
  output: z.object({
    stage: stageName,
    steps: z.array(step),
    /** The five lines of the verification, in this order. */
    checks: z.array(
      z.object({
        check: verificationCheck,
        state: z.enum(['done', 'open', 'failed']),
        /** For `recount`: the code where it failed. For `withdrawals`, `inquiries`: how many are open; for `jury` how many sheets are not handed in. */
        code: z.string().optional(),
        open: z.int().optional(),
      }),
    ),
    /** The log as it is public now, and what the server's own recount of its bundle came to. */
    log: z.object({ size: z.int(), root: z.string() }).optional(),
    certified: z
      .object({
        at: instant,
        note: z.string(),
        size: z.int(),
        root: z.string(),
        /** The root was typed in: somebody recounted it outside. */
        isByHand: z.literal(true).optional(),
        proposer: person,
        approver: person,
      })
      .optional(),
    /** What the next notice would say, and its earliest end. Present from the close to the award. */
    next: z
      .object({
        winners: z.array(winner),
        ballots: z.int(),
        voided: z.int(),
        /** The earliest end that `putUpNotice` takes now. */
        earliestUntil: instant,
        /** The first year on the way whose working days are not announced yet: the end follows from calendar days. */
        unknownYear: z.int().optional(),
        owedDays: z.int(),
      })
      .optional(),
    /** The notice that stands. */
    notice: standingNotice
      .extend({
        /** Something was decided since that changes what it says: a new one has to go up. */
        isStale: z.boolean(),
      })
      .optional(),
    /** Numbers of the objections that stand in the way of the award, such as 2026-03. */
    blocking: z.array(z.string()),
    awardedAt: instant.optional(),
    /** Those who are awarded, or are to be by the notice. */
    winners: z.array(winner.extend({ isRevoked: z.literal(true).optional() })),
    callOff: z.object({ reason: z.string(), at: instant }).optional(),
  }),
  errors: [...boundErrors, 'NOT_PUBLISHED'],
} as const;
