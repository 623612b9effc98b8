import { encodeEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { wholeBetween, type Random } from '../../../../scripts/random/random';
import { pick } from '../pick';
import { complete, signerOf, type SamplePoll } from '../sample-bundle';
import { damageJson } from './damage-json';
import { resign, type Forgery } from './resign';

/** Public keys under which anybody can sign, or that libraries read in more than one way: as verifier keys. */
const weakKeys = [
  'gongping.example/p1+a9bba8d5+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'gongping.example/p1+0c9a8b7d+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
];

const insertions = [
  '{"v":1,"kind":"gift"}',
  '{"v":1,"kind":"__proto__"}',
  '{"v":1,"kind":"draw","draw":"123","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"draw","draw":"１２３","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"draw","draw":"1234","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"void","index":1,"reason":"toString","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"void","index":1,"reason":"机器投票","clause":"一","proposer":"甲","approver":"甲"}',
  '{"v":1,"kind":"void","index":1,"reason":"机器投票","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"void","index":9007199254740991,"reason":"机器投票","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"restore","index":1,"reason":"toString","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"withdraw","candidate":"constructor","reason":"退","proposer":"甲","approver":"甲"}',
  '{"v":1,"kind":"close","ballots":0}',
  '{"v":1,"kind":"jury","juror":"__proto__","scores":[]}',
  '{"v":1,"kind":"jury","juror":"甲","scores":[["toString",1]]}',
  '{"v":2,"kind":"jury","juror":"甲","scores":[],"recused":[],"salt":"00000000000000000000000000000000"}',
  '{"v":1,"kind":"sheet","juror":"甲","n":1,"hash":"0000000000000000000000000000000000000000000000000000000000000000"}',
  '{"v":1,"kind":"sheet","juror":"__proto__","n":3,"hash":"0000000000000000000000000000000000000000000000000000000000000000"}',
  '{"v":1,"kind":"exclude","juror":"constructor","reason":"退","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"exclude","juror":"甲","reason":"退","clause":"一","proposer":"甲","approver":"甲"}',
  '{"v":1,"kind":"result","ballots":0,"voided":0,"voids":[],"ranking":[]}',
  '{"v":2,"kind":"result","ballots":0,"voided":0,"voids":[],"ranking":[]}',
  '{"v":1,"kind":"notice","n":1,"from":0,"until":1796745600000,"ballots":0,"voided":0,"voids":[],"ranking":[],"proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"notice","n":1,"from":1796745600000,"until":252460771200000,"ballots":0,"voided":0,"voids":[],"ranking":[],"proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"revoke","candidate":"constructor","reason":"退","clause":"一","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"callOff","reason":"停","proposer":"甲","approver":"乙"}',
  '{"v":1,"kind":"callOff","reason":"停","proposer":"甲","approver":"甲"}',
  '{"v":1,"kind":"ballot","tag":"00000000000000000000000000000000","period":"2026-02-31","choices":["a"]}',
  '{"v":1,"kind":"ballot","tag":"00000000000000000000000000000000","period":"0000-00-00","choices":["a"]}',
  'null',
  '',
];

/** A log as somebody would write it who holds its key and lies: every code, root and signature is right. */
export function dishonestBundle(random: Random, poll: SamplePoll): string {
  const isLogged = random() < 0.7;
  const { texts, result } = complete(poll, isLogged);
  const first = parseEntry(texts[0] ?? '');
  const isChained = typeof first === 'object' && first.kind === 'rules' && first.v === 3;
  const forgery: Forgery = {
    signer: signerOf('gongping.example/p1'),
    candidates: poll.candidates,
    texts,
    published: poll.published,
    result: encodeEntry(result),
    extensions: (previous) => (isChained ? [`previous ${previous}`] : []),
  };
  for (let turn = wholeBetween(random, 1, 2); turn > 0; turn--) lie(random, forgery);
  return resign(forgery);
}

function lie(random: Random, forgery: Forgery): void {
  const texts = [...forgery.texts];
  const at = random() < 0.3 ? pick(random, [0, texts.length - 1]) : wholeBetween(random, 0, texts.length - 1);
  const text = texts[at] ?? '';
  forgery.texts = texts;
  switch (wholeBetween(random, 0, 13)) {
    case 0:
    case 1:
    case 2:
    case 3:
      texts[at] = damageJson(random, text);
      return;
    case 4:
      texts[0] = damageJson(random, texts[0] ?? '');
      return;
    case 5:
      texts.splice(at, 1);
      return;
    case 6:
      texts.splice(at, 0, text);
      return;
    case 7:
      texts.splice(at, 0, pick(random, insertions));
      return;
    case 8: {
      const other = wholeBetween(random, 0, texts.length - 1);
      [texts[at], texts[other]] = [texts[other] ?? '', text];
      return;
    }
    case 9:
      forgery.result = random() < 0.5 ? damageJson(random, forgery.result) : forgery.result.replace('true', 'false');
      return;
    case 10:
      forgery.extensions = pick(random, [
        () => [],
        (previous: number) => [`previous ${previous}`],
        (previous: number) => [`previous ${previous + 1}`],
        (previous: number) => [`previous 0${previous}`],
        (previous: number) => [`previous ${previous}`, 'more'],
        () => [''],
        () => ['previous'],
        () => ['公'],
      ]);
      return;
    case 11:
      forgery.note = pick(random, [
        (note: string) => note + note.slice(note.lastIndexOf('— ')),
        (note: string) => `${note}— other AAAAAAAA\n`,
        (note: string) => note.replace(/.(?==?\n$)/, (last) => (last === 'A' ? 'B' : 'A')),
        (note: string) => `${note}\n`,
        (note: string) => note.slice(0, -1),
        (note: string) => note.replace('\n', '\r\n'),
        (note: string) => note.replace('— ', '—\u00a0'),
        (note: string) => note.replace('gongping', 'gongping\ufeff'),
        (note: string) => note.replace('\n\n', '\n\ud800\n\n'),
        malleable,
      ]);
      return;
    case 12:
      forgery.keyText = pick(random, [
        ...weakKeys,
        `${forgery.signer.key.name}+${forgery.signer.key.id}+AQ==`,
        'gongping.example/p1\u00a0+00000000+AQ==',
      ]);
      return;
    default:
      forgery.signer = pick(random, [
        signerOf('gongping.example/p1', 8),
        signerOf('gongping.example/p2'),
        signerOf('p1'),
        signerOf('公评/p1'),
        signerOf('x/gongping.example/p1'),
      ]);
  }
}

const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The same signature with the group's order added to its second half: a careless library takes it too. */
function malleable(note: string): string {
  return note.replace(/(\S+)\n$/, (_, text: string) => {
    const bytes = Buffer.from(text, 'base64');
    const half = BigInt(`0x${Buffer.from(bytes.subarray(36)).reverse().toString('hex')}`) + order;
    Buffer.from(half.toString(16).padStart(64, '0'), 'hex').reverse().copy(bytes, 36);
    return `${bytes.toString('base64')}\n`;
  });
}
