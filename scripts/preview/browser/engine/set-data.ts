import * as glassEasel from 'glass-easel';

/** One call of setData: WeChat hands its data from the one process, where scripts run, to the other, which draws. */
export interface SetDataCall {
  /** The page or component that called, by its path. */
  of: string;
  /** Of its data as JSON. */
  bytes: number;
}

/** Calls `listener` with each call of setData that page code makes from now on. */
export function watchSetData(listener: (call: SetDataCall) => void): void {
  const { prototype } = glassEasel.Component as unknown as { prototype: glassEasel.GeneralComponent };
  const setData = Reflect.get(prototype, 'setData') as (data?: object) => void;
  prototype.setData = function (this: glassEasel.GeneralComponent, data?: object) {
    const isBuiltIn = this.is.startsWith('wx-');
    if (data !== undefined && !isBuiltIn) listener({ of: this.is, bytes: new Blob([JSON.stringify(data)]).size });
    setData.call(this, data);
  };
}
