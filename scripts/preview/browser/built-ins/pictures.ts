import type * as glassEasel from 'glass-easel';
import { appendInside, defineBuiltIn, type BuiltInDefinition } from './define';
import { urlOfFile } from '../files/file-url';

export function definePictures(space: glassEasel.ComponentSpace): void {
  defineBuiltIn(space, 'image', image);
  defineBuiltIn(space, 'cover-image', image);
  defineBuiltIn(space, 'video', video);
}

const image: BuiltInDefinition = {
  properties: {
    src: String,
    mode: [String, 'scaleToFill'],
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
    fadeIn: Boolean,
  },
  create(self) {
    const picture = document.createElement('img');
    picture.alt = '';
    picture.draggable = false;
    picture.addEventListener('load', () =>
      self.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () => {
      if (picture.getAttribute('src')) self.emit('error', { errMsg: `GET ${picture.src} 404` });
    });
    self.host.setAttribute('data-mode', 'scaleToFill');
    appendInside(self, picture);
  },
  changed: {
    src(self, value: string) {
      const picture = self.host.querySelector('img');
      if (!picture) return;
      if (value) picture.src = fileUrl(value, self.element);
      else picture.removeAttribute('src');
    },
    mode: (self, value: string) => self.host.setAttribute('data-mode', value),
    lazyLoad(self, value: boolean) {
      const picture = self.host.querySelector('img');
      if (picture && value) picture.loading = 'lazy';
    },
  },
};

const video: BuiltInDefinition = {
  properties: {
    src: String,
    poster: String,
    controls: [Boolean, true],
    autoplay: Boolean,
    loop: Boolean,
    muted: Boolean,
    title: String,
    objectFit: [String, 'contain'],
    showCenterPlayBtn: [Boolean, true],
    showFullscreenBtn: [Boolean, true],
    showProgress: [Boolean, true],
    enableProgressGesture: [Boolean, true],
    playBtnPosition: String,
    initialTime: Number,
    duration: Number,
    direction: Number,
    showMuteBtn: Boolean,
  },
  create(self) {
    const player = document.createElement('video');
    player.playsInline = true;
    player.controls = true;
    player.preload = 'metadata';
    for (const type of ['play', 'pause', 'ended', 'error'] as const) {
      player.addEventListener(type, () => self.emit(type));
    }
    player.addEventListener('timeupdate', () => {
      self.emit('timeupdate', { currentTime: player.currentTime, duration: player.duration });
    });
    appendInside(self, player);
  },
  changed: {
    src: (self, value: string) => self.host.querySelector('video')?.setAttribute('src', fileUrl(value, self.element)),
    poster: (self, value: string) =>
      self.host.querySelector('video')?.setAttribute('poster', fileUrl(value, self.element)),
    objectFit: (self, value: string) => self.host.style.setProperty('--fit', value),
    controls: (self, value: boolean) => self.host.querySelector('video')?.toggleAttribute('controls', value),
    muted: (self, value: boolean) => self.host.querySelector('video')?.toggleAttribute('muted', value),
    loop: (self, value: boolean) => self.host.querySelector('video')?.toggleAttribute('loop', value),
    autoplay: (self, value: boolean) => self.host.querySelector('video')?.toggleAttribute('autoplay', value),
  },
};

/** The page or component in whose template an element stands, by its path. */
function ownerPath(element: glassEasel.Element): string {
  return element.ownerShadowRoot?.getHostNode().is ?? '';
}

/** Where the browser finds a file that a template names. */
function fileUrl(source: string, element: glassEasel.Element): string {
  return urlOfFile(source, ownerPath(element));
}
