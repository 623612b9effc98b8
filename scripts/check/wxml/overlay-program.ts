import ts from 'typescript';

/**
 * A TypeScript program over files of which some exist only in memory.
 * @param overlay absolute path → text
 * @param roots files whose diagnostics are wanted
 */
export function overlayProgram(configFile: string, overlay: ReadonlyMap<string, string>, roots: string[]): ts.Program {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    configFile,
    // Generated code declares what it does not always read, and its own look-ups by name are safe.
    { noUnusedLocals: false, noUnusedParameters: false, noUncheckedIndexedAccess: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse },
  );
  if (!parsed) throw new Error(`cannot read ${configFile}`);
  const disk = ts.createCompilerHost(parsed.options);
  const host = ts.createCompilerHost(parsed.options);
  host.fileExists = (file) => overlay.has(file) || disk.fileExists(file);
  host.readFile = (file) => overlay.get(file) ?? disk.readFile(file);
  host.getSourceFile = (file, language, ...more) => {
    const text = overlay.get(file);
    if (text === undefined) return disk.getSourceFile(file, language, ...more);
    return ts.createSourceFile(file, text, language, true);
  };
  const declarations = parsed.fileNames.filter((file) => file.endsWith('.d.ts'));
  return ts.createProgram([...declarations, ...roots], parsed.options, host);
}

function refuse(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
