import { encodeScene, type Scene } from '../../universal/scene';
import { pages } from '../../domain/spread/pages';
import { programVersion } from '../../platform/environment';
import { uploadFile } from '../../platform/files';
import { drawProgramCode } from '../../platform/program-code';
import { findCodes, insertCode } from '../../store/spread/codes';

/** @throws when it does not fit; ids and channels of ours always do */
export function sceneOf(scene: Scene): string {
  const text = encodeScene(scene);
  if (text === null) throw new Error(`no scene holds ${JSON.stringify(scene)}`);
  return text;
}

/** The file of a code that is drawn already; null where it is not: one read, and nothing of WeChat. */
export async function findCode(scene: Scene): Promise<string | null> {
  const text = sceneOf(scene);
  return (await findCodes(programVersion(), [text])).get(text) ?? null;
}

/**
 * Has WeChat draw a code, and keeps it. Repeating is safe: the same code lies in the same file.
 * @returns its file id
 * @throws WechatFault
 */
export async function drawCode(scene: Scene, now: number): Promise<{ file: string; content: Uint8Array }> {
  const text = sceneOf(scene);
  const version = programVersion();
  const page = scene.candidateId === undefined ? pages.poll : pages.candidate;
  const { content, extension } = await drawProgramCode(text, page);
  const file = await uploadFile(`codes/${scene.pollId}/${version}/${text}.${extension}`, content);
  await insertCode({ version, scene: text, pollId: scene.pollId, file, at: now });
  return { file, content };
}
