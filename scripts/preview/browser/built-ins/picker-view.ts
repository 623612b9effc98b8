import type * as glassEasel from 'glass-easel';
import { defineBuiltIn, text, type BuiltIn } from './define';

/** Columns in the page itself that turn like wheels. */
export function definePickerView(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'picker-view', {
    properties: {
      value: [Array, []],
      indicatorStyle: String,
      indicatorClass: String,
      maskStyle: String,
      maskClass: String,
      immediateChange: Boolean,
      name: String,
    },
    attached(self) {
      requestAnimationFrame(() => turnTo(self));
      let settle = 0;
      self.host.addEventListener(
        'scroll',
        () => {
          window.clearTimeout(settle);
          settle = window.setTimeout(() => tell(self), 120);
        },
        true,
      );
    },
    changed: {
      value: (self) => requestAnimationFrame(() => turnTo(self)),
      indicatorStyle: (self, value: string) => {
        const height = /height:\s*([\d.]+\w+)/.exec(value)?.[1];
        if (height) self.host.style.setProperty('--row', height);
      },
    },
  });
  defineBuiltIn(space, 'picker-view-column', {});
}

function columnsOf(self: BuiltIn): HTMLElement[] {
  return [...self.host.querySelectorAll<HTMLElement>('wx-picker-view-column')];
}

function rowHeight(column: HTMLElement): number {
  return column.firstElementChild?.getBoundingClientRect().height || 1;
}

function turnTo(self: BuiltIn): void {
  const value = self.data['value'];
  columnsOf(self).forEach((column, index) => {
    const at = Array.isArray(value) ? Number(value[index]) || 0 : 0;
    column.scrollTop = at * rowHeight(column);
  });
}

function tell(self: BuiltIn): void {
  const value = columnsOf(self).map((column) => Math.round(column.scrollTop / rowHeight(column)));
  if (JSON.stringify(value) === JSON.stringify(self.data['value']) || text(self, 'value') === value.join()) return;
  self.set('value', value);
  self.emit('change', { value });
}
