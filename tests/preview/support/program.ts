import type { PreviewProgram } from '../../../scripts/preview/program';

/** Whom the fixture mini-program is tried as. */
export const fixture = {
  name: '试样',
  people: ['小李', '小王', '小张', '王阿姨', '周主任'],
  chats: [
    { id: 'building3', name: '幸福里 3 号楼群', kind: 'group', members: ['小李', '小王', '王阿姨', '周主任'] },
    { id: 'building5', name: '幸福里 5 号楼群', kind: 'group', members: ['小张', '周主任'] },
    { id: 'friend', name: '好友', kind: 'single', members: ['小李', '小王', '小张', '王阿姨', '周主任'] },
  ],
  spelled: { 小王: 'xiaowang' },
  storageAddress: 'https://storage.fixture.invalid',
} satisfies PreviewProgram;
