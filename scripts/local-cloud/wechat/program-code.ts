import { toBuffer } from 'qrcode';
import { numberField, objectField, refuse, textField, type OpenApi } from './open-api';
import type { Fields } from './wire';

/** Of the documentation of `wxacode.getUnlimited`; `%` is not among them. */
const SCENE_CHARACTERS = /^[\w!#$&'()*+,/:;=?@.~-]*$/;
const MAX_SCENE = 32;
const WIDTH = { least: 280, usual: 430, most: 1280 };

/**
 * `wxacode.getUnlimited`: draws a QR code of `page?scene=…`, the text that a reader shows. WeChat's round code can be read
 * by WeChat alone.
 * @param pages the mini-program's pages, or undefined if they are not known and every page passes
 */
export function drawProgramCode(pages: readonly string[] | undefined): OpenApi {
  return async ({ fields }) => {
    const scene = textField(fields, 'scene');
    if (scene === '' || scene.length > MAX_SCENE) return refuse(40169, 'invalid length for scene');
    if (!SCENE_CHARACTERS.test(scene)) return refuse(40129, 'invalid scene');
    const page = fields.has('page') ? textField(fields, 'page') : (pages?.[0] ?? '');
    const isChecked = fields.get('check_path') !== false;
    const isUnknown = isChecked && fields.has('page') && pages !== undefined && !pages.includes(page);
    if (page.startsWith('/') || page.includes('?') || isUnknown) return refuse(41030, 'invalid page');
    if (!['release', 'trial', 'develop'].includes(textField(fields, 'env_version') || 'release'))
      return refuse(40097, 'invalid env_version');
    const width = fields.has('width') ? numberField(fields, 'width') : WIDTH.usual;
    if (!(width >= WIDTH.least && width <= WIDTH.most)) return refuse(40097, 'invalid width');
    const light = fields.get('is_hyaline') === true ? '#ffffff00' : '#ffffffff';
    const color = { dark: lineColour(fields), light };
    const bytes = await toBuffer(`${page}?scene=${encodeURIComponent(scene)}`, {
      type: 'png',
      width,
      margin: 2,
      color,
      // A picture of two colours is small at any level, and the others take five times as long.
      rendererOpts: { deflateLevel: 1 },
    });
    return { bytes, contentType: 'image/png' };
  };
}

function lineColour(fields: Fields): string {
  const colour = objectField(fields, 'line_color') ?? {};
  const channel = (name: string): string => {
    const value = Number(colour[name] ?? 0);
    return Math.min(Math.max(Number.isInteger(value) ? value : 0, 0), 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel('r')}${channel('g')}${channel('b')}ff`;
}
