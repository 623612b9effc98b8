// Loads a bundle by what V8 made of it the last time, which halves what the start of an instance costs: tests start hundreds of clouds on
// the same few bundles. It is the same code either way; V8 itself refuses what another version of it has compiled.
'use strict';

const { createHash } = require('node:crypto');
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { Module, createRequire } = require('node:module');
const path = require('node:path');
const { Script, constants } = require('node:vm');
const { threadId } = require('node:worker_threads');

/** The machine's: this is loaded before the thread is given the cloud's time, which may lie years ahead. */
const { now } = Date;

/** How long what was compiled is kept, milliseconds: bundles change with every build. */
const life = 7 * 24 * 60 * 60 * 1000;

const [head, tail] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];

/**
 * Loads a CommonJS file as `require` does.
 * @param {string} entry its path
 * @param {string | undefined} dir where compiled code is kept; undefined for nowhere
 * @returns what it exports, and a function that keeps what was compiled so far, called once something has run of it: functions are
 * compiled when they are first called
 */
exports.loadBundle = function (entry, dir) {
  if (dir === undefined) return { exports: require(entry), keep: () => undefined };
  const source = readFileSync(entry, 'utf8');
  const file = path.join(dir, `${createHash('sha256').update(process.version).update(source).digest('hex')}.v8`);
  const kept = contentOf(file);
  const script = new Script(head + source + tail, {
    filename: entry,
    columnOffset: -head.length,
    cachedData: kept,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = new Module(entry);
  module.filename = entry;
  script.runInThisContext()(module.exports, createRequire(entry), module, entry, path.dirname(entry));
  const isAsKept = kept !== undefined && script.cachedDataRejected !== true;
  return { exports: module.exports, keep: () => void (isAsKept || write(file, script.createCachedData())) };
};

function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: others may be reading. */
function write(file, data) {
  const unfinished = `${file}.${process.pid}-${threadId}`;
  const dir = path.dirname(file);
  mkdirSync(dir, { recursive: true });
  for (const old of readdirSync(dir).map((name) => path.join(dir, name))) {
    const writtenAt = statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (now() - writtenAt > life) rmSync(old, { force: true });
  }
  writeFileSync(unfinished, data);
  renameSync(unfinished, file);
}
