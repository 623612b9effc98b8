import type { PollReply } from '../../services/polls';
import { stageNames } from '../../text/stages';

type Timeline = PollReply['poll']['timeline'];
type StageName = PollReply['poll']['stage'];

export interface Step {
  name: string;
  /** The ring: tick is done, dot is now, open is to come. */
  ring: 'tick' | 'dot' | 'open';
}

/** The timeline's stages with what each is to the stage now. Archiving is the organiser's matter and not shown. */
export function stepsOf(timeline: Timeline, now: StageName): Step[] {
  const at = timeline.findIndex(({ stage }) => stage === now);
  // A poll that ended by itself is behind all its stages.
  const current = now === 'ended' ? timeline.length : at;
  return timeline
    .map(({ stage }, index) => ({ stage, ring: ringOf(index, current) }))
    .filter(({ stage }) => stage !== 'archived')
    .map(({ stage, ring }) => ({ name: stageNames[stage], ring }));
}

function ringOf(index: number, current: number): Step['ring'] {
  if (index === current) return 'dot';
  return index < current ? 'tick' : 'open';
}
