declare module 'pdfkit' {
  interface TextOptions {
    width?: number;
    align?: 'left' | 'center' | 'right';
    lineBreak?: boolean;
    /** Both: letters that are also drawn around, which is bolder. */
    fill?: boolean;
    stroke?: boolean;
    characterSpacing?: number;
  }

  /** The part of pdfkit that we use; positions and sizes in points, from the page's upper left corner. */
  export default class PDFDocument {
    constructor(options: {
      size: 'A4' | [width: number, height: number];
      margin: number;
      /**
       * A font to begin with, in place of Helvetica, whose measures lie in files of their own; '' for none. One that is given here and
       * registered as well would be read again each time that it is chosen.
       */
      font: '';
      autoFirstPage: boolean;
      bufferPages?: boolean;
      info: { Title: string; CreationDate: Date };
    });
    addPage(): this;
    /** Of pages that are kept until the end; from 0. */
    switchToPage(page: number): this;
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    widthOfString(text: string): number;
    image(picture: Uint8Array, x: number, y: number, options: { width: number; height: number }): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    /** As an SVG writes it. */
    path(path: string): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end', done: () => void): this;
    on(event: 'error', fail: (fault: unknown) => void): this;
    end(): void;
  }
}
