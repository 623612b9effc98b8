import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { objectField, refuse, succeed, textField, type OpenApi } from './open-api';

/** A subscribe message as it was sent. */
export interface SentMessage {
  /** Epoch ms. */
  sentAt: number;
  touser: string;
  templateId: string;
  page: string;
  /** By the template's fields, such as `thing1`. */
  data: Record<string, string>;
  /** `developer`, `trial` or `formal`. */
  miniprogramState: string;
}

/** What each kind of template field may hold, by the documentation of `subscribeMessage.send`. */
const KINDS: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^.{1,5}$/su,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /\d/,
  date: /\d/,
  amount: /^[^\d]?[\d.,]{1,13}.?$/u,
  phone_number: /^[\d+\- ]{1,17}$/,
  car_number: /^.{1,8}$/su,
  name: /^.{1,20}$/su,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** Where subscribe messages end up: a file of one JSON a line, that outlives the process. */
export class Outbox {
  constructor(private readonly file: string) {}

  /** All messages, oldest first. A line that a killed process left half written is left out. */
  read(): SentMessage[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          // Only `put` writes this file; a torn line is caught below.
          return [JSON.parse(line) as SentMessage];
        } catch {
          return [];
        }
      });
  }

  /** Keeps a message. The line break comes first, so that a torn line before it spoils only itself. */
  put(message: SentMessage): void {
    appendFileSync(this.file, `\n${JSON.stringify(message)}`);
  }
}

/**
 * `subscribeMessage.send` into the outbox.
 * @param refusers who gave no consent (or used it up): each of these openids is refused with 43101
 */
export function sendMessage(outbox: Outbox, refusers: readonly string[]): OpenApi {
  return ({ fields, now }) => {
    const touser = textField(fields, 'touser');
    if (touser === '') return refuse(40003, 'invalid openid');
    const templateId = textField(fields, 'template_id');
    if (templateId === '') return refuse(40037, 'invalid template_id');
    const page = textField(fields, 'page');
    if (page.startsWith('/')) return refuse(41030, 'invalid page');
    const miniprogramState = textField(fields, 'miniprogram_state') || 'formal';
    if (!['developer', 'trial', 'formal'].includes(miniprogramState))
      return refuse(47001, 'data format error: miniprogram_state');
    const given = objectField(fields, 'data');
    if (given === undefined) return refuse(47001, 'data format error: data');
    if (refusers.includes(touser)) return refuse(43101, 'user refuse to accept the msg');
    const data: Record<string, string> = {};
    for (const [name, item] of Object.entries(given)) {
      const value = valueOf(item);
      const kind = KINDS[name.replace(/\d+$/, '')];
      if (value === undefined || kind === undefined || !kind.test(value))
        return refuse(47003, `argument invalid! data.${name}.value invalid`);
      data[name] = value;
    }
    outbox.put({ sentAt: now, touser, templateId, page, data, miniprogramState });
    return succeed();
  };
}

function valueOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('value' in item)) return undefined;
  return typeof item.value === 'string' || typeof item.value === 'number' ? String(item.value) : undefined;
}
