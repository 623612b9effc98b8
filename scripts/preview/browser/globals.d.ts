declare const PREVIEW_TEMPLATES: Record<string, import('glass-easel').template.ComponentTemplate['content']>;
declare const PREVIEW_PEOPLE: readonly string[];
declare const PREVIEW_CHATS: readonly import('./phone/entry').Chat[];
