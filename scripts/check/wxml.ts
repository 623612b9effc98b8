// Types through WXML: `node --import tsx scripts/check/wxml.ts [FOLDER OF A MINI-PROGRAM]`
import path from 'node:path';
import { checkTemplates } from './wxml/check-templates';

const appDir = path.resolve(process.argv[2] ?? path.join(__dirname, '../../miniprogram'));
const problems = checkTemplates(appDir);
for (const { file, line, column, message } of problems) {
  console.error(`${path.relative(process.cwd(), file)}:${line}:${column} ${message}`);
}
process.exitCode = problems.length > 0 ? 1 : 0;
