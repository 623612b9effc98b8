declare module 'pdfkit' {
  interface TextOptions {
    width?: number;
    align?: 'left' | 'center' | 'right';
    lineBreak?: boolean;
  }

  /** The part of pdfkit that we use; positions and sizes in points, from the page's upper left corner. */
  export default class PDFDocument {
    constructor(options: {
      size: 'A4';
      margin: number;
      /** A font to begin with, in place of Helvetica, whose measures lie in files of their own. */
      font: Uint8Array;
      autoFirstPage: boolean;
      info: { Title: string; CreationDate: Date };
    });
    addPage(): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    widthOfString(text: string): number;
    image(picture: Uint8Array, x: number, y: number, options: { width: number; height: number }): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(colour: string): this;
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end', done: () => void): this;
    on(event: 'error', fail: (fault: unknown) => void): this;
    end(): void;
  }
}
