/**
 * What a person is in a poll's team. An observer (监督员) sees every act, its reasons and the trail, and changes nothing.
 */
export const roles = ['owner', 'editor', 'reviewer', 'juror', 'observer'] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const working = ['owner', 'editor', 'reviewer'] as const;
const watching = ['owner', 'editor', 'reviewer', 'observer'] as const;
const writing = ['owner', 'editor'] as const;
const judging = ['owner', 'reviewer'] as const;
const owning = ['owner'] as const;
const sitting = ['juror'] as const;

/** Who may do what in a poll: the one table. A procedure that is not in it does not exist. */
export const access = {
  'poll.load': everyone,
  'poll.preview': everyone,
  'poll.check': watching,
  'poll.save': writing,
  'poll.discard': owning,
  'poll.copy': writing,
  'candidate.list': everyone,
  'candidate.load': everyone,
  'candidate.add': writing,
  'candidate.save': writing,
  'candidate.remove': writing,
  'candidate.arrange': writing,
  'candidate.copy': writing,
  'import.begin': writing,
  'candidate.import': writing,
  'nomination.list': watching,
  'nomination.accept': working,
  'nomination.return': working,
  'nomination.merge': working,
  'media.list': watching,
  'media.decide': judging,
  'objection.list': watching,
  'objection.accept': judging,
  'objection.hear': judging,
  'survey.list': watching,
  'survey.save': writing,
  'survey.open': writing,
  'survey.texts': judging,
  'team.list': everyone,
  'team.setRole': owning,
  'team.remove': owning,
  'team.leave': everyone,
  'invitation.create': owning,
  'invitation.revoke': owning,
  'act.list': watching,
  'act.propose': working,
  'act.approve': working,
  'act.reject': working,
  'outcome.steps': watching,
  'trail.list': everyone,
  'dashboard.get': watching,
  // Jurors judge without knowing how the vote goes.
  'export.make': watching,
  'certificate.make': watching,
  'notice.print': watching,
  'award.print': watching,
  'report.make': watching,
  'listing.request': writing,
  'channel.list': watching,
  'channel.add': writing,
  'channel.rename': writing,
  'channel.remove': writing,
  'link.get': working,
  'codes.export': working,
  'group.bind': writing,
  'group.list': watching,
  'group.unbind': writing,
  'jury.setUp': writing,
  'jury.open': writing,
  // Whoever is of the jury knows of the others nothing but the roster, which is public.
  'jury.progress': watching,
  'jury.mine': sitting,
  'recusal.declare': sitting,
  'recusal.add': judging,
  'recusal.remove': judging,
  // Of points nobody but the juror learns anything before the lock, whatever else they are in the poll.
  'sheet.get': sitting,
  'sheet.save': sitting,
  'sheet.submit': sitting,
  'sheet.reopen': sitting,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type GuardedProcedure = keyof typeof access;

export function mayCall(role: Role, procedure: GuardedProcedure): boolean {
  const allowed: readonly Role[] = access[procedure];
  return allowed.includes(role);
}

/** What shows a candidate's texts: to a juror only once they have said whom they may not judge. */
const afterRecusal: readonly GuardedProcedure[] = ['poll.preview', 'candidate.list', 'candidate.load'];

export function opensAfterRecusal(procedure: GuardedProcedure): boolean {
  return afterRecusal.includes(procedure);
}

/** Everything that a role may call, in the table's order. */
export function callableBy(role: Role): GuardedProcedure[] {
  // The table's own keys.
  return (Object.keys(access) as GuardedProcedure[]).filter((procedure) => mayCall(role, procedure));
}
