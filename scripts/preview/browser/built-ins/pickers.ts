import type * as glassEasel from 'glass-easel';
import { actionSheet } from '../phone/dialogs';
import { defineBuiltIn, type BuiltIn } from './define';

/** The system's picker: a list of choices, or a date or time. */
export function definePickers(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'picker', {
    properties: {
      mode: [String, 'selector'],
      range: [Array, []],
      rangeKey: String,
      value: [null, 0],
      disabled: Boolean,
      start: String,
      end: String,
      fields: String,
      headerText: String,
      name: String,
    },
    create(self) {
      self.host.addEventListener('click', () => {
        if (!self.data['disabled']) void pick(self);
      });
    },
  });
}

async function pick(self: BuiltIn): Promise<void> {
  const mode = String(self.data['mode']);
  if (mode === 'date' || mode === 'time') {
    pickTime(self, mode);
    return;
  }
  const range = self.data['range'] as unknown[];
  const key = String(self.data['rangeKey'] ?? '');
  const labels = range.map((item) => String(key ? (item as Record<string, unknown>)[key] : item));
  const chosen = await actionSheet(labels);
  if (chosen === null) self.emit('cancel');
  else {
    self.set('value', chosen);
    self.emit('change', { value: chosen });
  }
}

function pickTime(self: BuiltIn, mode: 'date' | 'time'): void {
  const input = document.createElement('input');
  input.type = mode;
  input.value = String(self.data['value'] ?? '');
  input.className = 'system-picker';
  input.addEventListener('change', () => {
    self.set('value', input.value);
    self.emit('change', { value: input.value });
    input.remove();
  });
  self.host.append(input);
  input.showPicker();
}
