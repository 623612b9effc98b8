import type * as glassEasel from 'glass-easel';
import { defineCanvas } from './canvas';
import { defineContainers } from './containers';
import { defineControls, type ControlActions } from './controls';
import { definePickerView } from './picker-view';
import { definePickers } from './pickers';
import { definePageMeta } from './page-meta';
import { definePictures } from './pictures';
import { defineScrolling } from './scrolling';
import { defineSlider } from './slider';
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
  definePickerView(space);
  defineSlider(space);
  definePageMeta(space);
}
