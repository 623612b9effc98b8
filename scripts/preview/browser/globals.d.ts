declare const PREVIEW_TEMPLATES: Record<string, import('glass-easel').template.ComponentTemplate['content']>;
/** What the preview was told of the mini-program. */
declare const PREVIEW_PROGRAM: import('../program').ShownProgram;
/** Whether what is saved is shown at once. */
declare const PREVIEW_IS_WATCHED: boolean;
