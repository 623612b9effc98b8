import { workFailureText } from '../../../text/errors';
import { serverNow } from '../../../stores/clock';
import { DraftSession } from '../draft/draft-session';
import { fieldsOf, isFieldName, type FieldName } from '../draft/fields';
import { listActs, type ProposedAct } from '../services/acts';
import { listCandidates, type ListedCandidate } from '../services/candidates';
import { checkPoll, type Checklist, type EditedPoll } from '../services/polls';
import { workState } from '../work-state.view';
import { applyEdit, type Edit } from './apply-edit';
import type { Side } from '../components/conflict-sheet/conflict-sheet.view';
import type { Asked } from './asked.view';
import type { Place } from './destination';
import type { EditData } from './edit-data';
import { editView } from './edit.view';
import type { StepName } from './steps';

/** One open editor: the draft, the step, and what the step needs from the cloud besides. */
export class EditSession {
  step: StepName = 'basics';
  readonly draft: DraftSession;
  private candidates: readonly ListedCandidate[] = [];
  private list: Checklist | undefined;
  private asked: Asked | undefined;
  private acts: readonly ProposedAct[] = [];
  private sides: Partial<Record<FieldName, Side>> = {};
  private isPublishing = false;

  constructor(
    private readonly pollId: string,
    private readonly show: (change: Partial<EditData>) => void,
  ) {
    this.draft = new DraftSession(pollId, () => {
      this.present();
    });
  }

  /** Asks for the poll, and for what the step needs. Once there is something to edit, a failure leaves it there. */
  async load(): Promise<void> {
    const failure = await this.draft.load();
    if (failure && !this.draft.server)
      this.show({ kind: 'stopped', failure: workState(failure, serverNow()), note: null });
    else await this.enter(this.step);
  }

  get poll(): EditedPoll | undefined {
    return this.draft.server;
  }

  get checklist(): Checklist | undefined {
    return this.list;
  }

  /** The publishing that waits for a second person, if one does. */
  get waiting(): ProposedAct | undefined {
    return this.acts.find(({ act, state }) => act.kind === 'publish' && state === 'waiting');
  }

  edit(edit: Edit): void {
    const { fields } = this.draft;
    if (fields) this.draft.change(applyEdit(fields, edit));
    // What publishing needs depends on it.
    if (this.step === 'publish') void this.enter('publish');
  }

  /** Shows a step, with what the cloud knows about it. @param place where something is asked for */
  async enter(step: StepName, place?: Place): Promise<void> {
    this.step = step;
    if (this.asked && place !== undefined) this.asked = { ...this.asked, place };
    if (step === 'publish') this.list = undefined;
    this.present();
    if (step === 'candidates') await this.loadCandidates();
    else if (step === 'publish') await this.check();
  }

  /** Which side holds for a field that two people have changed. */
  choose(field: string, side: Side): void {
    if (isFieldName(field)) this.sides = { ...this.sides, [field]: side };
    this.present();
  }

  async settle(): Promise<void> {
    const sides = Object.entries(this.sides);
    const theirs = sides.flatMap(([field, side]) => (side === 'theirs' && isFieldName(field) ? [field] : []));
    this.sides = {};
    await this.draft.settle(theirs);
    await this.enter(this.step);
  }

  publishing(isPublishing: boolean): void {
    this.isPublishing = isPublishing;
    this.present();
  }

  /** Everything is saved first: the cloud checks what it has. */
  async check(): Promise<void> {
    const isSaved = await this.draft.flush();
    const [list, acts] = await Promise.all([checkPoll(this.pollId), listActs(this.pollId)]);
    if (acts.ok) this.acts = acts.data.acts;
    const { fields } = this.draft;
    if (list.ok && isSaved) this.list = list.data;
    if (list.ok && fields) this.asked = { list: list.data, fields, place: undefined };
    this.present();
    if (!list.ok) this.show({ note: workFailureText(list.error, serverNow()) });
  }

  private async loadCandidates(): Promise<void> {
    const answer = await listCandidates(this.pollId);
    if (answer.ok) {
      this.candidates = answer.data.candidates;
      this.present();
    } else this.show({ note: workFailureText(answer.error, serverNow()) });
  }

  private present(): void {
    const { fields, server } = this.draft;
    if (!fields || !server) return;
    const { step, candidates, list, asked, acts, sides, isPublishing } = this;
    const state = this.draft.state;
    const open = { step, candidates, list, asked, acts, sides, isPublishing, state };
    this.show(editView({ ...open, fields, server, saved: fieldsOf(server) }, serverNow()));
  }
}
