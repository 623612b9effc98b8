// What is said while the cloud has no room for so many at once.

export const queueWords = {
  title: '人多，正在排队',
  /** The ballot. What changes with each try is on the button, so that this is read aloud once. */
  casting: '会自动再试，您不用点，不会多算一票。现在关掉，下次打开还能接着投。',
  /** The page. */
  opening: '会自动再试，您不用点。已投的票不受影响。',
  later: (seconds: number): string => `约 ${seconds} 秒后再试`,
  now: '现在就试',
  leave: '先不等了',
  /** Somebody comes back whose ballot has no receipt yet. */
  unfinished: '上次还没有收到回执。您的选择还在，请接着投，不会多算一票。',
} as const;
