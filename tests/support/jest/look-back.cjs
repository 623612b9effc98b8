// Where a test that looks at pages has failed, its message says what they showed and what they were waiting for: whoever reads it
// far away, or once in a hundred runs, has nothing else.
const { TestEnvironment } = require('jest-environment-node');

class LookBack extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return;
    const seen = await this.global.lookBack?.();
    if (!seen) return;
    const error = test.errors.at(-1);
    error[0] = withMore(error[0], `\n\n${seen}\n`);
  }
}

/** A test that took too long fails by a sentence, any other by an error. */
function withMore(error, more) {
  if (typeof error === 'string') return error + more;
  // What is printed is the stack, which begins with the message; what comes after its last line is taken for a place in the code.
  const { message, stack } = error;
  error.message = message + more;
  if (stack)
    error.stack = stack.includes(message) ? stack.replace(message, () => error.message) : error.message + stack;
  return error;
}

module.exports = LookBack;
