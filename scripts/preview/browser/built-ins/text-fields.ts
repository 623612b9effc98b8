import type * as glassEasel from 'glass-easel';
import { appendInside, defineBuiltIn, text, type BuiltIn, type BuiltInDefinition } from './define';
import { inFrameUnits } from '../../compile/units';

type Field = HTMLInputElement | HTMLTextAreaElement;

export function defineTextFields(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'input', field('input'));
  defineBuiltIn(space, 'textarea', field('textarea'));
}

const keyboards: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

function field(tag: 'input' | 'textarea'): BuiltInDefinition {
  return {
    properties: {
      value: [null, ''],
      type: [String, 'text'],
      password: Boolean,
      placeholder: String,
      placeholderStyle: String,
      placeholderClass: String,
      disabled: Boolean,
      maxlength: [Number, 140],
      focus: Boolean,
      autoFocus: Boolean,
      confirmType: [String, 'done'],
      confirmHold: Boolean,
      cursor: Number,
      cursorSpacing: Number,
      cursorColor: String,
      selectionStart: Number,
      selectionEnd: Number,
      adjustPosition: [Boolean, true],
      holdKeyboard: Boolean,
      alwaysEmbed: Boolean,
      autoHeight: Boolean,
      fixed: Boolean,
      showConfirmBar: [Boolean, true],
      disableDefaultPadding: Boolean,
      name: String,
      safePasswordCertPath: String,
      safePasswordLength: Number,
      safePasswordTimeStamp: Number,
      safePasswordNonce: String,
      safePasswordSalt: String,
      safePasswordCustomHash: String,
    },
    create: (self) => createField(self, tag),
    // Its height is known once it is laid out.
    attached: (self) => void requestAnimationFrame(() => fit(self)),
    changed: {
      value(self, value: unknown) {
        const node = fieldOf(self);
        const wanted = value === null || value === undefined ? '' : String(value);
        if (node.value !== wanted) node.value = wanted;
        fit(self);
      },
      type(self, value: string) {
        if (tag === 'input') fieldOf(self).inputMode = keyboards[value] ?? 'text';
      },
      password: (self, value: boolean) =>
        tag === 'input' && fieldOf(self).setAttribute('type', value ? 'password' : 'text'),
      placeholder: (self, value: string) => fieldOf(self).setAttribute('placeholder', value),
      placeholderStyle(self, value: string) {
        const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(inFrameUnits(value))?.[1];
        if (color) self.host.style.setProperty('--placeholder', color);
      },
      disabled: (self, value: boolean) => {
        fieldOf(self).disabled = value;
      },
      maxlength(self, value: number) {
        if (value >= 0) fieldOf(self).maxLength = value;
        else fieldOf(self).removeAttribute('maxlength');
      },
      focus(self, value: boolean) {
        if (value) window.setTimeout(() => fieldOf(self).focus());
        else fieldOf(self).blur();
      },
      autoHeight: (self) => fit(self),
    },
  };
}

function createField(self: BuiltIn, tag: 'input' | 'textarea'): void {
  const node = document.createElement(tag);
  node.maxLength = 140;
  node.addEventListener('input', (event) => {
    self.set('value', node.value);
    const keyCode = event instanceof InputEvent ? (event.data?.codePointAt(0) ?? 8) : 0;
    self.emit('input', { value: node.value, cursor: node.selectionStart ?? node.value.length, keyCode });
    fit(self);
  });
  node.addEventListener('focus', () => self.emit('focus', { value: node.value, height: 0 }));
  node.addEventListener('blur', () => self.emit('blur', { value: node.value, cursor: node.selectionStart ?? 0 }));
  node.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.isComposing) return;
    // In a textarea the key makes a new line, unless the page gave it another meaning.
    const confirmType = text(self, 'confirmType');
    if (tag === 'textarea' && (confirmType === 'return' || confirmType === 'done')) return;
    if (tag === 'textarea') event.preventDefault();
    self.emit('confirm', { value: node.value });
    if (!self.data['confirmHold']) node.blur();
  });
  appendInside(self, node);
}

function fieldOf(self: BuiltIn): Field {
  const node = self.host.firstElementChild;
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) return node;
  throw new Error('a text field has lost its inner element');
}

const lines = new WeakMap<BuiltIn, number>();

/** Makes a field that grows as high as its text. */
function fit(self: BuiltIn): void {
  const node = fieldOf(self);
  if (!(node instanceof HTMLTextAreaElement) || !self.data['autoHeight']) return;
  self.host.style.height = 'auto';
  node.rows = 1;
  node.style.height = 'auto';
  const height = node.scrollHeight;
  node.style.height = `${height}px`;
  const lineHeight = parseFloat(getComputedStyle(node).lineHeight) || 20;
  const lineCount = Math.max(1, Math.round(height / lineHeight));
  if (lines.get(self) === lineCount) return;
  lines.set(self, lineCount);
  self.emit('linechange', { height, lineCount });
}
