import type * as glassEasel from 'glass-easel';
import { defineCanvas } from './canvas';
import { defineContainers } from './containers';
import { defineControls, type ControlActions } from './controls';
import { definePickers } from './pickers';
import { definePageMeta } from './page-meta';
import { definePictures } from './pictures';
import { defineScrolling } from './scrolling';
import { defineTextFields } from './text-fields';

/** Every built-in component that the preview offers. */
export function defineBuiltIns(space: glassEasel.ComponentSpace, actions: ControlActions): void {
  defineContainers(space);
  definePictures(space);
  defineCanvas(space);
  defineTextFields(space);
  defineScrolling(space);
  defineControls(space, actions);
  definePickers(space);
  definePageMeta(space);
}
