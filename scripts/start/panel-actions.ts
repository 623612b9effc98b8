import type { PreviewAction } from '../preview/action';
import { bringResidents } from './residents';

/** What the panel beside the phone offers to do in this product. */
export const panelActions: readonly PreviewAction[] = [
  { id: 'residents', label: '来 20 位居民', perform: bringResidents },
  {
    id: 'scheduler',
    label: '叫一次定时器',
    perform: async ({ fireTimer }) => {
      await fireTimer('scheduler');
      return '定时器跑完了一遍。到了该公布的时候，它就公布。';
    },
  },
];
