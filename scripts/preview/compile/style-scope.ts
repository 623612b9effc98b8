import selectorParser from 'postcss-selector-parser';
import { builtInTags } from '../../wechat-files/built-in-tags';

/** Whose elements a stylesheet may reach. */
export type StyleScope =
  | { kind: 'app' }
  /** Only what lies on this page. */
  | { kind: 'page'; route: string }
  /** Only elements of this component, told apart by a prefix on their classes. */
  | { kind: 'component'; prefix: string };

/**
 * Rewrites one rule's selectors: tags to the elements that stand for them in the browser, `page` and `:host` to what
 * they mean, and everything so that it stays within its scope without gaining weight.
 * @param dark whether the rule holds in dark mode only, or in light mode only
 */
export function scopeSelector(selector: string, scope: StyleScope, theme: 'dark' | 'light' | null): string {
  return selectorParser((root) => {
    root.each((each) => {
      each.walkTags((tag) => {
        if (tag.value === 'page') tag.value = 'wx-page';
        else if (builtInTags.has(tag.value)) tag.value = `wx-${tag.value}`;
      });
      if (scope.kind === 'component') scopeToComponent(each, scope.prefix);
      if (scope.kind === 'page') scopeToPage(each, scope.route);
      if (theme) prepend(each, `:where([data-theme="${theme}"])`);
    });
  }).processSync(selector);
}

function scopeToComponent(selector: selectorParser.Selector, prefix: string): void {
  selector.walkClasses((name) => {
    name.value = `${prefix}--${name.value}`;
  });
  selector.walkPseudos((pseudo) => {
    if (pseudo.value !== ':host') return;
    pseudo.replaceWith(
      selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: prefix, quoteMark: '"', raws: {} }),
    );
  });
}

function scopeToPage(selector: selectorParser.Selector, route: string): void {
  let namesPage = false;
  selector.walkTags((tag) => {
    if (tag.value !== 'wx-page') return;
    namesPage = true;
    tag.parent?.insertAfter(tag, parsed(`:where([data-route="${route}"])`));
  });
  if (!namesPage) prepend(selector, `:where(wx-page[data-route="${route}"])`);
}

function prepend(selector: selectorParser.Selector, ancestor: string): void {
  const leading = selector.first?.spaces.before;
  if (leading !== undefined && selector.first) selector.first.spaces.before = '';
  selector.prepend(selectorParser.combinator({ value: ' ' }));
  selector.prepend(parsed(ancestor));
}

function parsed(text: string): selectorParser.Pseudo {
  const pseudo = selectorParser().astSync(text).first.first;
  if (pseudo?.type !== 'pseudo') throw new Error(`${text} is no pseudo-class`);
  return pseudo;
}
