import { create } from 'qrcode';
import { numberField, objectField, refuse, textField, type OpenApi } from './open-api';
import { twoColourPng, type Colour } from './two-colour-png';
import type { Fields } from './wire';

/** Of the documentation of `wxacode.getUnlimited`; `%` is not among them. */
const SCENE_CHARACTERS = /^[\w!#$&'()*+,/:;=?@.~-]*$/;
const MAX_SCENE = 32;
/** White squares around the code. */
const MARGIN = 2;
const WIDTH = { least: 280, usual: 430, most: 1280 };

/**
 * `wxacode.getUnlimited`: draws a QR code of `page?scene=…`, the text that a reader shows. WeChat's round code can be read
 * by WeChat alone.
 * @param pages the mini-program's pages, or undefined if they are not known and every page passes
 */
export function drawProgramCode(pages: readonly string[] | undefined): OpenApi {
  return ({ fields }) => {
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
    const { modules } = create(`${page}?scene=${encodeURIComponent(scene)}`);
    const isDark = (column: number, row: number): boolean => {
      const [x, y] = [column - MARGIN, row - MARGIN];
      return x >= 0 && y >= 0 && x < modules.size && y < modules.size && modules.get(y, x) === 1;
    };
    const light: Colour = [255, 255, 255, fields.get('is_hyaline') === true ? 0 : 255];
    const bytes = twoColourPng(width, modules.size + 2 * MARGIN, isDark, [lineColour(fields), light]);
    return { bytes, contentType: 'image/png' };
  };
}

function lineColour(fields: Fields): Colour {
  const colour = objectField(fields, 'line_color') ?? {};
  const channel = (name: string): number => {
    const value = Number(colour[name] ?? 0);
    return Number.isInteger(value) ? Math.min(Math.max(value, 0), 255) : 0;
  };
  return [channel('r'), channel('g'), channel('b'), 255];
}
