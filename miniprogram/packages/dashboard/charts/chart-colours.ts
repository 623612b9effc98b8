/** A canvas takes no custom property: these are the tokens of `styles/colours.wxss`, kept equal by a test. */
export const chartColours = {
  light: {
    ink1: '#15231f',
    ink3: '#5c6c65',
    hair: '#e4eae6',
    control: '#75857d',
    pine: '#0e5e50',
    pine2: '#5e9a86',
    surface: '#ffffff',
    onPine: '#ffffff',
    pineTint: '#dfece6',
  },
  dark: {
    ink1: '#e6eeea',
    ink3: '#8c9c95',
    hair: '#24302c',
    control: '#71827a',
    pine: '#6fcbb3',
    pine2: '#4a8676',
    surface: '#16201d',
    onPine: '#04211a',
    pineTint: '#16352d',
  },
} as const;

export interface ChartLook {
  colours: (typeof chartColours)['light' | 'dark'];
  /** 1 is standard text. */
  scale: number;
  /** This phone can fill a bar with hatching; an outline alone says the same on one that cannot. */
  hatches: boolean;
}
