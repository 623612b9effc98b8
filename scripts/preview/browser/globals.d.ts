declare const PREVIEW_TEMPLATES: Record<string, import('glass-easel').template.ComponentTemplate['content']>;
declare const PREVIEW_PEOPLE: readonly string[];
/** Titles of subscribe messages by the template's id, as WeChat's console would show them. */
declare const PREVIEW_NOTICES: Readonly<Record<string, string>>;
declare const PREVIEW_CHATS: readonly import('./phone/entry').Chat[];
/** Whether what is saved is shown at once. */
declare const PREVIEW_IS_WATCHED: boolean;
/** What the panel offers to do for the page that the phone shows. */
declare const PREVIEW_ACTIONS: readonly { id: string; label: string }[];
