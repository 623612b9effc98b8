declare module 'miniprogram-compiler' {
  /** Compiles every template below a folder. @throws with the place of the first that WeChat would refuse */
  export function wxmlToJs(folder: string): string;
  /** Compiles every style sheet below a folder. @throws likewise */
  export function wxssToJs(folder: string): string;
}
