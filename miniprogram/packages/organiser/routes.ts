// Every way among the organisers' pages. A poll is `id` on pages about the poll, and `poll` where `id` is something in it.
import { leavePage, openPage, pageBelow, replacePage } from '../../phone/navigation';
import { urlOf } from '../../routes';

const root = '/packages/organiser';

function page(name: string, query: Record<string, string> = {}): string {
  return urlOf(`${root}/${name}/${name}`, query);
}

export { openCreation } from '../../routes';

/** Opens the editor in the place of this page, so that going back does not make a second poll. */
export function replaceByEditor(pollId: string): void {
  replacePage(page('edit', { id: pollId }));
}

/** The one screen of a small poll, in the place of this page. */
export function replaceBySmallPoll(): void {
  replacePage(smallPollPath());
}

/** Path of the card by which a group's own small poll is begun. */
export function smallPollPath(): string {
  return page('small-poll');
}

export function openEditor(pollId: string): void {
  openPage(page('edit', { id: pollId }));
}

/** What one does with a published poll. */
export function openManage(pollId: string): void {
  openPage(page('manage', { id: pollId }));
}

/** The same in the place of this page: a published poll has no editor to go back to. */
export function replaceByManage(pollId: string): void {
  replacePage(page('manage', { id: pollId }));
}

export function openCandidates(pollId: string): void {
  openPage(page('candidates', { id: pollId }));
}

/** @param candidateId absent for a new one @param field what of it publishing asks for */
export function openCandidateEditor(pollId: string, candidateId?: string, field?: string): void {
  const asked = field === undefined ? {} : { field };
  const candidate = candidateId === undefined ? {} : { id: candidateId, ...asked };
  openPage(page('candidate-edit', { poll: pollId, ...candidate }));
}

/** Candidates of an earlier poll, to be taken along. */
export function openEarlier(pollId: string, fromPollId: string): void {
  openPage(page('earlier', { id: pollId, from: fromPollId }));
}

export function openImport(pollId: string): void {
  openPage(page('import', { id: pollId }));
}

/** What may still change of a published poll. */
export function openChanges(pollId: string): void {
  openPage(page('changes', { id: pollId }));
}

/** Who works on the poll. */
export function openTeam(pollId: string): void {
  openPage(page('team', { id: pollId }));
}

/** Path of an invitation's card. @param token the only place it is kept */
export function invitationPath(token: string): string {
  return page('invitation', { token });
}

/** The team's page in the place of this one, as after joining. */
export function replaceByTeam(pollId: string): void {
  replacePage(page('team', { id: pollId }));
}

/** The chat groups whose members alone may vote. */
export function openChatGroups(pollId: string): void {
  openPage(chatGroupsPath(pollId));
}

/** Path of the card by which a group is bound: opened in the group, it says which one. */
export function chatGroupsPath(pollId: string): string {
  return page('chat-groups', { id: pollId });
}

/** Links and codes, and how many came by each. */
export function openChannels(pollId: string): void {
  openPage(page('channels', { id: pollId }));
}

/** Posters, and codes to print. */
export function openCodes(pollId: string): void {
  openPage(page('codes', { id: pollId }));
}

/** Reports, notices and certificates to print. */
export function openPapers(pollId: string, candidateId?: string): void {
  openPage(page('papers', { id: pollId, ...(candidateId === undefined ? {} : { candidate: candidateId }) }));
}

/** Acts that bind the public, and those that wait for a second person. */
export function openActs(pollId: string): void {
  openPage(page('acts', { id: pollId }));
}

/** To the acts: back where their page is the one below, else in this page's place. */
export function returnToActs(pollId: string): void {
  const url = page('acts', { id: pollId });
  const below = pageBelow();
  if (below !== undefined && url.startsWith(`${below.route}?`)) leavePage();
  else replacePage(url);
}

/** To propose such an act. */
export function openProposal(pollId: string): void {
  openPage(page('propose', { id: pollId }));
}

/** The way from the close to the award. */
export function openAfter(pollId: string): void {
  openPage(page('after', { id: pollId }));
}

/** The form of one of its acts. @param about a candidate or an objection, where the act is about one */
export function openAfterAct(pollId: string, act: string, about = ''): void {
  openPage(page('after-act', { id: pollId, act, about }));
}

/** Objections, to be taken up and answered. */
export function openObjections(pollId: string): void {
  openPage(page('objections', { id: pollId }));
}

/** Where a hearing of an objection is noted. */
export function openHearing(pollId: string, objectionId: string): void {
  openPage(page('hearing', { id: pollId, objection: objectionId }));
}

/** Who did what. */
export function openTrail(pollId: string): void {
  openPage(page('trail', { id: pollId }));
}

/** Nominations, pictures and videos that wait for a decision. @param part what is shown first */
export function openReview(pollId: string, part: 'nominations' | 'media' = 'nominations'): void {
  openPage(page('review', { id: pollId, part }));
}

/** Polls that wait to be listed on the home page, for administrators. */
export function openListing(): void {
  openPage(page('listing'));
}

/** How one becomes an organiser here: a code for the administrator. */
export function openClaim(): void {
  openPage(page('claim'));
}

/** How the poll goes; in a package of its own, for its charts. */
export function openDashboard(pollId: string): void {
  openPage(urlOf('/packages/dashboard/dashboard/dashboard', { id: pollId }));
}

/** Back; to one's polls where WeChat has brought this page back alone, and there is none below. */
export function goBack(): void {
  if (pageBelow() !== undefined) leavePage();
  else replacePage(page('polls'));
}
