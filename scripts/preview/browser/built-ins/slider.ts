import type * as glassEasel from 'glass-easel';
import { appendInside, defineBuiltIn, text, type BuiltIn } from './define';

export function defineSlider(space: glassEasel.ComponentSpace): void {
  const reflect = Object.fromEntries(
    ['min', 'max', 'step', 'value'].map((name) => [
      name,
      (self: BuiltIn, value: number) => {
        rangeOf(self).setAttribute(name, String(value));
        if (name === 'value') rangeOf(self).value = String(value);
        show(self);
      },
    ]),
  );
  defineBuiltIn(space, 'slider', {
    properties: {
      min: Number,
      max: [Number, 100],
      step: [Number, 1],
      value: Number,
      disabled: Boolean,
      showValue: Boolean,
      activeColor: [String, '#1aad19'],
      backgroundColor: [String, '#e9e9e9'],
      color: String,
      selectedColor: String,
      blockSize: [Number, 28],
      blockColor: [String, '#ffffff'],
      name: String,
    },
    create(self) {
      const range = document.createElement('input');
      range.type = 'range';
      range.setAttribute('value', '0');
      for (const type of ['input', 'change'] as const) {
        range.addEventListener(type, () => {
          self.set('value', Number(range.value));
          self.emit(type === 'input' ? 'changing' : 'change', { value: Number(range.value) });
        });
      }
      appendInside(self, range);
      appendInside(self, document.createElement('slider-value'));
    },
    attached: show,
    changed: {
      ...reflect,
      disabled: (self, value: boolean) => {
        rangeOf(self).disabled = value;
      },
      showValue: (self, value: boolean) => self.host.toggleAttribute('data-value', value),
      activeColor: (self) => show(self),
      selectedColor: (self) => show(self),
      backgroundColor: (self) => show(self),
      blockSize: (self) => show(self),
      blockColor: (self) => show(self),
    },
  });
}

function rangeOf(self: BuiltIn): HTMLInputElement {
  const range = self.host.querySelector('input');
  if (range) return range;
  throw new Error('a slider has lost its inner element');
}

function show(self: BuiltIn): void {
  const { min, max, value } = self.data as Record<string, number>;
  const share = (Number(value) - Number(min)) / Math.max(1, Number(max) - Number(min));
  const style: Record<string, string> = {
    '--share': `${Math.max(0, Math.min(1, share)) * 100}%`,
    '--active': text(self, 'selectedColor') || text(self, 'activeColor'),
    '--track': text(self, 'color') || text(self, 'backgroundColor'),
    '--block': `${text(self, 'blockSize')}px`,
    '--block-color': text(self, 'blockColor'),
  };
  for (const [name, each] of Object.entries(style)) self.host.style.setProperty(name, each);
  const label = self.host.querySelector('slider-value');
  if (label) label.textContent = String(value);
}
