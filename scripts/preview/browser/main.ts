import type { Manifest, ModuleBody, TemplateGroup } from './engine/manifest';
import { Phone } from './phone/phone';
import { Panel } from './panel/panel';
import { clipboard } from './wx/clipboard';
import { readSettings, searchOf, type Settings } from './settings';

declare global {
  interface Window {
    __gongpingPreview: {
      start(manifest: Manifest, templates: TemplateGroup, bodies: Record<string, ModuleBody>): void;
      /** What was copied on the phone, for tests to read and set. */
      clipboard: { read(): string; write(text: string): void };
    };
  }
}

/** Called by the compiled mini-program, which is the next script of the page. */
function start(manifest: Manifest, templates: TemplateGroup, bodies: Record<string, ModuleBody>): void {
  let settings = readSettings(location.search, PREVIEW_PEOPLE);
  const remember = (): void => window.history.replaceState(null, '', searchOf(settings));
  const change = (part: Partial<Settings>, reload: boolean): void => {
    settings = { ...settings, ...part };
    remember();
    if (reload) location.replace(searchOf(settings));
    else phone.apply(settings);
  };
  document.documentElement.classList.toggle('bare', settings.bare);
  const panel = new Panel(settings, PREVIEW_PEOPLE, change);
  const phone = new Phone(settings, manifest, templates, bodies, {
    note: (text) => panel.note(text),
    problem: (text) => panel.problem(text),
    moved: (path) => {
      settings = { ...settings, path };
      remember();
      panel.moved(path);
    },
  });
  phone.start();
}

window.__gongpingPreview = { start, clipboard };
