// A warning that nobody expected is a defect: it fails the test that was running when it was printed.
// A test that provokes one on purpose replaces the method: jest.spyOn(console, 'error').mockImplementation(…).
const { format } = require('node:util');

const unexpected = [];
/** The SDK measures by the wall clock, which says how busy this machine is, and no more. */
const ofTheClock = /^\[TCB\]\[WARN\] Your current request .* is longer than 3s/;

for (const method of ['warn', 'error']) {
  console[method] = (...parts) => {
    const text = format(...parts);
    if (!ofTheClock.test(text)) unexpected.push(`console.${method}: ${text}\n${new Error('printed').stack}`);
  };
}

function failIfPrinted() {
  const printed = unexpected.splice(0);
  if (printed.length > 0) throw new Error(`Unexpected output on the console:\n${printed.join('\n')}`);
}

afterEach(failIfPrinted);
afterAll(failIfPrinted);
