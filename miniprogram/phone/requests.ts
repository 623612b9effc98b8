/** What an address answered; `data` is of the kind that was asked for. */
export type Answered = Pick<WechatMiniprogram.RequestSuccessCallbackResult, 'statusCode' | 'data' | 'header'>;

/** `dataType: 'json'` makes objects of JSON, `bytes` leaves a buffer as it is. */
export type WantedType =
  { dataType: 'json'; responseType: 'text' } | { dataType: 'bytes'; responseType: 'arraybuffer' };

/**
 * Asks a web address. Rejects with WeChat's own words where no answer comes.
 * @param timeout milliseconds
 */
export function request(url: string, timeout: number, type: WantedType): Promise<Answered> {
  return new Promise((resolve, reject) => {
    wx.request({ url, timeout, ...type, success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) });
  });
}
