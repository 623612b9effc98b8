/** Tags that need no declaration: WeChat's built-in components and the template language's own elements. */
export const builtInTags: ReadonlySet<string> = new Set(
  `block slot template import include wxs page-meta navigation-bar
   view text image button input textarea scroll-view swiper swiper-item form label checkbox checkbox-group
   radio radio-group switch slider picker picker-view picker-view-column video icon navigator progress rich-text
   cover-view cover-image movable-area movable-view root-portal page-container share-element match-media
   web-view canvas camera map audio live-player live-pusher editor ad official-account open-data
   keyboard-accessory functional-page-navigator sticky-header sticky-section list-view grid-view selection`
    .split(/\s+/)
    .filter(Boolean),
);
