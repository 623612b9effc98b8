import type { EditedCandidate } from '../../contract/editing/candidates';
import type { MediaState } from '../../domain/media/media-state';
import type { Place } from '../../domain/editing/order';
import { sortPlaces } from '../../domain/editing/order';
import { findMedia } from '../../store/media/media';
import { findTeamCandidates, type TeamCandidate } from '../../store/editing/team-candidates';
import type { TeamPoll } from '../../store/editing/team-polls';
import type { MediaStates } from '../media/check-media';
import type { Member } from '../team/member';

/** A candidate with its number. */
export type PlacedCandidate = TeamCandidate & Pick<Place, 'number'>;

/** The poll's candidates by number. */
export async function loadCandidates({ id, order }: Pick<TeamPoll, 'id' | 'order'>): Promise<PlacedCandidate[]> {
  const found = await findTeamCandidates(
    id,
    order.map((place) => place.id),
  );
  const byId = new Map(found.map((candidate) => [candidate.id, candidate]));
  return sortPlaces(order).flatMap((place) => {
    const candidate = byId.get(place.id);
    return candidate === undefined ? [] : [{ ...candidate, number: place.number }];
  });
}

/** The candidate without whose it is, for a juror who judges works and not who made them. */
export function asSeenBy<Seen extends PlacedCandidate>(
  { role }: Pick<Member, 'role'>,
  { jury }: Pick<TeamPoll, 'jury'>,
  candidate: Seen,
): Seen {
  return role === 'juror' && jury?.isBlind ? { ...candidate, unit: '' } : candidate;
}

/** Files of a candidate, pictures first. */
export function filesOf({ gallery, videoFile }: TeamCandidate): string[] {
  return videoFile === undefined ? gallery : [...gallery, videoFile];
}

export async function statesOf(candidates: readonly TeamCandidate[]): Promise<MediaStates> {
  const media = await findMedia(candidates.flatMap(filesOf));
  return new Map([...media.values()].map(({ file, state }) => [file, state]));
}

/** A candidate as its team sees it. */
export function describeCandidate(candidate: PlacedCandidate, states: MediaStates): EditedCandidate {
  const {
    id,
    number,
    version,
    name,
    group,
    unit,
    sentence,
    facts,
    criteria,
    detail = '',
    standing,
    edited,
  } = candidate;
  const stateOf = (file: string): MediaState => states.get(file) ?? 'pending';
  return {
    id,
    number,
    version,
    name,
    unit,
    sentence,
    detail,
    facts,
    criteria,
    standing,
    edited,
    group: group ?? null,
    pictures: candidate.gallery.map((file) => ({ file, state: stateOf(file) })),
    video:
      candidate.videoFile === undefined ? null : { file: candidate.videoFile, state: stateOf(candidate.videoFile) },
  };
}
