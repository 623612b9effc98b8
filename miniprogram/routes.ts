// Every way from page to page; nobody else knows a path.
import { leavePage, openPage, openTab, pageBelow, replacePage } from './phone/navigation';
import { arrivalAtPoll } from './phone/arrival';

const voter = '/packages/voter';
/** A package of its own: the checks a receipt makes are too heavy for everyone's first page. */
const receipt = '/packages/receipt';

const pollRoute = `${voter}/poll/poll`;

/** A path with its query. */
export function urlOf(path: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${pairs.join('&')}`;
}

/** What a card counts under: it comes from a chat. */
export const cardChannel = 'card';

/** Path for sharing a poll, with its query. @param channel where it goes, to be counted */
export function pollPath(pollId: string, channel?: string): string {
  return urlOf(pollRoute, { id: pollId, ...(channel === undefined ? {} : { channel }) });
}

/** What the timeline keeps of a poll's page: its query. */
export function timelineQuery(pollId: string): string {
  return urlOf('', { id: pollId, channel: 'timeline' }).slice(1);
}

/** The same of a candidate's page. */
export function candidateTimelineQuery(pollId: string, candidateId: string): string {
  return urlOf('', { poll: pollId, id: candidateId, channel: 'timeline' }).slice(1);
}

/** Path for sharing a candidate, with its query. */
export function candidatePath(pollId: string, candidateId: string, channel?: string): string {
  const counted = channel === undefined ? {} : { channel };
  return urlOf(`${voter}/candidate/candidate`, { poll: pollId, id: candidateId, ...counted });
}

/** Path for sharing the results, with its query. */
export function resultsPath(pollId: string): string {
  return urlOf(`${voter}/results/results`, { id: pollId });
}

export function openPoll(pollId: string): void {
  openPage(pollPath(pollId));
}

export function openCandidate(pollId: string, candidateId: string): void {
  openPage(candidatePath(pollId, candidateId));
}

export function openResults(pollId: string): void {
  openPage(resultsPath(pollId));
}

/** The public record of what was changed after publishing. */
export function openChangeRecord(pollId: string): void {
  openPage(urlOf(`${voter}/changes/changes`, { id: pollId }));
}

/** @param code the receipt's, e.g. "7K4M-Q2XD" */
export function openReceipt(pollId: string, code: string): void {
  openPage(urlOf(`${receipt}/receipt/receipt`, { poll: pollId, code }));
}

/** To make a poll, beginning with a template. */
export function openCreation(): void {
  openPage('/packages/organiser/create/create');
}

/** A draft as voters would see it, for its team. */
export function openPreview(pollId: string): void {
  openPage(urlOf(`${voter}/preview/preview`, { id: pollId }));
}

export function openPreviewedCandidate(pollId: string, candidateId: string): void {
  openPage(urlOf(`${voter}/preview/preview`, { id: pollId, candidate: candidateId }));
}

/** The polls that this person organises. */
export function openMyPolls(): void {
  openPage('/packages/organiser/polls/polls');
}

/** Path for sharing the page on which candidates are proposed, with its query. */
export function nominatePath(pollId: string): string {
  return urlOf('/packages/participant/nominate/nominate', { id: pollId });
}

const outcome = '/packages/outcome';

/** Path for sharing who is to be awarded, until when and where to object, with its query. */
export function noticePath(pollId: string): string {
  return urlOf(`${outcome}/notice/notice`, { id: pollId });
}

export function openNotice(pollId: string): void {
  openPage(noticePath(pollId));
}

/** Path for sharing who is awarded, with its query. */
export function awardsPath(pollId: string): string {
  return urlOf(`${outcome}/awards/awards`, { id: pollId });
}

export function openAwards(pollId: string): void {
  openPage(awardsPath(pollId));
}

const verifyRoute = `${receipt}/verify/verify`;

/** The page to which a certificate's printed code leads, as a scan tells it. */
export const certificatePage = verifyRoute.slice(1);

/** Where a certificate is checked. @param candidateId whose it is; without one its code is asked there */
export function openVerify(pollId: string, candidateId?: string): void {
  openPage(urlOf(verifyRoute, { poll: pollId, ...(candidateId === undefined ? {} : { of: candidateId }) }));
}

/** A certificate as a picture, for the album. */
export function openCertificate(pollId: string, candidateId: string): void {
  openPage(urlOf('/packages/poster/certificate/certificate', { poll: pollId, id: candidateId }));
}

/** Path for sharing the public list of objections, with its query. */
export function objectionsPath(pollId: string): string {
  return urlOf(`${outcome}/objections/objections`, { id: pollId });
}

export function openObjections(pollId: string): void {
  openPage(objectionsPath(pollId));
}

/** Path for sharing the form by which one objects. @param about what it is filled in with */
export function objectionPath(pollId: string, about: { kind?: 'ballot'; candidateId?: string } = {}): string {
  const { kind, candidateId } = about;
  return urlOf(`${outcome}/objection/objection`, {
    id: pollId,
    ...(kind === undefined ? {} : { kind }),
    ...(candidateId === undefined ? {} : { candidate: candidateId }),
  });
}

export function openObjection(pollId: string, about: { kind?: 'ballot'; candidateId?: string } = {}): void {
  openPage(objectionPath(pollId, about));
}

/** One's own objections to a poll, and what became of them. */
export function openMyObjections(pollId: string): void {
  openPage(urlOf(`${outcome}/my-objections/my-objections`, { id: pollId }));
}

/**
 * A picture of the poll, or of one of its candidates, with its code.
 * @param wanted `channel` where an organiser chose it
 */
export function openPoster(pollId: string, wanted: { candidateId?: string; channel?: string } = {}): void {
  const { candidateId, channel } = wanted;
  const query = {
    poll: pollId,
    ...(candidateId === undefined ? {} : { id: candidateId }),
    ...(channel === undefined ? {} : { channel }),
  };
  openPage(urlOf('/packages/poster/poster/poster', query));
}

/** What holds for every poll. */
export function openRules(): void {
  openPage('/packages/help/rules/rules');
}

/** What is kept, what never is, and for how long. */
export function openPrivacy(): void {
  openPage('/packages/help/privacy/privacy');
}

/** How one organises a poll. */
export function openOrganisingHelp(): void {
  openPage('/packages/help/organising/organising');
}

/** How one becomes an organiser in this installation. */
export function openBecoming(): void {
  openPage('/packages/organiser/claim/claim');
}

/** The tab of one's own receipts. */
export function openMine(): void {
  openTab('/pages/mine/mine');
}

export function goHome(): void {
  openTab('/pages/home/home');
}

/** To the poll: back where its page is the one below, else in this page's place, as after a shared link. */
export function returnToPoll(pollId: string): void {
  const below = pageBelow();
  // A printed code names the poll in its scene.
  if (below?.route === pollRoute && arrivalAtPoll(below.query).pollId === pollId) leavePage();
  else replacePage(pollPath(pollId));
}

const formerRoot = 'packages/organizer/';

/**
 * Where a page is that a card in a chat names by the path it had when the card was sent; undefined where there was none.
 * @param path without a slash ahead
 */
export function movedUrl(path: string, query: Record<string, string>): string | undefined {
  if (!path.startsWith(formerRoot)) return undefined;
  return urlOf(`/packages/organiser/${path.slice(formerRoot.length)}`, query);
}

/** Opens what was asked for by a path that no page has any more; the home page where none ever had. */
export function openMoved(path: string, query: Record<string, string>): void {
  const url = movedUrl(path, query);
  if (url === undefined) goHome();
  else replacePage(url);
}
