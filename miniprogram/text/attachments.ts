// Documents that organisers attach to a poll.
import { attachmentType } from '../../cloudfunctions/shared/universal/attachments';

export const attachmentWords = {
  title: '附件',
  opening: '正在打开',
  notOpened: { title: '没有打开', detail: '网络不通，或者手机打不开这种文件。请再试一次。', read: '知道了' },
} as const;

/** PDF，1.2 MB: what it is and how much has to be fetched. */
export function attachmentNote({ file, size }: { file: string; size: number }): string {
  const type = (attachmentType(file) ?? '').toUpperCase();
  const megabytes = size / 1024 / 1024;
  return `${type}，${megabytes < 0.1 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${megabytes.toFixed(1)} MB`}`;
}
