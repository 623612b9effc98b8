import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { temporaryFolder } from '../local-cloud/support/functions';

// A mini-program that has nothing to do with ours, as somebody else might have one: a shared list of notes.

/** Its collections: one note of each text. */
export const collections = {
  collections: { notes: { indexes: [{ name: 'text', unique: true, keys: [['text', 1]] }] } },
};

const sdk = createRequire(__filename).resolve('wx-server-sdk');

const addNote = `
const cloud = require(${JSON.stringify(sdk)});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ text }) => {
  const notes = cloud.database().collection('notes');
  const by = cloud.getWXContext().OPENID;
  const isNew = await notes.add({ data: { text, by } }).then(() => true, () => false);
  const { data } = await notes.get();
  return { isNew, by, notes: data.map((note) => note.text) };
};
`;

const page = `
Page({
  data: { said: '', notes: [] },
  add() {
    wx.cloud.callFunction({ name: 'notes', data: { text: '买菜' } }).then(({ result }) => {
      this.setData({ said: result.isNew ? '记下了' : '早就记下了', notes: result.notes });
    });
  },
  go() { wx.navigateTo({ url: '/pages/about/about' }); },
});
`;

const files: Readonly<Record<string, string>> = {
  'functions/notes/index.js': addNote,
  'functions/notes/config.json': '{"timeout": 20}',
  'app/app.json': '{"pages": ["pages/list/list", "pages/about/about"], "window": {"navigationBarTitleText": "便签"}}',
  'app/app.js': 'App({ onLaunch() { wx.cloud.init(); } });',
  'app/app.wxss': 'page { color: #123456; }',
  'app/pages/list/list.js': page,
  'app/pages/list/list.wxml':
    '<button id="add" bindtap="add">记一条</button><view id="said">{{said}}</view><text wx:for="{{notes}}" wx:key="*this">{{item}}</text><button id="go" bindtap="go">关于</button>',
  'app/pages/about/about.js': 'Page({});',
  'app/pages/about/about.wxml': '<view id="about">一本便签</view>',
};

/** Writes its functions and its built pages into a fresh folder. */
export function writeOtherProgram(): { functionsDir: string; appDir: string } {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return { functionsDir: path.join(folder, 'functions'), appDir: path.join(folder, 'app') };
}
