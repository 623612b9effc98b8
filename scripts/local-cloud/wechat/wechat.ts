import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../functions/caller';
import type { FunctionConfig } from '../functions/function-config';
import { checkMedia, checkText, type MediaVerdict, type Verdict } from './content-check';
import { OpenData } from './open-data';
import { refuse, type OpenApi, type OpenApiAnswer } from './open-api';
import { Outbox, sendMessage } from './outbox';
import { drawProgramCode } from './program-code';
import { ServiceDesk, type ServiceDeskOptions } from './service-desk';
import { answerPerson, ServiceMessages } from './service-messages';
import { rankRisk } from './risk-rank';
import { UrlLinks } from './url-link';
import { Visitors } from './visitors';
import { readCloudIds, readFields, writeAnswer, writeGatewayError, writeOpenData } from './wire';

/** How WeChat's stand-ins are to behave; everything may be left out. */
export interface WechatSettings {
  /** The mini-program's pages, first the home page; unless told, every page passes `check_path`. */
  pages?: readonly string[];
  /** Risk ranks 0–4 by openid. */
  riskRanks?: Readonly<Record<string, number>>;
  /** Openids that consented to no subscribe message. */
  messageRefusers?: readonly string[];
}

export interface WechatOptions extends WechatSettings {
  appid: string;
  dataDir: string;
  /** The cloud's time in epoch ms. */
  clock: () => number;
  /** Hands a message that WeChat pushes to the function that receives them; undefined when there is none. */
  push: ServiceDeskOptions['deliver'];
}

/** The gateway's codes, as wx-server-sdk names them. */
const ERR_CODE = { notFound: -604100, noPermission: -604101 } as const;

/** How wx-server-sdk calls `cloud.getOpenData`, which needs no permission. */
const GET_OPEN_DATA = 'ApiGetOpenDataByCloudId';

/** WeChat's side of the local cloud: stand-ins for some of the open APIs, bound to the calling identity. */
export class Wechat {
  readonly outbox: Outbox;
  readonly serviceMessages: ServiceMessages;
  readonly serviceDesk: ServiceDesk;
  readonly visitors = new Visitors();
  readonly openData: OpenData;
  /** Open APIs that answer -1, WeChat's "system is busy", for a while. */
  readonly broken = new Set<string>();
  /** Open APIs that answer late, by milliseconds. */
  readonly delays = new Map<string, number>();
  /** The verdict on every picture for now; by its name where there is none. */
  verdictOnPictures: Verdict['suggest'] | undefined;
  readonly links = new UrlLinks();
  private readonly apis: Record<string, OpenApi>;
  private readonly troubles = new Map<string, { errcode: number }>();

  constructor(private readonly options: WechatOptions) {
    const { appid, dataDir, pages, riskRanks = {}, messageRefusers = [] } = options;
    this.outbox = new Outbox(join(dataDir, 'outbox.jsonl'));
    this.openData = new OpenData(appid);
    this.serviceMessages = new ServiceMessages(join(dataDir, 'service-messages.jsonl'));
    this.serviceDesk = new ServiceDesk({ messages: this.serviceMessages, clock: options.clock, deliver: options.push });
    this.apis = {
      'security.msgSecCheck': checkText(this.visitors),
      'security.mediaCheckAsync': checkMedia(
        this.visitors,
        (verdict) => this.pushMediaVerdict(verdict),
        () => this.verdictOnPictures,
      ),
      'wxacode.getUnlimited': drawProgramCode(pages),
      'urllink.generate': this.links.generate(pages),
      'subscribeMessage.send': sendMessage(this.outbox, messageRefusers),
      'customerServiceMessage.send': answerPerson(this.serviceMessages),
      'riskControl.getUserRiskRank': rankRisk(appid, this.visitors, riskRanks),
    };
  }

  /** Answers one call, both in the wire's protobuf, on behalf of `caller` through the function of `config`. */
  async answer(name: string, request: Buffer, config: FunctionConfig, caller: Caller): Promise<Buffer> {
    const now = this.options.clock();
    if (name === GET_OPEN_DATA) {
      const resolve = (cloudId: string): string => this.openData.resolve(cloudId, caller.openid, now);
      return writeOpenData(readCloudIds(request).map((cloudId) => ({ cloudId, json: resolve(cloudId) })));
    }
    const api = Object.hasOwn(this.apis, name) ? this.apis[name] : undefined;
    if (api === undefined)
      return write(refuse(ERR_CODE.notFound, `[UnsupportedOperation] ${name} is not offered by the local cloud`));
    if (!config.openapi.includes(name)) return writeGatewayError(ERR_CODE.noPermission);
    const delay = this.delays.get(name);
    if (delay !== undefined) await pause(delay);
    if (this.broken.has(name)) return write(refuse(-1, 'system error'));
    const trouble = this.troubles.get(name);
    if (trouble !== undefined) return write(refuse(trouble.errcode, 'trouble on demand'));
    return write(await api({ fields: readFields(request), caller, now }));
  }

  /** Refuses every call of an open API with this code, until the function that is returned is called. */
  trouble(name: string, errcode: number): () => void {
    const trouble = { errcode };
    this.troubles.set(name, trouble);
    return () => {
      if (this.troubles.get(name) === trouble) this.troubles.delete(name);
    };
  }

  private pushMediaVerdict({ openid, traceId, errcode, verdict }: MediaVerdict): void {
    const { appid, clock, push } = this.options;
    void push({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(clock() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode, ...verdict, prob: 90 }],
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'the link cannot be downloaded',
      result: verdict,
    });
  }
}

function write(answer: OpenApiAnswer): Buffer {
  if ('bytes' in answer) return writeAnswer(answer.bytes, answer.contentType);
  return writeAnswer(Buffer.from(JSON.stringify(answer.json), 'utf8'), 'application/json');
}
