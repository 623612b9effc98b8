import * as z from 'zod';
import type { Reply } from '../contract/errors';
import { refuse } from '../contract/answered';
import { currentCaller } from '../platform/caller';
import { now } from '../platform/clock';
import { pushSource } from '../platform/environment';
import { newRequestId } from '../platform/ids';
import { logFault } from '../platform/log';
import { answerCustomer, greetCustomer } from '../usecases/service/answer-customer';
import { receiveVerdict } from '../usecases/media/show-passed-media';

/** What the platform takes for "received, nothing more to say". */
type Received = 'success';

/** Hands the conversation to a person, as WeChat documents it for cloud functions. */
interface HandOver {
  ToUserName: string;
  FromUserName: string;
  CreateTime: number;
  MsgType: 'transfer_customer_service';
}

const mediaCheck = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().regex(/^[\w-]{1,100}$/),
  errcode: z.number().optional(),
  result: z.object({ suggest: z.string() }).optional(),
});

const customerMessage = z.object({
  MsgType: z.enum(['text', 'image', 'miniprogrampage']),
  FromUserName: z.string().min(1).max(64),
  ToUserName: z.string().max(64),
  MsgId: z.union([z.string().regex(/^[\w-]{1,100}$/), z.number()]),
  Content: z.string().max(5000).optional(),
});

const opened = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('user_enter_tempsession'),
  FromUserName: z.string().min(1).max(64),
});

/**
 * Answers one message that WeChat pushes: a verdict on a picture, or what somebody wrote to customer service. The platform repeats
 * what fails, and a repeat changes nothing. What is of no kind we know is received and left.
 */
export async function answerPush(event: unknown): Promise<Received | HandOver | Reply<never>> {
  const { openid, source } = currentCaller();
  // For customer service the platform sets the identity of who wrote; for a verdict it sets none.
  const sender = z.object({ FromUserName: z.string() }).safeParse(event).data?.FromUserName;
  if (source !== pushSource() || (openid !== '' && openid !== sender)) {
    // Nothing documents the source, so whoever sets this up has to be able to find out what it was.
    logFault(newRequestId(), 'inbox', `refused a message by source "${source}"`);
    return { ...refuse('FORBIDDEN_SOURCE', 'only WeChat’s own pushes are served', { field: 'source' }), now: now() };
  }
  try {
    return await take(event);
  } catch (fault) {
    const requestId = newRequestId();
    logFault(requestId, 'inbox', fault);
    return { ...refuse('BUSY', 'not taken in: to be pushed again', { requestId }), now: now() };
  }
}

async function take(event: unknown): Promise<Received | HandOver> {
  const verdict = mediaCheck.safeParse(event);
  if (verdict.success) {
    const { trace_id: trace, errcode = 0, result } = verdict.data;
    await receiveVerdict(trace, { errcode, suggest: result?.suggest ?? 'review' }, now());
    return 'success';
  }
  const visitor = opened.safeParse(event);
  if (visitor.success) {
    await greetCustomer(visitor.data.FromUserName, now());
    return 'success';
  }
  const message = customerMessage.safeParse(event);
  if (!message.success) return 'success';
  const { MsgType, FromUserName, ToUserName, MsgId, Content } = message.data;
  const text = MsgType === 'text' ? (Content ?? '') : null;
  const { isForPerson } = await answerCustomer({ id: String(MsgId), from: FromUserName, text }, now());
  if (!isForPerson) return 'success';
  return {
    ToUserName: FromUserName,
    FromUserName: ToUserName,
    CreateTime: Math.floor(now() / 1000),
    MsgType: 'transfer_customer_service',
  };
}
