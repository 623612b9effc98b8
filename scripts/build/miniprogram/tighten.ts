/** Comments, WXS, tags and bindings as they stand; what lies between them is text. */
const piece =
  /<!--[\s\S]*?-->|<wxs\b[\s\S]*?(?:\/>|<\/wxs>)|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>|\{\{[\s\S]*?\}\}/g;

/**
 * Takes comments and line breaks around text out of a template. `<text>` draws a line break of its content, so one that
 * a formatter has put before or after the words would show as an empty line.
 */
export function tighten(template: string): string {
  let tight = '';
  let end = 0;
  let wasBinding = false;
  for (const { 0: found, index } of template.matchAll(piece)) {
    const isBinding = found.startsWith('{{');
    tight += between(template.slice(end, index), wasBinding, isBinding);
    if (!found.startsWith('<!--')) tight += found;
    end = index + found.length;
    wasBinding = isBinding;
  }
  return tight + between(template.slice(end), wasBinding, false);
}

/** Text loses its breaks where it borders on a tag, and keeps them beside a binding, which is text too. */
function between(text: string, afterBinding: boolean, beforeBinding: boolean): string {
  const started = afterBinding ? text : text.replace(/^\s*\n\s*/, '');
  return beforeBinding ? started : started.replace(/\s*\n\s*$/, '');
}
