import type * as glassEasel from 'glass-easel';
import { elementAt } from '../engine/backend';
import { appendInside, defineBuiltIn, text, type BuiltIn, type BuiltInDefinition } from './define';

/** What controls ask of the rest of the phone. */
export interface ControlActions {
  share(target: { dataset: unknown; id: string }): void;
  navigate(openType: string, url: string, delta: number): void;
  notify(message: string): void;
  /** Opens the conversation with the customer service. */
  contact(sessionFrom: string): void;
  /** Whether buttons that open something are closed, as on a single page of the timeline. */
  isSinglePage(): boolean;
}

export function defineControls(space: glassEasel.ComponentSpace, actions: ControlActions): void {
  defineBuiltIn(space, 'button', button(actions));
  defineBuiltIn(space, 'navigator', {
    properties: { url: String, openType: [String, 'navigate'], delta: [Number, 1], target: String },
    create(self) {
      self.host.addEventListener('click', () => {
        actions.navigate(text(self, 'openType'), text(self, 'url'), Number(self.data['delta']));
      });
    },
  });
  defineBuiltIn(space, 'label', label);
  defineBuiltIn(space, 'form', { properties: { reportSubmit: Boolean } });
  for (const kind of ['checkbox', 'radio'] as const) {
    defineBuiltIn(space, kind, choice(kind));
    defineBuiltIn(space, `${kind}-group`, { properties: { name: String } });
  }
  defineBuiltIn(space, 'switch', {
    properties: { checked: Boolean, disabled: Boolean, type: String, color: String, name: String },
    create: (self) => listen(self, 'switch', () => toggle(self, !self.data['checked'])),
    changed: {
      checked: showChecked,
      type: (self, value: string) => self.host.setAttribute('data-type', value),
      color: tint,
    },
  });
}

function button({ share, notify, contact, isSinglePage }: ControlActions): BuiltInDefinition {
  return {
    properties: {
      size: [String, 'default'],
      type: [String, 'default'],
      plain: Boolean,
      disabled: Boolean,
      loading: Boolean,
      formType: String,
      openType: String,
      hoverClass: [String, 'button-hover'],
      lang: String,
      sessionFrom: String,
      sendMessageTitle: String,
      sendMessagePath: String,
      sendMessageImg: String,
      appParameter: String,
      showMessageCard: Boolean,
      phoneNumberNoQuotaToast: [Boolean, true],
      activityType: [null, ''],
      entrancePath: String,
      needShowEntrance: Boolean,
    },
    create(self) {
      const { host } = self;
      host.setAttribute('role', 'button');
      host.tabIndex = 0;
      host.addEventListener('click', (event) => {
        if (self.data['disabled']) event.stopPropagation();
      });
      host.addEventListener('click', () => {
        const openType = text(self, 'openType');
        if (self.data['disabled']) return;
        if (openType && isSinglePage()) notify('请前往小程序使用完整服务');
        else if (openType === 'share') share({ dataset: self.element.dataset, id: self.element.id });
        else if (openType === 'contact') contact(text(self, 'sessionFrom'));
        else if (openType === 'getPhoneNumber')
          // Costs money and a person's privacy; nothing here asks for it.
          self.emit('getphonenumber', { errMsg: 'getPhoneNumber:fail no permission' });
        else if (openType) notify(`按钮能力 ${openType} 只在微信里有`);
        const formType = text(self, 'formType');
        if (formType) submit(host, formType);
      });
    },
    changed: {
      type: (self, value: string) => self.host.setAttribute('data-type', value),
      size: (self, value: string) => self.host.setAttribute('data-size', value),
      plain: (self, value: boolean) => self.host.toggleAttribute('data-plain', value),
      loading: (self, value: boolean) => self.host.toggleAttribute('data-loading', value),
      disabled(self, value: boolean) {
        self.host.toggleAttribute('data-disabled', value);
        self.host.setAttribute('aria-disabled', String(value));
      },
    },
  };
}

/** Hands a form the values of the named fields inside it. */
function submit(host: HTMLElement, formType: string): void {
  const form = host.closest('wx-form');
  const element = elementAt(form)?.asGeneralComponent();
  if (!form || !element) return;
  const value: Record<string, unknown> = {};
  for (const node of form.querySelectorAll('*')) {
    // Only components have data; a field is one that has a name.
    const component = elementAt(node)?.asGeneralComponent();
    const data = component?.$$ === (node as unknown) ? (component?.data as Record<string, unknown>) : undefined;
    if (data && typeof data['name'] === 'string' && data['name'])
      value[data['name']] = data['checked'] ?? data['value'];
  }
  element.triggerEvent(formType, { value }, {});
}

const label: BuiltInDefinition = {
  properties: { for: String },
  create(self) {
    self.host.addEventListener('click', (event) => {
      const controls = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea';
      if (event.target instanceof Element && event.target.closest(controls)) return;
      const wanted = text(self, 'for');
      const scope = wanted ? self.host.closest('wx-page') : self.host;
      scope?.querySelector<HTMLElement>(wanted ? `#${CSS.escape(wanted)}` : controls)?.click();
    });
  },
};

function choice(kind: 'checkbox' | 'radio'): BuiltInDefinition {
  return {
    properties: { value: String, checked: Boolean, disabled: Boolean, color: String, name: String },
    create(self) {
      appendInside(self, document.createElement('choice-mark'));
      listen(self, kind, () => choose(self, kind));
    },
    changed: { checked: showChecked, color: tint },
  };
}

function listen(self: BuiltIn, role: string, act: () => void): void {
  self.host.setAttribute('role', role);
  self.host.setAttribute('aria-checked', 'false');
  self.host.tabIndex = 0;
  self.host.addEventListener('click', () => {
    if (!self.data['disabled']) act();
  });
}

function tint(self: BuiltIn, value: string): void {
  if (value) self.host.style.setProperty('--tint-color', value);
}

function showChecked(self: BuiltIn, value: boolean): void {
  self.host.setAttribute('aria-checked', String(value));
}

function toggle(self: BuiltIn, checked: boolean): void {
  self.set('checked', checked);
  self.emit('change', { value: checked });
}

function choose(self: BuiltIn, kind: 'checkbox' | 'radio'): void {
  const group = self.host.closest(`wx-${kind}-group`);
  const members = [...(group?.querySelectorAll(`wx-${kind}`) ?? [])].flatMap(
    (node) => elementAt(node)?.asGeneralComponent() ?? [],
  );
  if (kind === 'radio') for (const member of members) if (member !== self.element) member.setData({ checked: false });
  self.set('checked', kind === 'radio' || !self.data['checked']);
  const values = members.filter((member) => member.data['checked']).map((member) => String(member.data['value']));
  elementAt(group)
    ?.asGeneralComponent()
    ?.triggerEvent('change', { value: kind === 'radio' ? (values[0] ?? '') : values }, {});
}
