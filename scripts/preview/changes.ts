import type { ServerResponse } from 'node:http';

/** Open pages that want to know when something of the mini-program has changed; they listen by server-sent events. */
export class Changes {
  private readonly listeners = new Set<ServerResponse>();

  listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': listening\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  tell(what: 'style' | 'app'): void {
    for (const response of this.listeners) response.write(`data: ${what}\n\n`);
  }
}
