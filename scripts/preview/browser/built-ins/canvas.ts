import type * as glassEasel from 'glass-easel';
import { asCanvasNode } from '../engine/canvas-node';
import { appendInside, defineBuiltIn } from './define';

/** The canvas of type 2d; the old kind, drawn by `wx.createCanvasContext`, is refused. */
export function defineCanvas(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'canvas', {
    properties: { type: String, canvasId: String, disableScroll: Boolean },
    create(self) {
      const canvas = document.createElement('canvas');
      asCanvasNode(canvas);
      appendInside(self, canvas);
    },
    attached(self) {
      if (self.data['type'] === '2d') return;
      self.emit('error', { errMsg: 'canvas: the preview offers type="2d" only' });
      console.error('canvas: the preview offers type="2d" only');
    },
    changed: {
      // What is drawn on is no place to scroll by.
      disableScroll: (self, value: boolean) => {
        self.host.style.touchAction = value ? 'none' : '';
      },
    },
  });
}
