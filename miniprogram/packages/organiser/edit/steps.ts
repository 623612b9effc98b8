import type { stepNames } from '../text/editor';

export type StepName = keyof typeof stepNames;

/** The steps in their order. */
export const steps: readonly StepName[] = ['basics', 'times', 'rules', 'candidates', 'publish'];

export function stepAfter(step: StepName, distance: 1 | -1): StepName {
  return steps[steps.indexOf(step) + distance] ?? step;
}
