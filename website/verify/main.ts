import { printedCode, readCode } from '../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import type { CertificateView } from '../../cloudfunctions/shared/universal/certificate-words';
import { readAddress } from '../shared/address';
import { button, byId, facts, focusable, make, ring } from '../shared/elements';
import { verifyCode } from './read-log';
import { words } from './words';

const allowed = document.querySelector('meta[name="board-folders"]')?.getAttribute('content') ?? '';
const address = readAddress(location.href, allowed);
const element = (id: string): HTMLElement => byId(id, HTMLElement);

if (address.kind === 'poll') start(address.folder);
else {
  const { heading, detail } = words.problems[address.kind];
  element('form').hidden = true;
  element('notice').hidden = false;
  element('notice-heading').textContent = heading;
  element('notice-detail').textContent = detail;
}

function start(folder: string): void {
  const field = byId('code', HTMLInputElement);
  element('source').textContent = words.source(new URL(folder).host, allowed.trim() !== '');
  /** Only the newest question's answer is shown. */
  let asked = 0;

  async function check(): Promise<void> {
    const code = readCode(field.value);
    const problem = element('code-problem');
    problem.textContent = code === null ? words.malformed : '';
    field.setAttribute('aria-invalid', String(code === null));
    element('result').replaceChildren();
    if (code === null) return field.focus();
    field.value = printedCode(code);
    const mine = (asked += 1);
    element('progress').textContent = words.checking;
    const view = await verifyCode(folder, code);
    if (mine !== asked) return;
    element('progress').textContent = '';
    show(view, () => void check());
  }

  byId('form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void check();
  });
  const given = new URL(location.href).searchParams.get('code') ?? '';
  if (given === '') return;
  field.value = given;
  void check();
}

const rings = { valid: 'tick', revoked: 'fault', none: 'open', unknown: 'open', alarm: 'fault' } as const;

function show(view: CertificateView, again: () => void): void {
  const heading = focusable(make('h2.verdict', ring(rings[view.state]), view.heading));
  element('result').replaceChildren(
    make(
      `section.card.certificate.${view.state}`,
      heading,
      ...(view.name === '' ? [] : [make('p.name', view.name)]),
      ...view.sentences.map((sentence) => make('p', sentence)),
      ...(view.facts.length === 0 ? [] : [facts(view.facts.map(({ term, text }) => [term, text]))]),
      ...(view.asOf === '' ? [] : [make('p.hint', view.asOf)]),
      ...(view.state === 'unknown' || view.state === 'alarm' ? [button(words.again, again)] : []),
    ),
  );
  heading.focus();
}
