import type { ParticipantInput } from '../../../cloudfunctions/shared/contract/participant';
import type { PublicObjections } from '../../../cloudfunctions/shared/universal/objections';
import type { NoticedPoll } from '../../support/noticed-poll';
import { OrganiserClient } from '../../support/organiser-client';
import { readAll } from '../../support/read-all';
import type { TestCloud } from '../../support/test-cloud';
import { download, existingLogOf } from '../scheduler/support/public-log';

export type Submitted = ParticipantInput<'objection.submit'>;

export const minute = 60_000;
export const day = 24 * 60 * minute;
export const text = '介绍里写新建四十六处口袋公园，我走了一遍，有五处还没有开工。';
export const signed = { name: '张三', contact: '13800000000' };

let serial = 0;
export const newPerson = (cloud: TestCloud): OrganiserClient =>
  new OrganiserClient(cloud.url, `oResident${(serial += 1)}`);

/** About the process, unsigned, unless told otherwise. */
export const objection = (pollId: string, more: Partial<Submitted> = {}): Submitted => ({
  pollId,
  requestId: `request-${(serial += 1)}-object`,
  kind: 'process',
  text,
  pictures: [],
  ...more,
});

export const submit = (
  who: OrganiserClient,
  pollId: string,
  more: Partial<Submitted> = {},
): ReturnType<typeof who.participate<'objection.submit'>> =>
  who.participate('objection.submit', objection(pollId, more));

/** What the collection holds of a poll. */
export const stored = (cloud: TestCloud, pollId: string): Promise<(Record<string, unknown> & { _id: string })[]> =>
  readAll(cloud.url, 'objections', { pollId });

/** The public list as anybody reads it; undefined before the first one. */
export async function publicList(cloud: TestCloud, pollId: string): Promise<PublicObjections | undefined> {
  const { files } = await existingLogOf(cloud, pollId);
  const file = String(await download(cloud, `${files}/objections.json`));
  return file.startsWith('{') ? (JSON.parse(file) as PublicObjections) : undefined;
}

/** Fires until what an instance remembers of its errands is old. */
export async function tend(cloud: TestCloud, { clock }: NoticedPoll): Promise<void> {
  for (let firing = 0; firing < 4; firing++) {
    clock.later(31 * minute);
    await cloud.fireTimer('scheduler');
  }
}
