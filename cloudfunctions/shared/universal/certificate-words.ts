import type { CertificateVerdict } from './ledger/check/check-certificate';
import { printedCode } from './ledger/check/certificate-code';
import { groupedText } from './numbers';
import { fullTimeText } from './times';

/** What a check of a certificate tells, on the phone as on the website. */
export interface CertificateView {
  state: 'valid' | 'revoked' | 'none' | 'unknown' | 'alarm';
  heading: string;
  /** What it means, one sentence each. */
  sentences: string[];
  /** Whose it is and for what; empty where there is none. */
  candidateId: string;
  name: string;
  facts: { term: string; text: string }[];
  /** As of which checkpoint; '' where nothing is known. */
  asOf: string;
}

/** What the poll's files say beside the log. */
export interface CertificateSetting {
  code: string;
  title: string;
  organiser: string;
  /** When the log was published last, epoch milliseconds. */
  at: number | null;
}

const nothing = { candidateId: '', name: '', facts: [], asOf: '' };

export function certificateView(
  verdict: CertificateVerdict,
  { code, title, organiser, at }: CertificateSetting,
): CertificateView {
  switch (verdict.kind) {
    case 'unreachable':
      return {
        ...nothing,
        state: 'unknown',
        heading: '现在查不到',
        sentences: ['公开账册的文件没有取到。这不等于证书无效，请过一会儿再查。'],
      };
    case 'alarm':
      return {
        ...nothing,
        state: 'alarm',
        heading: '账册对不上',
        sentences: ['公开账册的文件和它的签名不一致，现在不能据此判断真假。请联系主办单位。', `编号 ${verdict.alarm}`],
      };
    case 'none':
      return {
        ...nothing,
        state: 'none',
        heading: '不存在',
        sentences: [
          verdict.hasResult
            ? '这次评选的表彰名单里没有这个编号。请对照证书再看一遍编号。'
            : '这次评选还没有表彰，没有发过证书。',
        ],
        facts: [
          { term: '编号', text: printedCode(code) },
          { term: '活动', text: title },
        ],
        asOf: asOf(verdict.size, at),
      };
    case 'valid':
    case 'revoked': {
      const { awarded } = verdict;
      return {
        state: verdict.kind,
        heading: verdict.kind === 'valid' ? '有效' : '已撤销',
        sentences: [
          ...(verdict.kind === 'valid' ? ['公开账册里有这项表彰，没有撤销。'] : ['这项表彰已经撤销，证书作废。']),
          ...(awarded.isNameInLog ? [] : ['名称照活动页上的写，账册开始后更正过。']),
        ],
        candidateId: awarded.candidateId,
        name: awarded.name,
        facts: [
          { term: '编号', text: printedCode(code) },
          { term: '活动', text: title },
          ...(awarded.level === undefined ? [] : [{ term: '等次', text: awarded.level }]),
          { term: '颁发', text: organiser },
          ...(verdict.kind === 'revoked'
            ? [
                { term: '撤销原因', text: verdict.revocation.reason },
                { term: '依据', text: verdict.revocation.clause },
              ]
            : []),
        ],
        asOf: asOf(verdict.size, at),
      };
    }
  }
}

function asOf(size: number, at: number | null): string {
  if (size === 0) return '';
  return `截至公开账册第 ${groupedText(size)} 条${at === null ? '' : `（${fullTimeText(at)}公布）`}`;
}
