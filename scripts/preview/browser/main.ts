import type { Manifest, ModuleBody, TemplateGroup } from './engine/manifest';
import { watchSetData } from './engine/set-data';
import { scenes } from './phone/entry';
import { Phone } from './phone/phone';
import { Chats, type Opening } from './panel/chats';
import { Notices } from './panel/notices';
import { Panel } from './panel/panel';
import { SharedCards } from './phone/shared-cards';
import { clipboard } from './wx/clipboard';
import { calledInVain } from './wx/single-page';
import { followChanges } from './changes';
import { readSettings, searchOf, type Settings } from './settings';

declare global {
  interface Window {
    __preview: {
      start(manifest: Manifest, templates: TemplateGroup, bodies: Record<string, ModuleBody>): void;
      /** What was copied on the phone, for tests to read and set. */
      clipboard: { read(): string; write(text: string): void };
      /** Changes the phone's settings while it runs, as the panel does. */
      set(part: Partial<Settings>): void;
      /** What a single page called of the functions that WeChat closes there, for tests to read. */
      calledInVain: readonly string[];
      /** Tells of each call of setData from now on. */
      watchSetData: typeof watchSetData;
    };
  }
}

/** Called by the compiled mini-program, which is the next script of the page. */
function start(manifest: Manifest, templates: TemplateGroup, bodies: Record<string, ModuleBody>): void {
  let settings = readSettings(location.search, PREVIEW_PROGRAM.people);
  const remember = (): void => window.history.replaceState(null, '', searchOf(settings));
  const change = (part: Partial<Settings>, reload: boolean): void => {
    settings = { ...settings, ...part };
    remember();
    if (reload) location.replace(searchOf(settings));
    else phone.apply(settings);
  };
  document.title = `${PREVIEW_PROGRAM.name} · 预览`;
  document.documentElement.classList.toggle('bare', settings.bare);
  const panel = new Panel(settings, PREVIEW_PROGRAM.people, change);
  const cards = new SharedCards();
  const phone = new Phone(settings, manifest, templates, bodies, cards, {
    note: (text) => panel.note(text),
    problem: (text) => panel.problem(text),
    restart: (part) => change(part, true),
    moved: (path) => {
      settings = { ...settings, path };
      remember();
      panel.moved(path);
    },
  });
  const open = (opening: Opening): void => {
    const isSameStart = opening.as === settings.as && !phone.isSinglePage && opening.scene !== scenes.singlePage;
    change(opening, !isSameStart);
    // The mini-program runs on: WeChat brings it to the front, at the card's page.
    if (isSameStart) phone.enter();
  };
  const chats = new Chats(cards, PREVIEW_PROGRAM.people, settings.as, settings.chat, open);
  if (!settings.bare) document.getElementById('chats')?.append(chats.node, new Notices(settings.as, open).node);
  phone.start();
  window.__preview.set = (part) => change(part, false);
  if (PREVIEW_IS_WATCHED) followChanges();
}

window.__preview = { start, clipboard, calledInVain, watchSetData, set: () => undefined };
