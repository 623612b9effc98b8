import type * as glassEasel from 'glass-easel';

/** What the server sends along with the compiled mini-program; see the compiler's `Manifest`. */
export interface Manifest {
  app: AppConfig;
  pages: string[];
  theme: Record<'light' | 'dark', Record<string, string>>;
  components: Record<string, ComponentInfo>;
}

export interface AppConfig {
  window?: Record<string, unknown>;
  tabBar?: TabBarConfig;
  lazyCodeLoading?: string;
}

export interface TabBarConfig {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface ComponentInfo {
  config: Record<string, unknown> & {
    component?: boolean;
    styleIsolation?: string;
    componentGenerics?: Record<string, true | { default?: string }>;
  };
  using: Record<string, string>;
  stylePrefix: string | null;
}

export type TemplateGroup = Record<string, glassEasel.template.ComponentTemplate['content']>;

/** A script file of the mini-program, as a function of what it finds around it. */
export type ModuleBody = (this: unknown, ...surroundings: unknown[]) => void;
