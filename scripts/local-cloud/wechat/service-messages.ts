import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { objectField, refuse, succeed, textField, type OpenApi } from './open-api';

/** One message of a conversation with the customer service. */
export interface ServiceMessage {
  /** Epoch ms. */
  at: number;
  /** The person whose conversation it is. */
  openid: string;
  from: 'person' | 'service' | 'platform';
  msgtype: 'text' | 'link' | 'miniprogrampage' | 'handover';
  /** What a text says, or the title of a link or page. */
  text: string;
  /** Where a link or page leads; empty for a text. */
  target: string;
}

/** Answers are let through for so long after the person wrote, in ms, and so many of them. */
const ANSWER_MS = 48 * 60 * 60 * 1000;
const MAX_ANSWERS = 5;

/** Who has only opened the conversation may be sent one message, within this time, in ms. */
const GREETING_MS = 60 * 1000;

/** The most letters of a text message. */
const MAX_TEXT = 2048;

/** Conversations with the customer service: a file of one JSON a line, that outlives the process. */
export class ServiceMessages {
  /** Who opened the conversation when, and how many messages it had. */
  private readonly entered = new Map<string, { at: number; before: number }>();

  constructor(private readonly file: string) {}

  /** One person's conversation, oldest first. A line that a killed process left half written is left out. */
  of(openid: string): ServiceMessage[] {
    if (!existsSync(this.file)) return [];
    const all = readFileSync(this.file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          // Only `put` writes this file; a torn line is caught below.
          return [JSON.parse(line) as ServiceMessage];
        } catch {
          return [];
        }
      });
    return all.filter((message) => message.openid === openid);
  }

  /** Keeps a message. The line break comes first, so that a torn line before it spoils only itself. */
  put(message: ServiceMessage): void {
    appendFileSync(this.file, `\n${JSON.stringify(message)}`);
  }

  /** The person has opened the conversation. */
  noteEntered(openid: string, at: number): void {
    this.entered.set(openid, { at, before: this.of(openid).length });
  }

  /** How many answers may still be sent at `now`, epoch ms; undefined when the person has neither written nor come in time. */
  answersLeft(openid: string, now: number): number | undefined {
    const messages = this.of(openid);
    const toQuestion = this.answersToQuestion(messages, now);
    const entered = this.entered.get(openid);
    if (entered === undefined || now - entered.at > GREETING_MS) return toQuestion;
    const greeted = messages.slice(entered.before).filter(({ from }) => from === 'service').length;
    return Math.max(toQuestion ?? 0, 1 - greeted);
  }

  private answersToQuestion(messages: readonly ServiceMessage[], now: number): number | undefined {
    const last = messages.map(({ from }) => from).lastIndexOf('person');
    const spoken = messages[last];
    if (spoken === undefined || now - spoken.at > ANSWER_MS) return undefined;
    return MAX_ANSWERS - messages.slice(last).filter(({ from }) => from === 'service').length;
  }
}

type Content = Pick<ServiceMessage, 'msgtype' | 'text' | 'target'>;

/** `customerServiceMessage.send`: texts, links and pages; pictures need media ids, which nothing here uploads. */
export function answerPerson(messages: ServiceMessages): OpenApi {
  return ({ fields, now }) => {
    const openid = textField(fields, 'touser');
    if (openid === '') return refuse(40003, 'invalid openid');
    const msgtype = textField(fields, 'msgtype');
    if (!['text', 'link', 'miniprogrampage', 'image'].includes(msgtype)) return refuse(40008, 'invalid message type');
    if (msgtype === 'image') return refuse(40007, 'invalid media_id');
    const content = readContent(msgtype, objectField(fields, msgtype) ?? {});
    if (content === undefined) return refuse(47001, `data format error: ${msgtype}`);
    const left = messages.answersLeft(openid, now);
    if (left === undefined) return refuse(45015, 'response out of time limit or subscription is canceled');
    if (left <= 0) return refuse(45047, 'out of response count limit');
    messages.put({ at: now, openid, from: 'service', ...content });
    return succeed();
  };
}

function readContent(msgtype: string, given: Record<string, unknown>): Content | undefined {
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value : '';
  };
  const made: Record<string, Content> = {
    text: { msgtype: 'text', text: text('content'), target: '' },
    link: { msgtype: 'link', text: text('title'), target: text('url') },
    miniprogrampage: { msgtype: 'miniprogrampage', text: text('title'), target: text('pagepath') },
  };
  const content = made[msgtype];
  const isWhole = content !== undefined && content.text !== '' && content.text.length <= MAX_TEXT;
  return isWhole && (msgtype === 'text' || content.target !== '') ? content : undefined;
}
