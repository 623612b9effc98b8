declare const PREVIEW_TEMPLATES: Record<string, import('glass-easel').template.ComponentTemplate['content']>;
declare const PREVIEW_PEOPLE: readonly string[];
