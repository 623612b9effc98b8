import { parseArgs } from 'node:util';
import type { Grant } from '../cloudfunctions/shared/store/team/installation';
import { readFileSync } from 'node:fs';
import {
  addCalendarYear,
  giveGrant,
  listGrants,
  readSettings,
  revokeGrant,
  seatOwner,
  takeClaim,
  writeSettings,
  type Granted,
} from './admin/installation';
import { ask } from './ask';
import { connectTo, type CloudAddress } from './connect';
import { eraseInstallation, eraseObstacle, erasePoll, pollInBrief } from './vault/erase';
import { goOn } from './vault/standstill';
import { Vault } from './vault/vault';

const help = `Says who may do what in an installation, and by which settings it runs.

  npm run admin -- grant administrator --code CODE --name NAME CLOUD   may list polls on the home page
  npm run admin -- grant organiser --code CODE --name NAME CLOUD       may make polls where only approved organisers may
  npm run admin -- revoke IDENTITY CLOUD                               takes either away; the list has the identities
  npm run admin -- list CLOUD                                          who has been granted what
  npm run admin -- settings CLOUD                                      shows the settings
  npm run admin -- settings --creation approved --polls-per-person 5 CLOUD
                                                                       changes them; creation is anyone or approved

  npm run admin -- calendar FILE CLOUD                                 adds a year of working days, as the State Council announced it
  npm run admin -- owner --poll ID --code CODE --name NAME --reason REASON CLOUD
                                                                       seats an owner where the last one is lost; it is public

  npm run admin -- thaw --poll ID CLOUD                                lets a poll go on that npm run backup -- --move or npm run restore has made
                                                                       stand still; never where it goes on elsewhere: its log would be two

  npm run admin -- erase --poll ID --reason REASON [--confirm ID] CLOUD
                                                                       takes away all that is kept of a poll that is over: ballots, people, texts,
                                                                       pictures. Its public log stays, by which receipts and certificates are
                                                                       checked, and a note that everybody reads. There is no way back: without
                                                                       --confirm it names the poll, and asks
  npm run admin -- erase-installation --reason REASON --confirm NAME CLOUD
                                                                       the same with every poll, and with what is the installation's; NAME is the
                                                                       environment, or the URL of the local cloud

  FILE    JSON: {"year": 2027, "notice": {"number": "国办发明电〔2026〕N号", "day": "2026-11-04"},
          "free": ["2027-01-01", …], "working": ["2027-02-14", …]}: free days, and weekends on which people work
  REASON  for everybody to read
  CODE    the person opens "我的", then "平台管理", and reads out the code that stands there; it lasts a quarter of an hour
  NAME    who it is, for the list
  CLOUD   --local URL for a local cloud, or --env ENVIRONMENT with TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY set
  --openid IDENTITY in place of --code, where you know it from elsewhere
  --help  this text
`;

const grants: readonly string[] = ['administrator', 'organiser'] satisfies Grant[];

interface Given extends CloudAddress {
  code?: string | undefined;
  openid?: string | undefined;
  name?: string | undefined;
  poll?: string | undefined;
  reason?: string | undefined;
  confirm?: string | undefined;
  creation?: string | undefined;
  'polls-per-person'?: string | undefined;
}

async function run(command: string, operand: string, given: Given): Promise<void> {
  switch (command) {
    case 'grant':
      return grant(operand, given);
    case 'revoke': {
      if (operand === '') throw new Error('say whose: the list has the identities; see --help');
      const isRevoked = await revokeGrant(connectTo(given), operand);
      console.log(isRevoked ? `${operand} has no grant any more.` : `${operand} had none.`);
      return;
    }
    case 'list': {
      const all = await listGrants(connectTo(given));
      if (all.length === 0) console.log('nobody has been granted anything yet');
      for (const each of all) console.log(lineOf(each));
      return;
    }
    case 'settings':
      return settings(given);
    case 'calendar': {
      if (operand === '') throw new Error('say which file; see --help');
      const { year, free, working } = await addCalendarYear(connectTo(given), readJson(operand));
      console.log(`${year} is known now: ${free.length} free days, ${working.length} working weekends.`);
      return;
    }
    case 'owner':
      return owner(given);
    case 'thaw':
      return thaw(given);
    case 'erase':
      return erase(given);
    case 'erase-installation':
      return eraseAll(given);
    default:
      throw new Error(`there is no "${command}"; see --help`);
  }
}

async function grant(kind: string, given: Given): Promise<void> {
  if (!grants.includes(kind)) throw new Error(`"${kind}" is no grant: administrator or organiser`);
  const { code, openid, name } = given;
  if (name === undefined || name === '') throw new Error('say who it is, for the list: --name NAME');
  if ((code === undefined) === (openid === undefined)) throw new Error('say who by one of --code and --openid');
  const app = connectTo(given);
  const now = Date.now();
  const person = openid ?? (await takeClaim(app, code ?? '', now));
  // Looked up among the grants above.
  await giveGrant(app, { openid: person, grant: kind as Grant, name, grantedAt: now });
  console.log(`${name} is ${kind === 'administrator' ? 'an administrator' : 'an approved organiser'} now.`);
}

function readJson(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is no JSON`);
  }
}

async function owner(given: Given): Promise<void> {
  const { poll = '', code, openid, name = '', reason = '' } = given;
  if (poll === '') throw new Error('say which poll: --poll ID');
  if (name === '') throw new Error('say how their colleagues know them: --name NAME');
  reasonOf(given);
  if ((code === undefined) === (openid === undefined)) throw new Error('say who by one of --code and --openid');
  const app = connectTo(given);
  const at = Date.now();
  const person = openid ?? (await takeClaim(app, code ?? '', at));
  await seatOwner(app, { pollId: poll, openid: person, name, reason, at });
  console.log(`${name} is an owner of ${poll} now; its trail and its public record say so.`);
}

async function thaw(given: Given): Promise<void> {
  const { poll = '' } = given;
  if (poll === '') throw new Error('say which poll: --poll ID');
  if (!(await goOn(await Vault.open(given), poll, Date.now()))) throw new Error(`${poll} does not stand still here`);
  console.log(`${poll} goes on.`);
}

async function erase(given: Given): Promise<void> {
  const { poll = '' } = given;
  if (poll === '') throw new Error('say which poll: --poll ID');
  const reason = reasonOf(given);
  const vault = await Vault.open(given);
  const obstacle = await eraseObstacle(vault, poll);
  if (obstacle !== null) throw new Error(obstacle);
  const named =
    given.confirm ?? (await ask(async () => `${await pollInBrief(vault, poll)}\nTo erase it for good, type its id: `));
  if (named !== poll) throw new Error(`nothing was erased: --confirm ${poll} says that it is meant, for good`);
  const { documents, files, staying } = await erasePoll(vault, poll, { reason, now: Date.now() });
  console.log(`${poll} is erased: ${documents} documents and ${files} files are gone, looked for and not found.`);
  console.log(
    staying === 0 ? 'It had no log.' : `Its public log stays, ${staying} files; whoever opens the poll reads why.`,
  );
}

async function eraseAll(given: Given): Promise<void> {
  const name = given.local ?? given.env ?? '';
  const reason = reasonOf(given);
  if (given.confirm !== name)
    throw new Error(`nothing was erased: --confirm ${name} says that all of it is meant, for good`);
  const { polls, documents, files } = await eraseInstallation(await Vault.open(given), { reason, now: Date.now() });
  console.log(
    `${polls} polls are erased: ${documents} documents and ${files} files are gone, looked for and not found.`,
  );
  console.log('Public logs stay. Functions and their timer stay too: delete them, or the environment, in the console.');
}

/** @throws a sentence where none is given that everybody can read */
function reasonOf({ reason = '' }: Given): string {
  if (reason.trim() === '' || reason.length > 200)
    throw new Error('say why, in 200 characters at most: --reason REASON');
  return reason.trim();
}

async function settings(given: Given): Promise<void> {
  const { creation, 'polls-per-person': polls } = given;
  if (creation !== undefined && creation !== 'anyone' && creation !== 'approved') {
    throw new Error('--creation is anyone or approved');
  }
  const pollsPerPerson = polls === undefined ? undefined : Number(polls);
  if (pollsPerPerson !== undefined && !(Number.isInteger(pollsPerPerson) && pollsPerPerson > 0)) {
    throw new Error('--polls-per-person is a whole number from 1');
  }
  const app = connectTo(given);
  await writeSettings(app, {
    ...(creation === undefined ? {} : { creation }),
    ...(pollsPerPerson === undefined ? {} : { pollsPerPerson }),
  });
  const { creation: who = 'anyone', pollsPerPerson: most = 20 } = await readSettings(app);
  console.log(`Polls are made by ${who === 'anyone' ? 'anyone' : 'approved organisers'}, ${most} a person at most.`);
}

function lineOf({ openid, grant: kind, name, grantedAt }: Granted): string {
  return `${openid}  ${kind}  ${name}  since ${new Date(grantedAt).toISOString().slice(0, 10)}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      code: { type: 'string' },
      openid: { type: 'string' },
      name: { type: 'string' },
      poll: { type: 'string' },
      reason: { type: 'string' },
      confirm: { type: 'string' },
      creation: { type: 'string' },
      'polls-per-person': { type: 'string' },
      local: { type: 'string' },
      env: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, operand = ''] = positionals;
  if (values.help || command === undefined) console.log(help);
  else await run(command, operand, values);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
