import { choosePictures } from '../../../phone/pictures';
import type { Criterion } from '../services/nominations';
import { mostPictures, type NominationDraft } from './nomination-draft';

type TextField = 'proposerName' | 'name' | 'unit' | 'sentence';
type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;
type Typed<Data extends object> = WechatMiniprogram.CustomEvent<{ value: string }, object, Data>;

interface Filling {
  data: { draft: NominationDraft };
  fill(change: Partial<NominationDraft>): void;
}

/** The part of the page by which its form is filled in. */
export const formTaps = {
  chooseProposer(this: Filling, { currentTarget }: Tapped<{ id: 'resident' | 'organisation' }>): void {
    this.fill({ proposerKind: currentTarget.dataset.id });
  },

  type(this: Filling, { detail, currentTarget }: Typed<{ field: TextField }>): void {
    this.fill({ [currentTarget.dataset.field]: detail.value });
  },

  typeCriterion(this: Filling, { detail, currentTarget }: Typed<{ id: Criterion }>): void {
    this.fill({ criteria: { ...this.data.draft.criteria, [currentTarget.dataset.id]: detail.value } });
  },

  async addPictures(this: Filling): Promise<void> {
    const { pictures } = this.data.draft;
    const added = await choosePictures(mostPictures - pictures.length);
    this.fill({ pictures: [...pictures, ...added.map(({ path }) => path)].slice(0, mostPictures) });
  },

  removePicture(this: Filling, { currentTarget }: Tapped<{ at: number }>): void {
    this.fill({ pictures: this.data.draft.pictures.filter((_, at) => at !== currentTarget.dataset.at) });
  },
};
