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
  const current = timeline.findIndex(({ stage }) => stage === now);
  return timeline
    .map(({ stage }, index) => ({ stage, ring: ringOf(index, current) }))
    .filter(({ stage }) => stage !== 'archived')
    .map(({ stage, ring }) => ({ name: stageNames[stage], ring }));
}

function ringOf(index: number, current: number): Step['ring'] {
  if (index === current) return 'dot';
  return index < current ? 'tick' : 'open';
}

/** One sentence for screen readers: 评选进度：申报已完成，投票进行中，公示未到 */
export function spokenSteps(steps: readonly Step[]): string {
  const words = { tick: '已完成', dot: '进行中', open: '未到' };
  return `评选进度：${steps.map(({ name, ring }) => name + words[ring]).join('，')}`;
}
