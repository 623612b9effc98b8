// A cold start of a cloud, a compiler or a browser on a busy machine.
jest.setTimeout(60_000);
