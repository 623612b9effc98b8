/** The seal's characters 公评入册, on a field of a hundred each, and where each stands on one of 120. */
export const carved = [
  { at: [9.5, 9.5], path: 'M37 10V22Q37 42 12 50 M63 10V22Q63 42 88 50 M49 50L27 88H72 M61 68L80 93' },
  {
    at: [62.5, 9.5],
    path: 'M14 10L25 21 M6 38H25V84L38 72 M44 16H94 M55 29L60 45 M83 29L78 45 M40 58H97 M69 16V94',
  },
  { at: [9.5, 62], path: 'M32 12H50Q50 62 9 91 M50 12Q52 66 92 91' },
  {
    at: [62.5, 62],
    path: 'M25 14V60Q25 80 11 92 M25 14H46V84L38 89 M60 14V60Q60 80 51 92 M60 14H82V84L74 89 M6 50H94',
  },
] as const;
