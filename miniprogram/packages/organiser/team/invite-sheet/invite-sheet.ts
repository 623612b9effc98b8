import { tellFailure } from '../../../../phone/dialogs';
import { serverNow } from '../../../../stores/clock';
import { roleNames } from '../../../../text/roles';
import { momentText } from '../../../../../cloudfunctions/shared/universal/times';
import { invite, type Role } from '../../services/team';
import { teamWords } from '../../text/team';
import { roleChoices, roleOf } from '../team.view';

const firstRole: Role = 'reviewer';

/** The card that is ready to be sent. */
interface Card {
  token: string;
  role: Role;
  detail: string;
}

/** Two steps: choose a role and have the card made, then send it to a chat. `bind:close` with `isSent`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    poll: { type: String, value: '' },
  },
  data: {
    role: firstRole as Role,
    choices: roleChoices(firstRole),
    // `as` widens: a constant null would be taken for the only value there is.
    card: null as Card | null,
    isBusy: false,
    words: teamWords,
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const role = roleOf(currentTarget.dataset.id);
      this.setData({ role, choices: roleChoices(role) });
    },
    async make() {
      if (this.data.isBusy) return;
      const { role } = this.data;
      this.setData({ isBusy: true });
      const answer = await invite(this.data.poll, role);
      this.setData({ isBusy: false });
      if (!answer.ok) {
        await tellFailure(answer.error);
        return;
      }
      const { token, expiresAt } = answer.data;
      const detail = teamWords.cardDetail(roleNames[role], momentText(expiresAt, serverNow()));
      this.setData({ card: { token, role, detail } });
    },
    /** The tap that shares goes to WeChat by itself. */
    send() {
      this.leave(true);
    },
    close() {
      this.leave(false);
    },
    leave(isSent: boolean) {
      this.setData({ card: null });
      this.triggerEvent('close', { isSent });
    },
  },
});
