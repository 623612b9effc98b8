// What is asked once more before an act that nobody can take back.
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { Act } from '../services/acts';

/** A question that names what it is about. */
export interface Question {
  title: string;
  detail: string;
  yes: string;
}

/** The poll and, where the act is about one, the candidate by name. */
export interface About {
  poll: string;
  candidate: string;
}

/** @returns null for acts that can be undone by another */
export function irrevocableQuestion(act: Act, { poll, candidate }: About, now: number): Question | null {
  switch (act.kind) {
    case 'withdraw':
      return {
        title: `取消“${poll}”？`,
        detail: '评选停止，不能恢复。居民会看到理由，投过的票和记录都留着。',
        yes: '取消评选',
      };
    case 'endEarly':
      return {
        title: `“${poll}”提前截止？`,
        detail: `${momentText(act.endAt, now)} 起不再收票，截止以后不能恢复。已投的票都算数。`,
        yes: '提前截止',
      };
    case 'withdrawCandidate':
      return {
        title: `“${candidate}”退出评选？`,
        detail: '它不再得票，也不排名次，不能恢复。已投的票留在记录里。',
        yes: '退出评选',
      };
    case 'voidBallot':
      return {
        title: `作废公开账册第 ${act.index} 条选票？`,
        detail: `“${poll}”的这张票不再计入结果，理由公开。要恢复得再由两个人同意，结果公布以后不能恢复。`,
        yes: '作废',
      };
    case 'enterDraw':
      return {
        title: `抽签号码是 ${act.draw}？`,
        detail: `写进“${poll}”的公开账册以后不能恢复，也不能改。请再和公布的号码核对一遍。`,
        yes: '写进去',
      };
    case 'callOff':
      return {
        title: `终止“${poll}”？`,
        detail: '不再收票、数票，也不出结果，不能恢复。居民会看到理由，投过的票和回执都能查。',
        yes: '终止评选',
      };
    case 'lockJury':
      return {
        title: `锁定“${poll}”的评分？`,
        detail: '评委不能再改分，每份评分表写进公开账册，不能恢复。',
        yes: '锁定',
      };
    case 'excludeJuror':
      return {
        title: `“${act.label}”的评分不计入结果？`,
        detail: '理由和依据一直公开，不能恢复。',
        yes: '不计入',
      };
    case 'award':
      return {
        title: `表彰“${poll}”？`,
        detail: '公示的名单写进公开账册，成为结果，以后不能改。',
        yes: '表彰',
      };
    case 'revokeAward':
      return {
        title: `撤销“${candidate}”的表彰？`,
        detail: '理由一直公开，不能恢复，别的名次也不往前移。',
        yes: '撤销表彰',
      };
    default:
      return null;
  }
}
