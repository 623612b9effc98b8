import { readBytes } from '../phone/files';
import type { ErrorCode, Refusal, RefusalDetails, Reply } from '../../cloudfunctions/shared/contract/errors';
import type {
  DocumentsInput,
  DocumentsOutput,
  DocumentsProcedure,
} from '../../cloudfunctions/shared/contract/documents';
import type {
  OrganiserInput,
  OrganiserOutput,
  OrganiserProcedure,
} from '../../cloudfunctions/shared/contract/organiser';
import type {
  ParticipantInput,
  ParticipantOutput,
  ParticipantProcedure,
} from '../../cloudfunctions/shared/contract/participant';
import type { InputOf, OutputOf, VoterProcedure } from '../../cloudfunctions/shared/contract/voter';
import { environment } from '../installation';
import { observeServerTime, serverNow } from '../stores/clock';

/** Why no reply came. After each of them the outcome is unknown: the server may have done what was asked. */
export type LostCode = 'OFFLINE' | 'TIMEOUT' | 'NO_ANSWER';

export type FailureCode = ErrorCode | LostCode;

/** What a code's details carry; what got lost carries none. */
export type DetailsOf = RefusalDetails & Record<LostCode, undefined>;

/** What went wrong, refusals and lost replies alike; `text/errors.ts` has a sentence for each code. */
export type Failure = Refusal | Lost;

interface Lost {
  code: LostCode;
  /** English, for developers. */
  message: string;
  details?: undefined;
}

export type Answer<Data> = { ok: true; data: Data; now: number } | { ok: false; error: Failure };

/** A cold function needs up to 3 s; whoever waits longer than this on a phone has left the lift's network. */
const longestWait = 12_000;
/** An import or an export at work. */
const longestWork = 30_000;

/** Connects to the installation's environment; once, at launch. */
export function connect(): void {
  wx.cloud.init({ ...(environment === '' ? {} : { env: environment }), traceUser: false });
}

/** Calls one procedure of the `voter` function. Never rejects: an offline phone or a late answer is a value too. */
export function call<P extends VoterProcedure>(procedure: P, input: InputOf<P>): Promise<Answer<OutputOf<P>>> {
  return ask('voter', procedure, input, longestWait);
}

/** The same for the `organiser` function. It checks texts and reads files, so an answer may take longer. */
export function callOrganiser<P extends OrganiserProcedure>(
  procedure: P,
  input: OrganiserInput<P>,
): Promise<Answer<OrganiserOutput<P>>> {
  return ask('organiser', procedure, input, longestWork);
}

/** The same for the `documents` function, which prints and exports. */
export function callDocuments<P extends DocumentsProcedure>(
  procedure: P,
  input: DocumentsInput<P>,
): Promise<Answer<DocumentsOutput<P>>> {
  return ask('documents', procedure, input, longestWork);
}

/** The same for the `participant` function. */
export function callParticipant<P extends ParticipantProcedure>(
  procedure: P,
  input: ParticipantInput<P>,
): Promise<Answer<ParticipantOutput<P>>> {
  return ask('participant', procedure, input, longestWork);
}

/** Several answers that make sense only together: all of them, or the first failure in their order. */
export async function together<Datas extends unknown[]>(
  ...asked: { [At in keyof Datas]: Promise<Answer<Datas[At]>> }
): Promise<Answer<Datas>> {
  const answers: Answer<unknown>[] = await Promise.all(asked);
  const data: unknown[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    data.push(answer.data);
  }
  // Each place holds what was asked for there.
  return { ok: true, data: data as Datas, now: serverNow() };
}

async function ask<Data>(name: string, procedure: string, input: object, patience: number): Promise<Answer<Data>> {
  const answer = await within(
    patience,
    answerOf<Data>(name, procedure, input),
    lost('TIMEOUT', `No answer within ${patience} ms.`),
  );
  if (answer.ok) observeServerTime(answer.now);
  return answer;
}

async function answerOf<Data>(name: string, procedure: string, input: object): Promise<Answer<Data>> {
  try {
    const { result } = await wx.cloud.callFunction({ name, data: { procedure, input } });
    // The functions and this page are built from one contract; what is not a reply at all is caught here.
    return isReply<Data>(result) ? result : lost('NO_ANSWER', 'The function answered no reply.');
  } catch (reason) {
    return lostBy(reason);
  }
}

/** What comes of it, or after so many milliseconds `late`. */
function within<Value>(patience: number, asked: Promise<Value>, late: Value): Promise<Value> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), patience);
    void asked.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** A file's bytes, or why there are none: the storage says that there is no such file, or says nothing. */
export type FileContent = Uint8Array | 'MISSING' | 'UNREACHABLE';

/**
 * Downloads a file of cloud storage. Never rejects.
 * @param fileId `cloud://…`
 */
export function download(fileId: string): Promise<FileContent> {
  return within<FileContent>(longestWait, fetchFile(fileId), 'UNREACHABLE');
}

async function fetchFile(fileId: string): Promise<FileContent> {
  const file = await fileOnPhone(fileId);
  if (typeof file === 'string') return file;
  try {
    return await readBytes(file.temporary);
  } catch {
    return 'UNREACHABLE';
  }
}

/** The same as a temporary file of this phone, for what WeChat itself opens. */
export async function fileOnPhone(fileId: string): Promise<{ temporary: string } | 'MISSING' | 'UNREACHABLE'> {
  try {
    const { tempFilePath, statusCode } = await wx.cloud.downloadFile({ fileID: fileId });
    if (statusCode === 404) return 'MISSING';
    return statusCode === 200 ? { temporary: tempFilePath } : 'UNREACHABLE';
  } catch (reason) {
    // -503003 is CloudBase's "no such file".
    return /-503003|NONEXIST|not exist/i.test(textOf(reason)) ? 'MISSING' : 'UNREACHABLE';
  }
}

/**
 * Uploads a file of this phone. Never rejects.
 * @param progress told the percentage, 0 to 100
 * @returns its cloud file id, undefined where it did not get there
 */
export function uploadFile(
  cloudPath: string,
  filePath: string,
  progress: (percent: number) => void = () => undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => resolve(fileID),
      fail: () => resolve(undefined),
    });
    task.onProgressUpdate((update) => progress(update.progress));
  });
}

/** A web address under which anyone can fetch a file of cloud storage for a while; null when there is none now. */
export async function webAddress(fileId: string): Promise<string | null> {
  try {
    const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileId] });
    return fileList[0]?.tempFileURL || null;
  } catch {
    return null;
  }
}

function isReply<Data>(result: unknown): result is Reply<Data> {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}

function lost(code: LostCode, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, message } };
}

/** WeChat tells the causes apart only by the text and number of its error. */
function lostBy(reason: unknown): { ok: false; error: Failure } {
  const message = textOf(reason);
  if (/-504003|timed? ?out/i.test(message)) return lost('TIMEOUT', message);
  if (/request:fail|network|offline|internet|ERR_|interrupted/i.test(message)) return lost('OFFLINE', message);
  return lost('NO_ANSWER', message);
}

function textOf(reason: unknown): string {
  if (reason instanceof Error) return reason.message;
  if (typeof reason === 'object' && reason !== null && 'errMsg' in reason) {
    const number = 'errCode' in reason ? ` ${String(reason.errCode)}` : '';
    return String(reason.errMsg) + number;
  }
  return String(reason);
}
