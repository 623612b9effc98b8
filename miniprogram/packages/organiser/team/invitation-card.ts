import { roleNames } from '../../../text/roles';
import { invitationPath } from '../routes';
import { cardTitle } from '../text/team';
import { roleOf } from './team.view';

/**
 * A card that carries an invitation's token.
 * @param target the button that was tapped: WeChat hands on its dataset, whatever it holds
 */
export function invitationCard(target: unknown, pollTitle: string): WechatMiniprogram.Page.ICustomShareContent {
  const { token = '', role = '' } =
    (target as { dataset?: { token?: string; role?: string } } | undefined)?.dataset ?? {};
  return { title: cardTitle(pollTitle, roleNames[roleOf(role)]), path: invitationPath(token) };
}
