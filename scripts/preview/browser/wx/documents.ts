import { extensionOf } from '../files/file-types';
import { phoneFiles } from '../files/phone-files';
import { needTap } from '../engine/tap-turn';
import { askOver, control, make } from '../phone/dialog-parts';
import { actionSheet, showToast } from '../phone/dialogs';
import { offerDownload } from '../phone/downloads';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

/** What WeChat's own reader opens. */
const readable = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

interface ShareOptions {
  filePath: string;
}

interface DocumentOptions {
  filePath: string;
  fileType?: string;
}

/** @param owner name of the person whose phone this is */
export function documents(owner: () => string): Record<string, unknown> {
  return {
    shareFileMessage: asynchronous('shareFileMessage', async (options: ShareOptions) => {
      needTap();
      need(options, { filePath: 'String' });
      phoneFiles.read(options.filePath);
      const offered = PREVIEW_PROGRAM.chats.filter(
        ({ kind, members }) => kind === 'single' || members.includes(owner()),
      );
      const choice = await actionSheet(
        offered.map(({ name }) => name),
        '发送给',
      );
      const chat = choice === null ? undefined : offered[choice];
      if (!chat) throw new Failure('cancel');
      showToast(`文件已发送到“${chat.name}”`, 1500);
    }),
    openDocument: asynchronous('openDocument', (options: DocumentOptions) => {
      need(options, { filePath: 'String' });
      const type = options.fileType ?? extensionOf(options.filePath);
      if (!readable.includes(type)) throw new Failure('filetype not supported');
      const bytes = phoneFiles.read(options.filePath);
      const name = options.filePath.slice(options.filePath.lastIndexOf('/') + 1);
      const shown = extensionOf(name) === type ? name : `${name}.${type}`;
      // The document is open once it shows; nobody waits until it is closed.
      void askOver<true>('sheet', (answer) => [
        make('p', 'sheet-title', make('b', '', shown), '微信会在这里打开文档，预览里请下载来看'),
        control('下载', 'sheet-item', () => {
          offerDownload(bytes, shown);
          answer(true);
        }),
        control('关闭', 'sheet-item sheet-cancel', () => answer(true)),
      ]);
    }),
  };
}
