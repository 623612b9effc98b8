import { storageAddress } from '../../miniprogram/installation';
import { templateTitles } from '../keys/local-templates';
import type { PreviewProgram } from '../preview/program';
import { lookAtCounts } from './counts';
import { bringResidents } from './residents';

/** What the preview has to be told of this product: the first people are residents, then come an organiser and colleagues. */
export const gongping = {
  name: '公评',
  people: ['小李', '小王', '小张', '王阿姨', '陈叔', '韩科长', '周主任', '小赵', '小孙'],
  labels: {
    小李: '居民',
    小王: '居民',
    小张: '居民',
    王阿姨: '居民',
    陈叔: '居民',
    韩科长: '主办方，各阶段的评选都有',
    周主任: '社区干部，还没办过',
    小赵: '韩科长的审核人',
    小孙: '同事',
  },
  chats: [
    { id: 'building3', name: '幸福里 3 号楼群', kind: 'group', members: ['小李', '小王', '王阿姨', '周主任'] },
    { id: 'building5', name: '幸福里 5 号楼群', kind: 'group', members: ['小张', '陈叔', '周主任'] },
    { id: 'office', name: '街道办公室', kind: 'group', members: ['韩科长', '周主任', '小赵', '小孙'] },
    {
      id: 'friend',
      name: '好友',
      kind: 'single',
      members: ['小李', '小王', '小张', '王阿姨', '陈叔', '韩科长', '周主任', '小赵', '小孙'],
    },
  ],
  spelled: {
    小李: 'xiaoli',
    小王: 'xiaowang',
    小张: 'xiaozhang',
    王阿姨: 'wangayi',
    陈叔: 'chenshu',
    韩科长: 'hankezhang',
    周主任: 'zhouzhuren',
    小赵: 'xiaozhao',
    小孙: 'xiaosun',
  },
  storageAddress,
  noticeTitles: templateTitles,
  actions: [
    { id: 'residents', label: '来 20 位居民', perform: bringResidents },
    {
      id: 'scheduler',
      label: '叫一次定时器',
      perform: async ({ fireTimer }) => {
        await fireTimer('scheduler');
        return '定时器跑完了一遍。到了该公布的时候，它就公布。';
      },
    },
  ],
  views: [{ id: 'counts', title: '票数', look: lookAtCounts }],
} satisfies PreviewProgram;
