import { choosePictures } from '../../../phone/pictures';
import { openMyObjections, openObjections } from '../../../routes';
import type { ObjectionKind } from '../services/objections';
import { mostPictures, type ObjectionDraft } from './objection-draft';
import type { ObjectionView } from './objection.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;
type Typed<Data extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, Data>;

interface Filling {
  pollId: string;
  data: { draft: ObjectionDraft; view: ObjectionView };
  fill(change: Partial<ObjectionDraft>): void;
  askBallots(): Promise<void>;
}

/** The part of the page by which its form is filled in, and left. */
export const formTaps = {
  chooseKind(this: Filling, { currentTarget }: Tapped<{ id: ObjectionKind }>): void {
    this.fill({ kind: currentTarget.dataset.id });
    void this.askBallots();
  },

  chooseCandidate(this: Filling, { detail }: WechatMiniprogram.CustomEvent<{ value: string }>): void {
    const { view } = this.data;
    const candidate = view.kind === 'ready' ? view.candidates[Number(detail.value)] : undefined;
    if (candidate) this.fill({ candidateId: candidate.id });
  },

  type(this: Filling, { detail, currentTarget }: Typed<{ field: 'text' | 'name' | 'contact' | 'unit' }>): void {
    this.fill({ [currentTarget.dataset.field]: detail.value });
  },

  async addPictures(this: Filling): Promise<void> {
    const { pictures } = this.data.draft;
    const added = await choosePictures(mostPictures - pictures.length);
    this.fill({ pictures: [...pictures, ...added.map(({ path }) => path)].slice(0, mostPictures) });
  },

  removePicture(this: Filling, { currentTarget }: Tapped<{ at: number }>): void {
    this.fill({ pictures: this.data.draft.pictures.filter((_, at) => at !== currentTarget.dataset.at) });
  },

  toMine(this: Filling): void {
    openMyObjections(this.pollId);
  },

  toList(this: Filling): void {
    openObjections(this.pollId);
  },
};
