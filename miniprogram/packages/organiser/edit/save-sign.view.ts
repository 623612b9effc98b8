import type { SaveState } from '../draft/draft-session';
import { unfinishedFields } from '../draft/fields';
import type { PollFields } from '../services/polls';
import { saveText } from '../text/editor';

/** What became of what was typed, in the bar. */
export interface SaveSign {
  icon: 'check-circle' | 'time' | 'error-circle';
  text: string;
  tone: 'calm' | 'notice';
}

export function saveSign(state: SaveState, fields: PollFields): SaveSign {
  switch (state.kind) {
    case 'saved':
      return { icon: 'check-circle', text: saveText.saved(state.at), tone: 'calm' };
    case 'unsaved':
      return unfinishedFields(fields).length > 0
        ? { icon: 'error-circle', text: saveText.unfinished, tone: 'notice' }
        : { icon: 'time', text: saveText.saving, tone: 'calm' };
    case 'saving':
      return { icon: 'time', text: saveText.saving, tone: 'calm' };
    case 'waiting':
      return { icon: 'error-circle', text: saveText.waiting, tone: 'notice' };
    case 'refused':
      return { icon: 'error-circle', text: saveText.refused, tone: 'notice' };
    case 'conflict':
      return { icon: 'error-circle', text: saveText.conflict, tone: 'notice' };
  }
}
