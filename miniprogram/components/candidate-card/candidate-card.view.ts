/** What a card shows whatever happens to the ballot. */
export interface CardFace {
  id: string;
  /** As printed on the plate, two digits at least. */
  number: string;
  name: string;
  unit: string;
  /** A cloud file id, or '' for a candidate without a picture. */
  picture: string;
}

/**
 * What the foot of a card offers: `open` and `chosen` can be tapped to choose or take back, the others only say
 * something: `cast` is in a ballot of this period, `plain` waits for no choice, `frozen` takes none for now, `withdrawn` none any more.
 */
export type CardState = 'open' | 'chosen' | 'cast' | 'plain' | 'frozen' | 'withdrawn';
