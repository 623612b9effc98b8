import type { Tencent } from '../../../scripts/deploy/tencent';
import { directTo } from './fake/direct';
import { FakeCloud, type Fault } from './fake/fake-cloud';
import { expectWhole, Machine } from './machine';
import { manifest, withCode } from './manifests';

const machines: Machine[] = [];

function newMachine(): Machine {
  const machine = new Machine();
  machines.push(machine);
  return machine;
}

afterAll(() => {
  for (const machine of machines) machine.remove();
});

/** The process dies: at its n-th change, before it was done or after. */
class Killed extends Error {}

function dying(cloud: FakeCloud, at: number, when: 'before' | 'after'): Tencent {
  const door = directTo(cloud);
  let changes = 0;
  return {
    ...door,
    async change(service, action, parameters) {
      const isLast = changes++ === at;
      if (isLast && when === 'before') throw new Killed();
      const answer = await door.change(service, action, parameters);
      if (isLast) throw new Killed();
      return answer;
    },
  };
}

test.each(['before', 'after'] as const)(
  'killed at any change, %s it is done, the next apply makes it whole',
  async (when) => {
    for (let at = 0; ; at++) {
      const machine = newMachine();
      const cloud = new FakeCloud();
      let isKilled = true;
      await machine.apply(cloud, manifest, {}, dying(cloud, at, when)).then(
        () => (isKilled = false),
        (error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        },
      );
      if (!isKilled) {
        // Every change of a whole run was a place to die.
        expect(at).toBe(cloud.changed);
        break;
      }
      await machine.apply(cloud);
      expectWhole(cloud);
      expect(await machine.apply(cloud)).toBe(0);
    }
  },
);

test.each(['before', 'after'] as const)(
  'killed at any change of an update, %s it is done: the next apply sends what is missing, and the way back leads to what ran first',
  async (when) => {
    for (let at = 0; at < 3; at++) {
      const machine = newMachine();
      const cloud = new FakeCloud();
      await machine.apply(cloud);
      await expect(machine.apply(cloud, withCode('two'), {}, dying(cloud, at, when))).rejects.toThrow(Killed);
      await machine.apply(cloud, withCode('two'));
      expectWhole(cloud, 'two');
      await machine.rollBack(cloud);
      expectWhole(cloud, 'one');
    }
  },
);

test('whoever goes back to older sources after a killed update gets the older code', async () => {
  const machine = newMachine();
  const cloud = new FakeCloud();
  await machine.apply(cloud);
  // Dies when the new code is there and its mark is not.
  await expect(machine.apply(cloud, withCode('two'), {}, dying(cloud, 1, 'after'))).rejects.toThrow(Killed);
  await machine.apply(cloud);
  expectWhole(cloud, 'one');
});

test.each(['throttled', 'lost before', 'lost after'] as const)(
  'each change once %s: the same run makes the environment whole',
  async (fault: Fault) => {
    const count = new FakeCloud();
    await newMachine().apply(count);
    for (let at = 0; at < count.changed; at++) {
      const machine = newMachine();
      const cloud = new FakeCloud();
      cloud.faultAt = (_, change) => (change === at ? fault : undefined);
      await machine.apply(cloud);
      expectWhole(cloud);
    }
  },
);

test('each change denied: it stops there with the cloud’s own code, and once allowed the next apply makes it whole', async () => {
  const count = new FakeCloud();
  await newMachine().apply(count);
  for (let at = 0; at < count.changed; at++) {
    const machine = newMachine();
    const cloud = new FakeCloud();
    cloud.faultAt = (_, change) => (change === at ? 'denied' : undefined);
    await expect(machine.apply(cloud)).rejects.toThrow('UnauthorizedOperation.CamNoAuth');
    expect(cloud.changed).toBe(at + 1);
    cloud.faultAt = () => undefined;
    await machine.apply(cloud);
    expectWhole(cloud);
  }
});
