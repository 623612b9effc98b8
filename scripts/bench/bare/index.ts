import cloud from 'wx-server-sdk';

/**
 * What a cast is held beside: the least a function can do to store a ballot, with the same SDK and the same options,
 * one bare `collection.add` of the same document and nothing else.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string, timeout: 10_000, keepalive: true } as object);
const database = cloud.database();

export async function main(event: { id: string; castId: string; hour: number }): Promise<unknown> {
  return database.collection('ballots').add({
    data: {
      _id: event.id,
      period: 'once',
      choices: ['c1'],
      castId: event.castId,
      mark: event.id,
      hour: event.hour,
      batch: null,
    },
  });
}
