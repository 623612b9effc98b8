// A test that waits several times over: a cold start of a cloud, a compiler or a browser on a busy machine.
const { patience } = require('../patience');

jest.setTimeout(4 * patience);
