import { keepTicket, ticketFor } from '../../../miniprogram/stores/tickets';
import { installWechat, type FakeWechat } from '../wechat';

let wechat: FakeWechat;
beforeEach(() => (wechat = installWechat()));

const at = Date.parse('2026-11-24T10:00:00+08:00');
const minute = 60_000;
const hour = 60 * minute;

describe('a phone', () => {
  it('keeps the first ticket of a poll until it is an hour old, whatever comes later', () => {
    keepTicket('p1', 'first', at);
    for (const later of [1, minute, hour - 1]) {
      keepTicket('p1', 'later', at + later);
      expect(ticketFor('p1', at + later)).toEqual({ ticket: 'first' });
    }
    expect(ticketFor('p2', at)).toEqual({});
  });

  it('that opens the poll again after an hour still speaks for the earlier page for two minutes', () => {
    keepTicket('p1', 'first', at);
    keepTicket('p1', 'second', at + hour);
    expect(ticketFor('p1', at + hour + 1)).toEqual({ ticket: 'first' });
    expect(ticketFor('p1', at + hour + 2 * minute)).toEqual({ ticket: 'second' });
  });

  it('sends none that the cloud would not take any more', () => {
    keepTicket('p1', 'first', at);
    expect(ticketFor('p1', at + 24 * hour)).toEqual({});
    keepTicket('p1', 'second', at + 24 * hour);
    expect(ticketFor('p1', at + 24 * hour)).toEqual({ ticket: 'second' });
  });

  it('keeps twenty polls’ tickets, over a restart, and nothing of what another version left there', () => {
    for (let poll = 0; poll < 25; poll++) keepTicket(`p${poll}`, `t${poll}`, at);
    expect(ticketFor('p24', at)).toEqual({ ticket: 't24' });
    expect(ticketFor('p5', at)).toEqual({ ticket: 't5' });
    expect(ticketFor('p4', at)).toEqual({});
    wechat.storage.set('tickets', [{ pollId: 'p1', ticket: 7 }]);
    expect(ticketFor('p1', at)).toEqual({});
    keepTicket('p1', 'new', at);
    expect(ticketFor('p1', at)).toEqual({ ticket: 'new' });
  });

  it('keeps nothing of a poll that gives none', () => {
    keepTicket('p1', undefined, at);
    expect(wechat.storage.size).toBe(0);
  });
});
