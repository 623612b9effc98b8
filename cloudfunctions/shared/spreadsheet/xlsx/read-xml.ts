import { SaxesParser } from 'saxes';
import { limits } from '../limits';
import { Refused } from '../refusal';

/** Deeper and wider than any spreadsheet; a parser keeps both in memory. */
const mostDepth = 64;
const mostAttributes = 256;

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: which one a program picks for a namespace is its own affair. */
export interface XmlHandlers {
  open: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML as it comes. A document type, the way to entities that multiply, is refused with what is not well formed. */
export async function readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let attributes = 0;
  /** Since the last event. */
  let characters = 0;
  const damaged = (): never => {
    throw new Refused({ code: 'FILE_DAMAGED' });
  };
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  parser.on('opentagstart', () => {
    characters = 0;
    attributes = 0;
    depth += 1;
    if (depth > mostDepth) damaged();
  });
  parser.on('attribute', () => {
    characters = 0;
    attributes += 1;
    if (attributes > mostAttributes) damaged();
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => {
    characters = 0;
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  for await (const piece of pieces) {
    characters += piece.length;
    if (characters > limits.xmlToken) throw new Refused({ code: 'CONTENT_TOO_LARGE' });
    parser.write(piece);
  }
  parser.close();
}

/** An attribute by its name without prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  const prefixed = Object.keys(attributes).find((each) => localName(each) === name);
  return prefixed === undefined ? undefined : attributes[prefixed];
}
