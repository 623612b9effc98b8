import type { ListedPoll } from '../services/polls';

/** How a poll's candidates are counted: 位 for people, 件 for deeds, 幅 for pictures; 项 where nobody has said. */
export type Measure = ListedPoll['measure'];
