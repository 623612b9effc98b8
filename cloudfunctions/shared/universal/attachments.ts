/** A document that organisers attach to a poll: its rules, its approval. */
export interface Attachment {
  /** A cloud file id, whose ending says what it is. */
  file: string;
  /** As voters see it. */
  name: string;
  /** In bytes: whoever opens it on the road wants to know. */
  size: number;
}

export const mostAttachments = 5;
export const mostAttachmentBytes = 10 * 1024 * 1024;

/** What WeChat opens by its own reader, or shows as a picture; and how such a file begins. */
const types = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  doc: [0xd0, 0xcf, 0x11, 0xe0],
  docx: [0x50, 0x4b, 0x03, 0x04],
  xls: [0xd0, 0xcf, 0x11, 0xe0],
  xlsx: [0x50, 0x4b, 0x03, 0x04],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47],
} as const;

export type AttachmentType = keyof typeof types;

// The list's own keys.
export const attachmentTypes = Object.keys(types) as AttachmentType[];

/** @param file its name, path or id */
export function attachmentType(file: string): AttachmentType | undefined {
  return attachmentTypes.find((type) => file.toLowerCase().endsWith(`.${type}`));
}

export function isPictureType(type: AttachmentType): type is 'jpg' | 'jpeg' | 'png' {
  return type === 'jpg' || type === 'jpeg' || type === 'png';
}

/** Whether a file is what its ending says. @param start its first bytes */
export function beginsAs(type: AttachmentType, start: Uint8Array): boolean {
  return types[type].every((byte, at) => start[at] === byte);
}
