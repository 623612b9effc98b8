import { mostTemplates } from '../../cloudfunctions/shared/universal/consent';

/** What came of asking for consent; `given` names the templates. */
export type Consent =
  { kind: 'given'; templateIds: string[] } | { kind: 'refused' | 'switchedOff' | 'offline' | 'unavailable' };

/** WeChat's codes: of a main switch that is off, and of a network that did not carry the question or its answer. */
const switchedOff = 20004;
const offline = [10002, 10003];

/** Has WeChat ask whether messages may be sent. It does so only in a tap's own turn: nothing may be waited for before this is called. */
export function askConsent(templateIds: readonly string[]): Promise<Consent> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templateIds.slice(0, mostTemplates),
      success: (said) => {
        // Also `acceptWithAudio` and the like.
        const given = templateIds.filter((id) => said[id]?.startsWith('accept'));
        const isRefused = templateIds.some((id) => said[id] === 'reject');
        if (given.length > 0) resolve({ kind: 'given', templateIds: given });
        // Else WeChat itself has banned the templates, or taken them for one.
        else resolve({ kind: isRefused ? 'refused' : 'unavailable' });
      },
      fail: ({ errCode }) => {
        if (errCode === switchedOff) resolve({ kind: 'switchedOff' });
        else resolve({ kind: offline.includes(errCode) ? 'offline' : 'unavailable' });
      },
    });
  });
}
