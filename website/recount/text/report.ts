import { fatesOf } from '../../../cloudfunctions/shared/universal/ledger/count/award-report';
import type { Given, Sound, Unsound } from '../worker/messages';
import { adviceText } from './codes';
import { checksOf } from './checks';
import { explain } from './explain';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';
import { sizeText } from '../../shared/size-text';
import {
  awardTexts,
  candidateNames,
  fateTexts,
  lotTexts,
  placeText,
  rulingText,
  voidReasonText,
  withdrawnText,
  words,
} from './page';

/** The file that was counted; its fingerprint comes last. */
export interface CountedFile {
  name: string;
  fingerprint: { sha256: string; bytes: number } | null;
}

function fileLines({ name, fingerprint }: CountedFile): string[] {
  if (fingerprint === null) return [`文件：${name}`];
  return [`文件：${name}（${sizeText(fingerprint.bytes)}）`, `文件指纹 SHA-256：${fingerprint.sha256}`];
}

/** A sound bundle's report as text, every ruling included. */
export function soundReport(sound: Sound, given: Given, file: CountedFile): string {
  const { candidates, result, rulings, rules } = sound;
  const nameOf = candidateNames(candidates);
  const fateOf = fatesOf(sound.award, sound.lot);
  const ranking = result.ranking.map((each) => {
    const { rank, candidate, votes, voided, score } = each;
    const fate = fateTexts[fateOf(each)];
    return [
      `${String(rank).padStart(3)}. ${nameOf(candidate)}`,
      `${groupedText(votes)} 票`,
      ...(voided > 0 ? [`另作废 ${groupedText(voided)} 票`] : []),
      ...(rules.v !== 1 ? [`得分 ${score}`] : []),
      ...(fate ? [fate] : []),
    ].join(' · ');
  });
  return [
    '公评账册核对报告：通过',
    ...fileLines(file),
    `账册：${sound.origin}`,
    `公钥：${sound.key}`,
    '',
    ...checksOf(sound, given).map(({ title, detail, isOpen }) => `${isOpen ? '○' : '✓'} ${title}。${detail}`),
    '',
    `有效选票 ${groupedText(result.ballots)} 张，作废 ${groupedText(result.voided)} 张`,
    ...result.voids.map(({ reason, ballots }) => `  ${voidReasonText(reason, ballots)}`),
    ...lotTexts(sound.lot, result.draw, nameOf),
    ...ranking,
    ...(result.withdrawn ?? []).map((each) => `  –. ${withdrawnText(each, nameOf)}（退出）`),
    ...awardTexts(sound.award, nameOf),
    '',
    ...(rulings.length > 0
      ? [`${words.rulings}：`, ...rulings.map((each) => `  ${rulingText(each, nameOf)}`), '']
      : []),
    `账册指纹：${sound.root}`,
    `机器可读：${sound.line}`,
    '',
  ].join('\n');
}

/** What is wrong with a bundle, for whoever has to answer for it. */
export function evidence(unsound: Unsound, file: CountedFile): string {
  const { failure, word, line } = unsound;
  const { means, advice } = explain(unsound);
  return [
    '公评账册核对报告：没有通过',
    ...fileLines(file),
    `${words.error}：${failure.code}`,
    `${words.place}：${placeText(failure.line, word)}`,
    `${words.note}：${failure.message}`,
    `${words.meaning}：${means}`,
    `${words.whatToDo}：${adviceText[advice]}`,
    `机器可读：${line}`,
    '',
  ].join('\n');
}
