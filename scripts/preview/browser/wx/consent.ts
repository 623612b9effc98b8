import { needTap } from '../engine/tap-turn';
import type { Permissions } from '../phone/permissions';
import type { Subscriptions } from '../phone/subscriptions';
import { asynchronous, Failure } from './answer';
import { need } from './parameters';

/** WeChat's codes of `requestSubscribeMessage`. */
const errCode = { parameters: 10001, tooMany: 20003, switchedOff: 20004 } as const;

/** The most templates that one question may be about. */
const maxTemplates = 3;

/** What a person is asked for before the mini-program may do it. */
export function consent(permissions: Permissions, subscriptions: Subscriptions): Record<string, unknown> {
  const setting = ({ withSubscriptions = false }: { withSubscriptions?: boolean }): object => ({
    authSetting: permissions.given,
    ...(withSubscriptions
      ? { subscriptionsSetting: { mainSwitch: subscriptions.isOn, itemSettings: subscriptions.kept } }
      : {}),
  });
  return {
    getSetting: asynchronous('getSetting', setting),
    openSetting: asynchronous('openSetting', async (options: { withSubscriptions?: boolean }) => {
      needTap();
      await permissions.openSettings(subscriptions);
      return setting(options);
    }),
    authorize: asynchronous('authorize', async ({ scope }: { scope: string }) => {
      need({ scope }, { scope: 'String' });
      await permissions.ask(scope);
    }),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
      needTap();
      need({ tmplIds }, { tmplIds: 'Array' }, errCode.parameters);
      if (tmplIds.length === 0) throw new Failure("TmplIds can't be empty", errCode.parameters);
      if (tmplIds.length > maxTemplates) throw new Failure('Templates count out of max bounds', errCode.tooMany);
      if (!subscriptions.isOn) throw new Failure('The main switch is switched off', errCode.switchedOff);
      return await subscriptions.ask(tmplIds);
    }),
  };
}
