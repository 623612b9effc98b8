import { asynchronous } from './answer';

/** What WeChat refuses a mini-program that has registered no domain for it. */
export function refused(): Record<string, unknown> {
  const noDomain = (name: string) =>
    asynchronous(name, (): never => {
      throw new Error('url not in domain list');
    });
  const socket = noDomain('connectSocket');
  return {
    downloadFile: noDomain('downloadFile'),
    uploadFile: noDomain('uploadFile'),
    connectSocket: socket,
  };
}
