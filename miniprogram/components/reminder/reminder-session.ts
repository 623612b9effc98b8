import { askConsent } from '../../phone/consent';
import { offeredReminders, setReminders, type Reminder, type ReminderKind } from '../../services/reminders';
import { serverNow } from '../../stores/clock';
import { readFailureText } from '../../text/errors';
import { notConsented, reminderWords } from '../../text/reminders';
import { askable, offerView, setView, type ReminderView, type WantedReminders } from './reminder.view';

/** One offer on an open page, from what may be asked for to what is set. */
export class ReminderSession {
  private reminders: Reminder[] = [];
  /** What WeChat was told and the cloud was not: the next tap has nothing to ask. */
  private consented: ReminderKind[] = [];
  private isBusy = false;

  constructor(
    private readonly wanted: WantedReminders,
    private readonly isBrief: boolean,
    private readonly show: (view: ReminderView | null) => void,
  ) {}

  /** Learns what there is to offer, so that a tap can ask at once. */
  async load(): Promise<void> {
    const { pollId, kinds, asOf } = this.wanted;
    const offered = await offeredReminders(pollId, asOf, kinds.includes('verdict'));
    this.reminders = offered.filter(({ kind }) => kinds.includes(kind));
    this.show(offerView(this.reminders, this.isBrief));
  }

  /** Asks for consent, in the turn of the tap, and notes it. */
  async ask(): Promise<void> {
    const asked = askable(this.reminders);
    if (this.isBusy || asked.length === 0) return;
    this.isBusy = true;
    if (this.consented.length === 0) {
      const consent = await askConsent(asked.map(({ templateId }) => templateId));
      if (consent.kind !== 'given') {
        this.stay(notConsented[consent.kind], 'notice');
        return;
      }
      this.consented = asked
        .filter(({ templateId }) => consent.templateIds.includes(templateId))
        .map(({ kind }) => kind);
    }
    await this.note(this.consented);
  }

  private async note(kinds: ReminderKind[]): Promise<void> {
    this.show({ state: 'asking', label: reminderWords.asking, note: '', tone: 'quiet' });
    const answer = await setReminders(this.wanted.pollId, kinds);
    if (!answer.ok) {
      const { title, detail, tone } = readFailureText(answer.error, serverNow());
      this.stay(reminderWords.notNoted(title, detail), tone);
      return;
    }
    this.isBusy = false;
    this.consented = [];
    this.reminders = this.reminders.map((each) => (kinds.includes(each.kind) ? { ...each, isSet: true } : each));
    const set = this.reminders.filter(({ isSet }) => isSet).map(({ kind }) => kind);
    this.show(setView(set, this.isBrief));
  }

  /** The offer stands, with the reason why it came to nothing. */
  private stay(note: string, tone: ReminderView['tone']): void {
    this.isBusy = false;
    this.show(offerView(this.reminders, this.isBrief, { note, tone }));
  }
}
