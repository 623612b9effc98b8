import { plateText } from '../../cloudfunctions/shared/universal/plate';
import { connect, expectDone } from '../connect';
import { publishPoll } from './publish-poll';
import { addWaitingBallots, countWaitingBallots } from './waiting-ballots';

const names = ['社区食堂延时供餐', '老旧小区加装电梯', '夜间门诊与送药上门', '学校操场周末开放', '河边步道亮化改造'];
const units = [
  '云川市城关街道办事处',
  '云川市住房和城乡建设局',
  '云川市卫生健康局',
  '云川市教育体育局',
  '云川市水务局',
];
const groups = ['养老托幼', '交通出行', '城乡环境'].map((name, at) => ({ id: `g${at + 1}`, name, min: 0, max: 10 }));

interface Crowd {
  candidates: number;
  /** A picture, which each has as a file of its own; none where absent. */
  picture?: { name: string; content: Buffer };
  /** Epoch milliseconds, by the cloud's clock. */
  now?: number;
}

/**
 * Publishes a poll with so many candidates as a phone has to bear, each with a name of two lines, of three groups; 200 have voted.
 * @returns its id
 */
export async function publishCrowdedPoll(url: string, { candidates, picture, now }: Crowd): Promise<string> {
  const groupOf = Object.fromEntries(
    Array.from({ length: candidates }, (_, at) => [`c${at + 1}`, groups[at % groups.length]?.id ?? '']),
  );
  const pollId = await publishPoll(url, {
    title: '二〇二六年云川市十件为民服务实事评选',
    rules: { choices: { min: 1, max: 10 }, groups },
    seats: 10,
    candidates,
    groupOf,
    ...(now === undefined ? {} : { now }),
  });
  const app = connect(url);
  const documents = app.database().collection('candidates');
  for (let number = 1; number <= candidates; number += 1) {
    const name = `${names[number % names.length] ?? ''}项目（第${plateText(number)}号）`;
    const unit = units[number % units.length] ?? '';
    const file =
      picture && (await upload(app, `polls/${pollId}/${plateText(number)}-${picture.name}`, picture.content));
    const change = { name, unit, ...(file === undefined ? {} : { pictures: [file] }) };
    expectDone(await documents.doc(`${pollId}:c${number}`).update(change));
  }
  await addWaitingBallots(url, pollId, 200);
  await countWaitingBallots(url, 200);
  return pollId;
}

async function upload(app: ReturnType<typeof connect>, cloudPath: string, fileContent: Buffer): Promise<string> {
  return (await app.uploadFile({ cloudPath, fileContent })).fileID;
}
