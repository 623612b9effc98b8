import type { Settings } from '../settings';
import { currentViewport } from '../engine/backend';
import type { Theme } from '../phone/theme';
import { asynchronous } from './answer';

/** The base library that the preview stands for. */
const sdkVersion = '3.8.12';
/** Heights of the frame's status line and of the strip for the home gesture, px; the stylesheet has the same. */
const statusBarHeight = 44;
const homeStripHeight = 34;

/** What the phone tells about itself. `getSettings` is asked every time: the visitor may have changed them. */
export function system(getSettings: () => Settings, theme: Theme): Record<string, unknown> {
  const windowInfo = (): Record<string, unknown> => {
    const viewport = currentViewport();
    const screen = document.getElementById('screen');
    const width = screen?.clientWidth ?? getSettings().width;
    const height = screen?.clientHeight ?? 0;
    return {
      pixelRatio: window.devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: viewport?.clientHeight ?? height,
      statusBarHeight,
      screenTop: 0,
      safeArea: {
        left: 0,
        right: width,
        top: statusBarHeight,
        bottom: height - homeStripHeight,
        width,
        height: height - statusBarHeight - homeStripHeight,
      },
    };
  };
  const appBaseInfo = (): Record<string, unknown> => ({
    SDKVersion: sdkVersion,
    version: '8.0.60',
    language: 'zh_CN',
    host: { env: 'WeChat' },
    theme: theme.name,
    enableDebug: false,
    fontSizeScaleFactor: getSettings().scale,
    fontSizeSetting: Math.round(16 * getSettings().scale),
  });
  const deviceInfo = (): Record<string, unknown> => ({
    brand: 'Preview',
    model: 'Phone',
    platform: 'ios',
    system: 'iOS 18.0',
    abi: 'arm64',
    benchmarkLevel: -1,
    memorySize: 4096,
  });
  const everything = (): Record<string, unknown> => ({ ...deviceInfo(), ...appBaseInfo(), ...windowInfo() });
  const themeListeners = new Map<unknown, () => void>();
  theme.onChange(() => [...themeListeners.values()].forEach((listener) => listener()));
  const networkListeners = new Set<(status: object) => void>();
  const network = (): object => ({ networkType: navigator.onLine ? 'wifi' : 'none', isConnected: navigator.onLine });
  for (const type of ['online', 'offline']) {
    window.addEventListener(type, () => networkListeners.forEach((listener) => listener(network())));
  }
  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: everything,
    getSystemInfo: asynchronous('getSystemInfo', everything),
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: false,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized', albumAuthorized: 'not determined' }),
    getMenuButtonBoundingClientRect: () => {
      const right = Number(windowInfo()['screenWidth']) - 7;
      const top = statusBarHeight + 6;
      return { width: 87, height: 32, top, bottom: top + 32, left: right - 87, right };
    },
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxpreview0000000000', envVersion: 'develop', version: '' } }),
    onThemeChange: (listener: (result: object) => void) => {
      themeListeners.set(listener, () => listener({ theme: theme.name }));
    },
    offThemeChange: (listener?: unknown) => {
      if (listener) themeListeners.delete(listener);
      else themeListeners.clear();
    },
    getNetworkType: asynchronous('getNetworkType', network),
    onNetworkStatusChange: (listener: (status: object) => void) => networkListeners.add(listener),
    offNetworkStatusChange: (listener?: (status: object) => void) =>
      listener ? networkListeners.delete(listener) : networkListeners.clear(),
    getPrivacySetting: asynchronous('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '' })),
    onNeedPrivacyAuthorization: () => undefined,
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getPerformance: () => performance,
    reportEvent: () => undefined,
    getLogManager: () => console,
    getRealtimeLogManager: () => console,
    login: asynchronous('login', () => ({ code: crypto.randomUUID() })),
    checkSession: asynchronous('checkSession', () => undefined),
  };
}
