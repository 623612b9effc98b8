import { seedDemo } from '../../scripts/seed/demo';
import { copyOfDemoData } from './demo-data';
import { startTestCloud } from './test-cloud';

/** The cloud's time of the demonstration's data: half past ten in the morning. */
export const demoMorning = Date.parse('2026-11-23T10:30:00+08:00');

/** A data folder of one's own with the demonstration's polls. */
export function copyOfDemo(): Promise<string> {
  return copyOfDemoData(async (dataDir) => {
    const cloud = await startTestCloud({ dataDir });
    cloud.setClock(demoMorning - Date.now());
    await seedDemo({ url: cloud.url, keys: cloud.keys, logName: cloud.logName, now: demoMorning });
    await cloud.close();
  });
}
