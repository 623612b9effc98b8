import type { Participation } from '../../../cloudfunctions/shared/universal/participation';
import type { CardFace, CardState } from '../candidate-card/candidate-card.view';

/** A card as the grid keeps it. */
export interface GridCard {
  /** The candidate's, as the list's key. */
  id: string;
  face: CardFace;
  state: CardState;
}

/** A candidate as a page hands it to the grid: what never changes while the page is open. */
export interface GridItem extends CardFace {
  participation: Participation;
}

/** What decides the states of all cards. */
export interface GridChoice {
  /** Ids chosen for the ballot that is being filled in. */
  chosen: readonly string[];
  /** Ids in a ballot of this period that take no further choice. */
  cast: readonly string[];
  /** Whether a ballot can be filled in at all. */
  isOpen: boolean;
}

/** What the foot of a candidate's card offers. */
export function cardState(item: Pick<GridItem, 'id' | 'participation'>, choice: GridChoice): CardState {
  if (choice.cast.includes(item.id)) return 'cast';
  if (item.participation !== 'standing') return item.participation;
  if (!choice.isOpen) return 'plain';
  return choice.chosen.includes(item.id) ? 'chosen' : 'open';
}

/** The cards with their states. */
export function gridCards(items: readonly GridItem[], choice: GridChoice): GridCard[] {
  return items.map((item) => {
    const { id, number, name, unit, picture } = item;
    return { id, face: { id, number, name, unit, picture }, state: cardState(item, choice) };
  });
}
