import { randomUUID } from 'node:crypto';
import type { OrganiserInput } from '../../../cloudfunctions/shared/contract/organiser';
import type { OrganiserClient } from '../../support/organiser-client';

const day = 24 * 3600_000;

/** The longest that each field takes: 40 characters, and 60 for a candidate. */
export const longTitle = '云川市二〇二六年度群众最满意的十件为民服务实事项目评选第一阶段网络投票活动公告'.slice(0, 40);
export const longName = `${longTitle}暨社区居民共建共治共享示范点推荐`.slice(0, 60);
export const longUnit = '云川市城关街道办事处社区发展和物业服务监督管理委员会联席会议办公室';
const sentence = '把居民反映最多的难题一件一件办到底，办一件成一件，让老人少跑路、孩子有地方玩、家里有人的都放心。';

/** A draft whose every field is as long as it may be, that takes nominations and can be published. @returns its id */
export async function longDraft(owner: OrganiserClient, now: number): Promise<string> {
  const pollId = await owner.create('services', longTitle);
  const { result } = (await owner.get('poll.load', { pollId })).poll;
  await owner.save(pollId, {
    result: { ...result, seats: 1 },
    organiser: longUnit,
    summary: sentence,
    purpose: sentence,
    approval: '云政办〔2026〕18号关于印发年度为民办实事项目评选工作方案的通知',
    hotline: '0871-6312 3456 转 8001',
    objectionChannel: `${sentence}工作日九点到五点。`,
    stages: {
      nominating: now - day,
      promoting: now + 2 * day,
      voting: now + 3 * day,
      verifying: now + 12 * day,
      notice: now + 14 * day,
      awarded: now + 24 * day,
      archived: now + 40 * day,
    },
    latestEnd: now + 13 * day,
    rules: {
      period: 'daily',
      ballotsPerPeriod: 1,
      choices: { min: 1, max: 2 },
      groups: [
        { id: 'g1', name: '城乡社区治理与养老托幼服务类', min: 0, max: 1 },
        { id: 'g2', name: '交通出行', min: 0, max: 1 },
      ],
    },
    nomination: { isOpen: true, perPerson: 3, guide: sentence },
    secondPerson: true,
  });
  const written = {
    unit: longUnit,
    sentence,
    group: 'g1',
    facts: [{ figure: '12,345', unit: '个社区', label: '开饭' }],
  };
  await owner.add(pollId, longName, written);
  await owner.add(pollId, '夜间门诊', { group: 'g2' });
  return pollId;
}

/** A nomination with everything written. */
export async function nominate(
  resident: OrganiserClient,
  pollId: string,
  name: string,
  pictures: string[] = [],
): Promise<string> {
  const proposer = { kind: 'organisation' as const, name: longUnit };
  const nomination = { name, unit: longUnit, sentence: sentence.slice(0, 60), criteria: [], group: 'g1', proposer };
  const { id } = await resident.take('nomination.submit', {
    pollId,
    requestId: randomUUID(),
    nomination: { ...nomination, pictures },
  });
  return id;
}

/** An act by one who may not do it alone. @returns its id */
export async function propose(
  member: OrganiserClient,
  pollId: string,
  act: OrganiserInput<'act.propose'>['act'],
): Promise<string> {
  return (await member.get('act.propose', { pollId, act })).act.id;
}
