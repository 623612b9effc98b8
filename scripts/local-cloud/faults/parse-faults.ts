import { databaseActions, plans, type CallFilter, type Fault, type FaultKind, type PlanName, type Span } from './fault';

export interface FaultPlan {
  faults: Fault[];
  /** The same seed and the same order of calls give the same faults. */
  seed: string;
}

/** The parameters of each kind of fault, for the check of names and for the help text. */
const parameters: Record<FaultKind, readonly string[]> = {
  latency: ['ms', 'rate', 'action', 'collection', 'function'],
  lost: ['rate', 'action', 'collection', 'function'],
  error: ['rate', 'code', 'action', 'collection', 'function'],
  stale: ['rate', 'collection', 'function'],
  restore: ['rate', 'collection', 'action', 'function'],
  conflict: ['rate', 'function'],
  death: ['rate', 'when', 'action', 'collection', 'function'],
  timeout: ['rate', 'ms', 'function'],
  'timer-never': ['rate', 'function'],
  'timer-twice': ['rate', 'function'],
  cap: ['plan', 'perSecond'],
};

const MAX_MS = 60_000;

/** What `--fault` takes; a paragraph for the command's help. */
export const faultHelp = `Faults are written KIND:NAME=VALUE,… and parted by semicolons:
  latency:ms=20-200,rate=0.5           the call is carried out later
  lost:rate=0.01                       the call is carried out, its answer is lost
  error:rate=0.05,code=SYS_ERR         the call is refused (code: DATABASE_REQUEST_FAILED unless told)
  stale:rate=0.1                       a read answers an earlier state, of any age
  restore:collection=orders,rate=0.01  ahead of a call the collection is set back to an earlier state
  conflict:rate=0.2                    the commit of a transaction meets another's write
  death:rate=0.01,when=after           the calling instance dies (when: before, after, either)
  timeout:rate=0.01,ms=0-500           the invocation is cut off after that time
  timer-never:rate=0.1                 a timer does not fire
  timer-twice:rate=0.1                 a timer fires twice at once
  cap:plan=entry                       ${Object.entries(plans)
    .map(([name, perSecond]) => `${name}: ${perSecond}`)
    .join(', ')} database calls a second
  cap:perSecond=100                    so many
  seed=7                               another seed makes other choices
A rate is above 0 and at most 1; 1 unless told. All but cap take function=NAME. Those that strike any call also take
action=insertDocument and collection=orders, stale a collection; restore needs the one that it sets back.
`;

/** Reads what `faultHelp` describes. Throws a sentence that names what is wrong. */
export function parseFaults(text: string): FaultPlan {
  const faults: Fault[] = [];
  let seed = '1';
  for (const part of text.split(';').map((item) => item.trim())) {
    if (part === '') continue;
    if (part.startsWith('seed=')) seed = part.slice('seed='.length);
    else faults.push(parseFault(part));
  }
  if (faults.length === 0) throw new Error(`"${text}" names no fault; --help lists them`);
  return { faults, seed };
}

function parseFault(part: string): Fault {
  const [kind, rest] = splitOnce(part, ':');
  if (!isKind(kind)) throw new Error(`there is no fault "${kind}"; there are ${Object.keys(parameters).join(', ')}`);
  const values = new Map<string, string>();
  for (const item of rest === '' ? [] : rest.split(',')) {
    const [name, value] = splitOnce(item.trim(), '=');
    if (!parameters[kind].includes(name))
      throw new Error(`the fault ${kind} takes ${parameters[kind].join(', ')}, and not "${name}"`);
    if (value === '') throw new Error(`${kind}: ${name} has no value; write ${name}=…`);
    values.set(name, value);
  }
  return build(kind, values);
}

function build(kind: FaultKind, values: Map<string, string>): Fault {
  if (kind === 'cap') return { kind, perSecond: readCap(values) };
  const rate = readRate(kind, values.get('rate') ?? '1');
  const filter = readFilter(kind, values);
  switch (kind) {
    case 'latency':
      return { kind, rate, ms: readSpan(kind, values.get('ms') ?? '100'), ...filter };
    case 'error':
      return { kind, rate, code: values.get('code') ?? 'DATABASE_REQUEST_FAILED', ...filter };
    case 'death':
      return {
        kind,
        rate,
        when: oneOf(kind, 'when', values.get('when') ?? 'either', ['before', 'after', 'either']),
        ...filter,
      };
    case 'timeout':
      return { kind, rate, ms: readSpan(kind, values.get('ms') ?? '0-500'), ...filter };
    case 'restore': {
      const { collection, ...rest } = filter;
      if (collection === undefined) throw new Error('restore: collection= names what is set back');
      return { kind, rate, collection, ...rest };
    }
    default:
      return { kind, rate, ...filter };
  }
}

function readCap(values: Map<string, string>): number {
  const text = values.get('perSecond');
  if (text === undefined) return plans[oneOf<PlanName>('cap', 'plan', values.get('plan') ?? '', keysOf(plans))];
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`cap: perSecond=${text} is no number of calls such as 100`);
  if (values.has('plan')) throw new Error('cap: either plan= or perSecond=');
  return Number(text);
}

function readFilter(kind: FaultKind, values: Map<string, string>): CallFilter {
  const filter: CallFilter = {};
  const action = values.get('action')?.replace(/^database\./, '');
  if (action !== undefined) filter.action = oneOf(kind, 'action', action, databaseActions);
  const collection = values.get('collection');
  if (collection !== undefined) filter.collection = collection;
  const functionName = values.get('function');
  if (functionName !== undefined) filter.function = functionName;
  return filter;
}

function readRate(kind: FaultKind, text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= 1)) throw new Error(`${kind}: rate=${text} is not above 0 and at most 1`);
  return rate;
}

function readSpan(kind: FaultKind, text: string): Span {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const least = Number(match?.[1]);
  const most = Number(match?.[2] ?? match?.[1]);
  if (match === null || least > most || most > MAX_MS)
    throw new Error(`${kind}: ms=${text} is no span such as 50 or 20-200 of at most ${MAX_MS} milliseconds`);
  return { least, most };
}

function oneOf<Choice extends string>(kind: FaultKind, name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((item) => item === text);
  if (choice === undefined) throw new Error(`${kind}: ${name}=${text} is none of ${choices.join(', ')}`);
  return choice;
}

function isKind(kind: string): kind is FaultKind {
  return Object.hasOwn(parameters, kind);
}

/** `Object.keys` forgets the names of a constant table. */
function keysOf<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table) as (keyof Table & string)[];
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
