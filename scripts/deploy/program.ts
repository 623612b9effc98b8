import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Installation } from '../build/miniprogram/installation';

/** The part of `miniprogram-ci` that is used here. */
export interface ProgramTool {
  Project: new (options: Record<string, unknown>) => object;
  checkCodeQuality: (
    project: object,
    reportFile: string,
  ) => Promise<{ name: string; success: boolean; text: string; detail?: { size?: number } }[]>;
  upload: (options: Record<string, unknown>) => Promise<unknown>;
}

export interface Program {
  appid: string;
  /** Holds project.config.json, which says where the built mini-program lies. */
  folder: string;
}

/** What WeChat's own offline check objects to, a line each. It objects to no program's working, but to its size and speed. */
export async function objectionsTo(tool: ProgramTool, { appid, folder }: Program): Promise<string[]> {
  const work = mkdtempSync(path.join(tmpdir(), 'gongping-program-'));
  try {
    // The tool wants a key even where it sends nothing.
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keyFile = path.join(work, 'key.pem');
    writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    const checks = await tool.checkCodeQuality(
      projectOf(tool, { appid, folder }, keyFile),
      path.join(work, 'report.json'),
    );
    return checks
      .filter(({ success }) => !success)
      .map(
        ({ name, text, detail }) => `${name}: ${text}${detail?.size === undefined ? '' : ` (${detail.size} bytes)`}`,
      );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Puts the built mini-program up as a version that still has to be reviewed and released by hand. The files go as they are: they are
 * built, and what WeChat's tool would make of them was not tested.
 * @param keyFile the upload key, from the console of WeChat
 * @throws what WeChat says when it will not
 */
export async function uploadProgram(
  tool: ProgramTool,
  program: Program,
  keyFile: string,
  version: string,
): Promise<void> {
  await tool.upload({
    project: projectOf(tool, program, keyFile),
    version,
    desc: `Gongping ${version}`,
    setting: {
      es6: false,
      es7: false,
      minify: false,
      minifyJS: false,
      minifyWXML: false,
      minifyWXSS: false,
      autoPrefixWXSS: false,
    },
    onProgressUpdate: () => undefined,
  });
}

function projectOf(tool: ProgramTool, { appid, folder }: Program, privateKeyPath: string): object {
  return new tool.Project({
    appid,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  });
}

/**
 * Sees that a mini-program that lies there was built for this installation.
 * @param folder the built one
 * @throws a sentence
 */
export function checkInstallation(folder: string, { environment, storageAddress }: Installation): void {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const missing = [environment, storageAddress].filter(
    (text) => !scripts.some((script) => script.includes(`"${text}"`)),
  );
  if (missing.length > 0)
    throw new Error(
      `what lies in ${folder} is not built for ${missing.join(' and ')}: leave --built out, or npm run build -- --settings installation.json`,
    );
}
