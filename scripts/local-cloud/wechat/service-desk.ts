import type { Outcome } from '../functions/invocation';
import type { ServiceMessages } from './service-messages';

export interface ServiceDeskOptions {
  messages: ServiceMessages;
  /** The cloud's time in epoch ms. */
  clock: () => number;
  /** Hands a message that WeChat pushes to the function that receives them; undefined when there is none. */
  deliver: (message: Record<string, unknown>) => Promise<Outcome> | undefined;
}

/** What became of a person's message. */
export type Delivery = 'delivered' | 'handed-over' | 'failed' | 'no-inbox';

/** What WeChat does when a person opens the customer service and writes there. */
export class ServiceDesk {
  private lastId = 0;

  constructor(private readonly options: ServiceDeskOptions) {}

  /** The person `openid` has opened the conversation, from a button with this `session-from`. */
  enter(openid: string, sessionFrom: string): Promise<Delivery> {
    this.options.messages.noteEntered(openid, this.options.clock());
    return this.push(openid, { MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: sessionFrom });
  }

  /** The person `openid` has written a text. */
  say(openid: string, text: string): Promise<Delivery> {
    const { messages, clock } = this.options;
    messages.put({ at: clock(), openid, from: 'person', msgtype: 'text', text, target: '' });
    this.lastId += 1;
    return this.push(openid, { MsgType: 'text', Content: text, MsgId: clock() * 1000 + (this.lastId % 1000) });
  }

  private async push(openid: string, content: Record<string, unknown>): Promise<Delivery> {
    const { messages, clock, deliver } = this.options;
    const outcome = await deliver({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(clock() / 1000),
      ...content,
    });
    if (outcome === undefined) return 'no-inbox';
    if (!outcome.ok) return 'failed';
    if (!asksForPerson(outcome.text)) return 'delivered';
    // From here on somebody of the team answers, in a console of WeChat's own.
    messages.put({ at: clock(), openid, from: 'platform', msgtype: 'handover', text: '', target: '' });
    return 'handed-over';
  }
}

/** Whether the function's answer hands the conversation to a person. */
function asksForPerson(answer: string): boolean {
  const value: unknown = JSON.parse(answer);
  return (
    typeof value === 'object' && value !== null && 'MsgType' in value && value.MsgType === 'transfer_customer_service'
  );
}
