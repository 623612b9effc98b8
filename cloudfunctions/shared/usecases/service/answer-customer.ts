import { answerTo, greeting } from '../../domain/service/customer-service';
import { answerCustomer as send } from '../../platform/customer-service';
import { derivedId } from '../../platform/ids';
import { noteReceived } from '../../store/service/received';

/** A customer's message as WeChat pushes it. */
export interface CustomerMessage {
  id: string;
  from: string;
  /** null for a picture or a card, which only a person can answer. */
  text: string | null;
}

/**
 * Answers what can be answered by itself, once however often the message comes.
 * @returns whether a person has to take over
 */
export async function answerCustomer(
  { id, from, text }: CustomerMessage,
  now: number,
): Promise<{ isForPerson: boolean }> {
  const answer = text === null ? null : answerTo(text);
  if (answer === null) return { isForPerson: true };
  const isNew = await noteReceived(`service:${id}`, now);
  return { isForPerson: isNew && !(await send(from, answer)) };
}

/** Within this time somebody who comes back is not greeted again, milliseconds. */
const visit = 30 * 60 * 1000;

/** Greets somebody who opened the conversation. Where WeChat takes no greeting, the first question is answered as ever. */
export async function greetCustomer(from: string, now: number): Promise<void> {
  // The note names nobody: an event has no id of its own.
  const id = derivedId(16, from, String(Math.floor(now / visit)));
  if (await noteReceived(`greeting:${id}`, now)) await send(from, greeting);
}
