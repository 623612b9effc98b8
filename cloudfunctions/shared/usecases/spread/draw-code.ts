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

interface Drawn {
  file: string;
  content: Uint8Array;
}

/** Pixels: five centimetres in print at 218 dots per inch. */
const codeWidth = 430;

/** The least that WeChat draws. */
const certificateCodeWidth = 280;

/**
 * Has WeChat draw a code, and keeps it. Repeating is safe: the same code lies in the same file.
 * @returns its file id
 * @throws WechatFault
 */
export function drawCode(scene: Scene, now: number): Promise<Drawn> {
  const page = scene.candidateId === undefined ? pages.poll : pages.candidate;
  return drawAndKeep(scene, page, codeWidth, now);
}

/**
 * The same for a certificate, whose code stands in the scene where a candidate's id does: ten capitals and digits, which no id is. It is
 * smaller, so that three hundred fit into one file; on paper it has 180 dots an inch.
 */
export function drawCertificateCode(scene: Scene, now: number): Promise<Drawn> {
  return drawAndKeep(scene, pages.certificate, certificateCodeWidth, now);
}

async function drawAndKeep(scene: Scene, page: string, width: number, now: number): Promise<Drawn> {
  const text = sceneOf(scene);
  const version = programVersion();
  const { content, extension } = await drawProgramCode(text, page, width);
  const file = await uploadFile(`codes/${scene.pollId}/${version}/${text}.${extension}`, content);
  await insertCode({ version, scene: text, pollId: scene.pollId, file, at: now });
  return { file, content };
}
