import ts from 'typescript';

/** Names that the rewritten source imports; long, because a page’s own names must not collide with them. */
const scopeName = '__templateScope';
export const definitionName = '__definition';

/**
 * Rewrites the source of a page or component so that it exports what its `Page(…)` or `Component(…)` call defines.
 * Only types are read from the result; it never runs.
 * @returns undefined where the file calls neither
 */
export function definitionSource(source: string, scopeModule: string): string | undefined {
  const file = ts.createSourceFile('page.ts', source, ts.ScriptTarget.ES2022);
  for (const statement of file.statements) {
    const call = definingCall(statement);
    if (!call) continue;
    const typed = call.typeArguments !== undefined;
    const stand =
      call.expression.text === 'Page' ? (typed ? 'typedPage' : 'page') : typed ? 'typedComponent' : 'component';
    const callee = call.expression.getFullStart() + call.expression.getLeadingTriviaWidth(file);
    return [
      `import * as ${scopeName} from ${JSON.stringify(scopeModule)};`,
      source.slice(0, statement.getStart(file)),
      `export const ${definitionName} = ${scopeName}.${stand}`,
      source.slice(callee + call.expression.text.length),
    ].join('\n');
  }
  return undefined;
}

function definingCall(statement: ts.Statement): (ts.CallExpression & { expression: ts.Identifier }) | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const call = statement.expression;
  return isCallOf(call, 'Page') || isCallOf(call, 'Component') ? call : undefined;
}

function isCallOf(call: ts.CallExpression, name: string): call is ts.CallExpression & { expression: ts.Identifier } {
  return ts.isIdentifier(call.expression) && call.expression.text === name;
}
