import { askScan } from '../phone/scan-dialog';
import { asynchronous, Failure } from './answer';

/** What WeChat can be asked to look for; a mini-program's own code is among what a qrCode scan finds. */
const known = ['barCode', 'qrCode', 'datamatrix', 'pdf417'];

/** @param isPage whether a path, without its query, is one of the program's pages */
export function scanning(isPage: (path: string) => boolean): Record<string, unknown> {
  return {
    scanCode: asynchronous('scanCode', async ({ scanType = ['barCode', 'qrCode'] }: { scanType?: string[] }) => {
      const unknown = scanType.find((each) => !known.includes(each));
      if (unknown !== undefined) throw new Failure(`parameter error: invalid scanType ${unknown}`);
      const scanned = await askScan();
      if (scanned === null) throw new Failure('cancel');
      const [path = ''] = scanned.replace(/^\//, '').split('?');
      // A code of this program has its path and says nothing else; any other is a text.
      return isPage(path)
        ? { scanType: 'WX_CODE', result: '', path: scanned.replace(/^\//, ''), charSet: 'utf-8', rawData: '' }
        : { scanType: 'QR_CODE', result: scanned, charSet: 'utf-8', rawData: btoa(encodeURIComponent(scanned)) };
    }),
  };
}
