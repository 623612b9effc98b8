import { encodingOf } from '../files/encodings';
import type { Entry } from '../phone/entry';
import type { Router } from '../phone/router';
import type { Permissions } from '../phone/permissions';
import type { Subscriptions } from '../phone/subscriptions';
import type { Theme } from '../phone/theme';
import type { Settings } from '../settings';
import { asynchronous } from './answer';
import { canvasFunctions } from './canvas';
import { choosing } from './choosing';
import { clipboardFunctions } from './clipboard';
import { cloud } from './cloud';
import { consent } from './consent';
import { documents } from './documents';
import { drawing } from './drawing';
import { feedback, type Note } from './feedback';
import { fileSystem } from './file-system';
import { navigation } from './navigation';
import { pictures } from './pictures';
import { refused } from './refused';
import { request } from './request';
import { scanning } from './scanning';
import { sharingFunctions } from './sharing';
import { closedOnSinglePage } from './single-page';
import { storage } from './storage';
import { system } from './system';

export interface WxSurroundings {
  settings(): Settings;
  theme: Theme;
  router: Router;
  entry: Entry;
  note: Note;
  permissions: Permissions;
  subscriptions: Subscriptions;
  onAppEvent(type: string, listener: (value: unknown) => void): void;
  offAppEvent(type: string, listener?: (value: unknown) => void): void;
}

/** The `wx` that page code finds. What is not offered is undefined, as on an old base library. */
export function makeWx({
  settings,
  theme,
  router,
  entry,
  note,
  permissions,
  subscriptions,
  onAppEvent,
  offAppEvent,
}: WxSurroundings): Record<string, unknown> {
  const owner = (): string => settings().as;
  const wx: Record<string, unknown> = {
    ...system(settings, theme),
    // A single page of the timeline shares nothing with the mini-program itself.
    ...storage(() => (entry.isSinglePage ? `${owner()}:single` : owner())),
    ...feedback(note),
    ...navigation(router),
    ...drawing(router),
    ...canvasFunctions(),
    ...fileSystem(),
    ...choosing(),
    ...pictures(permissions),
    ...documents(owner),
    ...scanning((path) => router.knows(path)),
    ...clipboardFunctions(),
    ...consent(permissions, subscriptions),
    ...refused(),
    request: request(),
    cloud: cloud(owner, entry.isSinglePage),
    canIUse: (name: string) => name.split('.')[0]?.replace(/^wx$/, '') === '' || (name.split('.')[0] ?? '') in wx,
    ...sharingFunctions(router, entry, owner),
    ...(entry.isSinglePage ? closedOnSinglePage() : {}),
    base64ToArrayBuffer: (text: string) => encodingOf('base64').encode(text).buffer,
    arrayBufferToBase64: (buffer: ArrayBuffer) => encodingOf('base64').decode(new Uint8Array(buffer)),
    getRandomValues: asynchronous('getRandomValues', ({ length }: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
  };
  for (const type of [
    'AppShow',
    'AppHide',
    'Error',
    'UnhandledRejection',
    'PageNotFound',
    'WindowResize',
    'KeyboardHeightChange',
  ]) {
    wx[`on${type}`] = (listener: (value: unknown) => void) => onAppEvent(type, listener);
    wx[`off${type}`] = (listener?: (value: unknown) => void) => offAppEvent(type, listener);
  }
  return wx;
}
