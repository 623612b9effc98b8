import { chooseOne, tellDone } from '../../../phone/dialogs';
import { choosePictures, chooseVideo } from '../../../phone/pictures';
import { formWords } from '../text/candidate-form';
import { mediaWords } from '../text/media';
import type { CandidateSession } from './candidate-session';
import { askAboutPicture } from './ask-about-picture';

/** The most that a video may have, MB, as `phone/pictures.ts` takes it. */
const mostVideo = 50;
const mostPictures = 9;

async function addPictures(form: CandidateSession): Promise<void> {
  form.addPictures(await choosePictures(mostPictures - form.pictures.length));
}

async function changePicture(form: CandidateSession, key: string): Promise<void> {
  const answer = await askAboutPicture(form.pictures, key);
  if (!answer) return;
  if ('again' in answer) await form.send(answer.again);
  else form.setPictures(answer.pictures);
}

async function chooseAnotherVideo(form: CandidateSession): Promise<void> {
  const file = await chooseVideo();
  if (file === 'tooLarge') tellDone(mediaWords.tooLarge(mostVideo));
  else if (file) form.setVideo(file);
}

/** Chooses a video, or asks what to do with the one that is there. */
async function changeVideo(form: CandidateSession): Promise<void> {
  if (!form.video) return chooseAnotherVideo(form);
  const action = await chooseOne([
    { id: 'change', name: formWords.changeVideo },
    { id: 'remove', name: formWords.remove },
  ]);
  if (action === 'change') await chooseAnotherVideo(form);
  else if (action === 'remove') form.setVideo(undefined);
}

interface FormPage {
  form: CandidateSession;
}

/** The taps on a candidate's pictures and its video. */
export const mediaTaps = {
  addPictures(this: FormPage) {
    return addPictures(this.form);
  },

  pickPicture(this: FormPage, { detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
    return changePicture(this.form, detail.key);
  },

  pickVideo(this: FormPage) {
    return changeVideo(this.form);
  },
};
