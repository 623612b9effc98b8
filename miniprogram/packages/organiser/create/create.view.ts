import type { FailureState } from '../../../components/page-state/page-state.view';
import type { TemplateId, Templates } from '../services/polls';
import { ballotRuleText } from '../../../text/rules';
import { createWords, templateIcons } from '../text/create';

interface TemplateCard {
  id: TemplateId;
  icon: string;
  name: string;
  sentence: string;
  rule: string;
}

export type CreateView = { kind: 'loading' } | { kind: 'ready'; cards: TemplateCard[] } | FailureState;

export function createView(templates: Templates): CreateView {
  return {
    kind: 'ready',
    cards: templates.map(({ id, name, sentence, fields }) => ({
      id,
      icon: templateIcons[id],
      name,
      sentence,
      rule: ballotRuleText(fields.rules, fields.measure),
    })),
  };
}

/** The button at the foot: what is missing, or the start. */
export function startButton(template: string, name: string, isBusy: boolean): { text: string; isReady: boolean } {
  if (isBusy) return { text: createWords.starting, isReady: false };
  if (template === '') return { text: createWords.lacksTemplate, isReady: false };
  if (name.trim() === '') return { text: createWords.lacksName, isReady: false };
  return { text: createWords.start, isReady: true };
}
