import type { Calendar } from '../calendar';
import type { DemoPoll } from '../demo-poll';
import { ideas } from './ideas';
import { neighbours } from './neighbours';
import { outing } from './outing';
import { renewal } from './renewal';
import { services } from './services';
import { spaces } from './spaces';
import { village } from './village';
import { volunteers } from './volunteers';

/** Every poll of the demonstration: among them each period, each count policy, groups, a cap, and each time of life. */
export function demoPolls(calendar: Calendar): DemoPoll[] {
  return [services, neighbours, spaces, village, renewal, outing, ideas, volunteers].map((poll) => poll(calendar));
}
