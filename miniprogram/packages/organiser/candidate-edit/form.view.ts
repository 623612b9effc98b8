import { criterionNames } from '../../../text/candidate-page';
import type { Choice } from '../components/choice-row/choice-row.view';
import type { CandidateText } from '../edit/destination';
import type { EditedPoll } from '../services/polls';
import { formWords } from '../text/candidate-form';
import { mediaStateText, mediaWords } from '../text/media';
import type { CandidateSession } from './candidate-session';
import type { Texts } from './typed-field';
import type { FormPicture } from './form-pictures';

interface PictureView {
  key: string;
  src: string;
  state: string;
  isOpen: boolean;
  label: string;
}

export interface FormView {
  texts: Texts;
  nameError: string;
  /** What publishing asks for, at its place, while nothing is written there. */
  lacks: Partial<Record<CandidateText, string>>;
  isLocked: boolean;
  groups: Choice[];
  facts: { at: number; figure: string; unit: string; label: string; error: string }[];
  canAddFact: boolean;
  criteria: { id: string; name: string; text: string }[];
  pictures: PictureView[];
  canAddPicture: boolean;
  video: PictureView | null;
  isKept: boolean;
  isNew: boolean;
  button: { text: string; isReady: boolean };
}

interface Shown {
  poll: EditedPoll;
  texts: Texts;
  pictures: readonly FormPicture[];
  video: FormPicture | undefined;
  isKept: boolean;
  isNew: boolean;
  isUploading: boolean;
  isSaving: boolean;
  /** Whether a save was tried: then what is missing is said at the fields. */
  wasTried: boolean;
  /** The text to which a tap led from what publishing misses. */
  asked: CandidateText | undefined;
}

const mostPictures = 9;
const mostFacts = 3;

export function formView(shown: Shown): FormView {
  const { poll, texts, pictures, video, isKept, isNew, wasTried, asked } = shown;
  const isPublished = poll.status !== 'draft';
  const groups = poll.rules.groups ?? [];
  return {
    texts,
    nameError: wasTried && texts.name.trim() === '' ? formWords.lacksName : '',
    lacks: asked !== undefined && texts[asked].trim() === '' ? { [asked]: formWords.lacks[asked] } : {},
    isLocked: isPublished,
    groups:
      groups.length === 0 || isPublished
        ? []
        : [{ id: '', name: formWords.noGroup }, ...groups].map(({ id, name }) => ({
            id,
            name,
            isChosen: (texts.group ?? '') === id,
          })),
    facts: texts.facts.map((fact, at) => ({ ...fact, at, error: wasTried ? factError(fact) : '' })),
    canAddFact: texts.facts.length < mostFacts,
    criteria: poll.criteria.map((id) => ({
      id,
      name: criterionNames[id],
      text: texts.criteria.find(({ criterion }) => criterion === id)?.text ?? '',
    })),
    pictures: pictures.map((picture, at) => pictureView(picture, at)),
    canAddPicture: pictures.length < mostPictures,
    video: video ? pictureView(video, 0) : null,
    isKept,
    isNew,
    button: saveButton(shown, isPublished),
  };
}

/** Whether the texts can be saved as they stand. */
export function isComplete({ name, facts }: Texts): boolean {
  return name.trim() !== '' && facts.every((fact) => factError(fact) === '');
}

/** A fact of which nothing is written is left out; one of which a part is, is not. */
function factError({ figure, unit, label }: Texts['facts'][number]): string {
  const [hasFigure, hasLabel] = [figure.trim() !== '', label.trim() !== ''];
  const isEmpty = !hasFigure && !hasLabel && unit.trim() === '';
  return isEmpty || (hasFigure && hasLabel) ? '' : formWords.factIncomplete;
}

function pictureView({ key, src, state, percent }: FormPicture, at: number): PictureView {
  const words =
    state === 'uploading'
      ? mediaWords.uploading(percent)
      : state === 'failed'
        ? mediaWords.failed
        : mediaStateText(state);
  return { key, src, state: words, isOpen: state !== 'passed', label: formWords.pictureLabel(at + 1, words) };
}

function saveButton({ isSaving, isUploading }: Shown, isPublished: boolean): FormView['button'] {
  if (isSaving) return { text: formWords.saving, isReady: false };
  if (isUploading) return { text: formWords.uploading, isReady: false };
  return { text: isPublished ? formWords.saveOpenly : formWords.save, isReady: true };
}

/** What the page shows of the form. */
export function shownForm(
  { texts, pictures, video, isKept, isNew, isUploading }: CandidateSession,
  poll: EditedPoll,
  page: Pick<Shown, 'isSaving' | 'wasTried' | 'asked'>,
): FormView {
  return formView({ poll, texts, pictures, video, isKept, isNew, isUploading, ...page });
}
