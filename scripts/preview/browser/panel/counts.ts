interface Poll {
  candidates: { id: string; number: number; name: string }[];
}

interface Standings {
  hidden: boolean;
  counts?: Record<string, number>;
  ballots: number;
  asOf?: number;
  nextAt: number | null;
}

type Reply<Data> = { ok: true; data: Data } | { ok: false; error: { code: string } };

const everyMs = 2000;

/** The counts of the poll that the phone shows, as the public may see them, followed while one looks. */
export class Counts {
  readonly node = document.createElement('div');
  private pollId: string | null = null;
  private names = new Map<string, string>();

  /** @param caller whose identity asks; counts are the same for everybody */
  constructor(private readonly caller: string) {
    this.node.className = 'counts';
    window.setInterval(() => void this.refresh(), everyMs);
  }

  /** @param path page with query, as the phone shows it */
  follow(path: string): void {
    const query = new URLSearchParams(path.split('?')[1] ?? '');
    const pollId = query.get('poll') ?? query.get('id') ?? '';
    if (pollId === this.pollId) return;
    this.pollId = pollId;
    this.names = new Map();
    this.say(pollId ? '正在读取…' : '打开一个评选，这里就显示它的计票。');
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    const { pollId } = this;
    if (!pollId || document.hidden) return;
    if (this.names.size === 0) {
      const poll = await this.ask<Poll>('poll.get', pollId);
      if (poll?.ok) this.names = new Map(poll.data.candidates.map(({ id, number, name }) => [id, `${number} ${name}`]));
    }
    const standings = await this.ask<Standings>('standings.get', pollId);
    // The phone may show another poll by now.
    if (pollId !== this.pollId || !standings) return;
    if (standings.ok) this.draw(standings.data);
    else this.say(`没有计票：${standings.error.code}`);
  }

  private async ask<Data>(procedure: string, pollId: string): Promise<Reply<Data> | null> {
    try {
      const reply = await fetch(`/functions/voter?as=${encodeURIComponent(this.caller)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ procedure, input: { pollId } }),
      });
      // The function's own contract; anything else ends in the catch below.
      return reply.ok ? ((await reply.json()) as Reply<Data>) : null;
    } catch {
      return null;
    }
  }

  private draw({ hidden, counts = {}, ballots, asOf, nextAt }: Standings): void {
    if (hidden) {
      this.say(`已入册 ${ballots} 张票，计票 ${nextAt ? clock(nextAt) : '以后'} 公布。`);
      return;
    }
    const head = document.createElement('p');
    head.textContent = `${ballots} 张票，截至 ${asOf ? clock(asOf) : '现在'}`;
    const list = document.createElement('ol');
    const ranked = Object.entries(counts).sort(([, a], [, b]) => b - a);
    const most = Math.max(1, ranked[0]?.[1] ?? 0);
    list.append(
      ...ranked.map(([id, count]) => {
        const item = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = this.names.get(id) ?? id;
        const figure = document.createElement('b');
        figure.textContent = String(count);
        item.style.setProperty('--share', `${(count / most) * 100}%`);
        item.append(name, figure);
        return item;
      }),
    );
    this.node.replaceChildren(head, list);
  }

  private say(text: string): void {
    const line = document.createElement('p');
    line.textContent = text;
    this.node.replaceChildren(line);
  }
}

function clock(instant: number): string {
  return new Date(instant).toLocaleString('zh-CN', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: 'Asia/Shanghai',
  });
}
