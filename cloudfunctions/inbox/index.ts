import { answerPush } from '../shared/runtime/inbox';

/** The door for what WeChat pushes; it serves no client. */
export function main(event: unknown): ReturnType<typeof answerPush> {
  return answerPush(event);
}
