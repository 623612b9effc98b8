import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { Installation } from '../build/miniprogram/installation';
import { parseTemplates } from '../../cloudfunctions/shared/domain/reminders/templates';

/** What one installation is: all that differs from one to another and is no secret. Secrets are named by their files. */
const settingsSchema = z.strictObject({
  environment: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{2,62}$/, 'an environment’s id, as the console of CloudBase shows it')
    .describe('The id of the CloudBase environment'),
  account: z
    .string()
    .regex(/^\d{5,20}$/, 'the account’s number (账号 ID) in digits')
    .describe('The number of the Tencent Cloud account that the environment belongs to; another one is refused'),
  region: z.enum(['ap-shanghai', 'ap-guangzhou', 'ap-beijing']).default('ap-shanghai'),
  appid: z
    .string()
    .regex(/^wx[0-9a-f]{16}$/, 'an appid: wx and sixteen digits or letters a to f')
    .describe('The mini-program’s appid'),
  name: z
    .string()
    .regex(/^[a-z0-9.-]{3,100}$/, 'a domain of your own, in small letters')
    .describe('The installation’s name in its logs, a domain of yours: it stays for good'),
  keys: z.string().min(1).describe('Where `npm run keys -- new` put the keys; beside this file'),
  templates: z.record(z.string(), z.unknown()).optional().describe('Subscribe message templates, see the README'),
  program: z
    .enum(['trial', 'develop'])
    .optional()
    .describe('What codes, links and messages open; the released version without it'),
  pushSource: z
    .string()
    .min(1)
    .optional()
    .describe('What WeChat’s messages come from, should the log of inbox show another than the usual'),
  websites: z
    .array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/, 'a domain without https://'))
    .default([])
    .describe('Domains of websites that show boards or count again: browsers there may read the storage'),
  storage: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+\.[a-z]+$/, 'the storage’s address, https://… without a slash at the end')
    .optional()
    .describe('Where the storage answers by https, as npm run doctor names it; the mini-program is built with it'),
  uploadKey: z
    .string()
    .min(1)
    .optional()
    .describe('The mini-program’s upload key file, from the console of WeChat; beside this file'),
});

export type DeploySettings = z.infer<typeof settingsSchema>;

/**
 * What the mini-program is built with.
 * @throws a sentence where the settings do not name all of it
 */
export function installationOf({ environment, storage }: DeploySettings): Installation {
  if (storage === undefined)
    throw new Error(
      'the settings name no storage, which pages and receipts read: "storage": "https://…", as npm run doctor says',
    );
  return { environment, storageAddress: storage };
}

/** The JSON schema of `installation.json`, for editors. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(settingsSchema, { io: 'input' });
}

/** @throws a sentence that names the field and what it has to be */
export function parseSettings(value: unknown): DeploySettings {
  const parsed = settingsSchema.safeParse(value);
  if (!parsed.success) throw new Error(`the settings are wrong: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.templates !== undefined) parseTemplates(JSON.stringify(parsed.data.templates));
  return parsed.data;
}

/** Reads the file; the files that it names lie beside it. @throws a sentence */
export function readSettingsFile(file: string): DeploySettings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} is not there; --help shows what it holds`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${file} is no JSON`);
  }
  const settings = parseSettings(value);
  const beside = (name: string): string => path.resolve(path.dirname(file), name);
  return {
    ...settings,
    keys: beside(settings.keys),
    ...(settings.uploadKey === undefined ? {} : { uploadKey: beside(settings.uploadKey) }),
  };
}
