import { askOver, control, make } from './dialog-parts';

export interface FileRequest {
  title: string;
  /** Where on a real phone the files would come from. */
  hint: string;
  /** What the browser's own chooser offers, such as ".csv,.xlsx" or "image/*". */
  accept: string;
  count: number;
  /** Says why the files cannot be taken, or nothing. */
  refuse(files: readonly File[]): string | undefined;
  /** Asks whether pictures are to be taken as they are. */
  offersOriginal?: boolean;
}

export interface ChosenFiles {
  files: File[];
  wantsOriginal: boolean;
}

/** Lets the person choose files of this computer, in place of the phone's. @returns null when it was cancelled */
export function chooseFiles(request: FileRequest): Promise<ChosenFiles | null> {
  return askOver<ChosenFiles | null>('sheet', (answer) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'phone-files';
    input.accept = request.accept;
    input.multiple = request.count > 1;
    input.hidden = true;
    const original = document.createElement('input');
    original.type = 'checkbox';
    const complaint = make('p', 'sheet-complaint');
    complaint.setAttribute('role', 'alert');
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      if (files.length === 0) return;
      const refusal = files.length > request.count ? `最多选 ${request.count} 个，请重新选择` : request.refuse(files);
      complaint.textContent = refusal ?? '';
      // The same file may be chosen again.
      input.value = '';
      if (refusal === undefined) answer({ files, wantsOriginal: original.checked });
    });
    return [
      make('p', 'sheet-title', make('b', '', request.title), request.hint),
      complaint,
      input,
      ...(request.offersOriginal ? [make('label', 'sheet-tick', original, '原图')] : []),
      control('选择文件', 'sheet-item', () => input.click()),
      control('取消', 'sheet-item sheet-cancel', () => answer(null)),
    ];
  });
}
