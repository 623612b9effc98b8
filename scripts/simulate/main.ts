import { parseArgs } from 'node:util';
import { simulateFarms, simulateHonest } from './simulate-fairplay';

const help = `Simulates polls, to know what their checks find and whom they accuse. The same seeds give the same polls.

  npm run simulate -- fairplay [--polls N]

  fairplay   the test of cloudfunctions/shared/domain/fairplay on honest polls and on farms, as the tables of docs/fairplay.md;
             N honest polls of each evenness (500 unless told) and N / 10 of each farm
`;

function fairplay(polls: number): void {
  console.log(
    '| crowds alike by | honest polls | ballots | with an alarm | ballots proposed | the naive control alarms in |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const { rho, polls: all, ballots, alarmed, proposed, naive } of simulateHonest(polls)) {
    console.log(`| ${rho} | ${all} | ${ballots} | ${alarmed} | ${proposed} | ${naive} |`);
  }
  console.log('\n| farm | of the votes | polls | found | could be found | precision | recall | others accused |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const each of simulateFarms(Math.max(1, Math.round(polls / 10)))) {
    const precision = each.proposed === 0 ? '–' : (each.right / each.proposed).toFixed(3);
    const recall = (each.right / each.farmed).toFixed(2);
    const { kind, size, polls: all, found, findable, accused } = each;
    console.log(
      `| ${kind} | ${size} % | ${all} | ${found} | ${findable ?? '–'} | ${precision} | ${recall} | ${accused} |`,
    );
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, polls: { type: 'string', default: '500' } },
});
const polls = Number(values.polls);
if (values.help === true) {
  console.log(help);
} else if (positionals.join() !== 'fairplay' || !Number.isSafeInteger(polls) || polls < 1) {
  console.error(help);
  process.exitCode = 1;
} else {
  fairplay(polls);
}
