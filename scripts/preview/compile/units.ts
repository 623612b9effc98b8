/** Design units of WXSS and the viewport's units, in units of the page's own frame: 750 rpx are its width. */
export function inFrameUnits(text: string): string {
  return text
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, (_, number: string) => `${round(Number(number) / 7.5)}cqw`)
    .replace(/(-?(?:\d+\.?\d*|\.\d+))v([wh])\b/g, '$1cq$2')
    .replace(/\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)/g, 'var(--safe-$1');
}

function round(number: number): number {
  return Math.round(number * 1e5) / 1e5;
}
