// Loads the bundled extension as VS Code does, with a stand-in for the module `vscode` that has one folder and one open text, and says what the
// extension does with it. Arguments: the bundle, the folder, the open file, the settings as JSON, the editor's language.
// Out: JSON {registered, errors, findings, page, task}.
'use strict';

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { fileURLToPath, pathToFileURL } = require('node:url');

const [, , bundle, folder, file, settings, locale] = process.argv;
const given = JSON.parse(settings);
const told = { registered: [], errors: [], findings: null, page: null, task: null };
const nothing = { dispose() {} };

class Uri {
  constructor(text) { this.text = text; }
  static parse(text) { return new Uri(text); }
  static file(path) { return new Uri(pathToFileURL(path).href); }
  static from({ scheme, path, query }) { return new Uri(`${scheme}:${path}?${query}`); }
  get scheme() { return this.text.split(':')[0]; }
  get path() { return this.text.split(':').slice(1).join(':').split('?')[0]; }
  get query() { return this.text.split('?')[1] ?? ''; }
  get fsPath() { return this.scheme === 'file' ? fileURLToPath(this.text) : this.path; }
  with() { return this; }
  toString() { return this.text; }
}
class Position { constructor(line, character) { Object.assign(this, { line, character }); } }
class Range { constructor(line, start, last, end) { Object.assign(this, { start: new Position(line, start), end: new Position(last, end) }); } }
class Diagnostic { constructor(range, message, severity) { Object.assign(this, { range, message, severity }); } }
class Disposable { constructor(dispose) { this.dispose = dispose ?? (() => {}); } static from() { return new Disposable(); } }
class EventEmitter {
  constructor() { this.heard = []; this.event = (one) => { this.heard.push(one); return nothing; }; }
  fire(what) { for (const one of this.heard) one(what); }
  dispose() {}
}
class CancellationTokenSource { constructor() { this.token = { isCancellationRequested: false, onCancellationRequested: () => nothing }; } cancel() {} dispose() {} }
class CancellationError extends Error {}
class CodeActionKind {
  constructor(value) { this.value = value; }
  append(more) { return new CodeActionKind(this.value ? `${this.value}.${more}` : more); }
}
CodeActionKind.Empty = new CodeActionKind('');

const open = {
  uri: Uri.file(file), fileName: file, languageId: 'ctmm', version: 1, isDirty: false, isClosed: false,
  getText: () => readFileSync(file, 'utf8'), lineCount: 1,
};
// Whatever else the client library touches: a name that can be called, made, extended and asked for more.
const anything = () => new Proxy(class {}, {
  get: (target, name) => (name in target ? target[name] : name === Symbol.toPrimitive ? undefined : 0),
  apply: () => nothing,
});
const room = (known) => new Proxy(known, { get: (target, name) => (name in target ? target[name] : () => nothing) });
const commands = new Map();
const providers = new Map();
const vscode = {
  version: '1.95.0', Uri, Position, Range, Diagnostic, Disposable, EventEmitter, CancellationTokenSource, CancellationError, CodeActionKind,
  ProcessExecution: class { constructor(process, args, options) { Object.assign(this, { process, args, options }); } },
  Task: class { constructor(definition, scope, name, source, execution) { Object.assign(this, { name, execution }); } },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  env: { language: locale, appName: 'stand-in' },
  tasks: room({ executeTask: async (task) => { told.task = [task.execution.process, ...task.execution.args]; } }),
  commands: room({
    registerCommand: (name, run) => { commands.set(name, run); told.registered.push(name); return nothing; },
    executeCommand: async (name, uri) => { if (name === 'markdown.showPreview') told.page = await providers.get(uri.scheme).provideTextDocumentContent(uri); },
  }),
  window: room({
    createOutputChannel: () => room({ append() {}, appendLine(line) { process.stderr.write(`${line}\n`); } }),
    showErrorMessage: async (message) => { told.errors.push(message); finish(); },
    showInputBox: async () => undefined,
    activeTextEditor: undefined, visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: () => nothing, onDidChangeTabGroups: () => nothing },
  }),
  languages: room({
    match: (selector, document) => (document.languageId === 'ctmm' ? 10 : 0),
    getDiagnostics: () => [],
    createDiagnosticCollection: () => room({
      set: (uri, findings) => {
        if (uri.toString() !== open.uri.toString() || !findings.length) return;
        told.findings = findings.map(({ range, message, severity, code }) => ({
          line: range.start.line, start: range.start.character, end: range.end.character, message, severity,
          code: typeof code === 'object' ? code.value : code,
        }));
        finish();
      },
    }),
  }),
  workspace: room({
    workspaceFolders: [{ uri: Uri.file(folder), name: 'folder', index: 0 }],
    textDocuments: [open], notebookDocuments: [], isTrusted: true,
    getConfiguration: () => ({ get: (name) => given[name], inspect: () => undefined }),
    getWorkspaceFolder: () => vscode.workspace.workspaceFolders[0],
    asRelativePath: (path) => path,
  }),
};
const module_ = new Proxy(vscode, { get: (target, name) => (name in target ? target[name] : (target[name] = anything())) });
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? module_ : load(name, ...rest));

const extension = require(bundle);
let finished = false;
async function finish() {
  if (finished) return;
  finished = true;
  await commands.get('ctmm.explain')('CT3001');
  await commands.get('ctmm.build')();
  await extension.deactivate();
  process.stdout.write(JSON.stringify(told), () => process.exit(0));
}
setTimeout(() => { process.stderr.write('nothing happened\n'); process.exit(1); }, 30000);
const subscribed = new Proxy([], {});
vscode.workspace.registerTextDocumentContentProvider = (scheme, provider) => { providers.set(scheme, provider); return nothing; };
extension.activate({ subscriptions: subscribed }).catch((error) => { process.stderr.write(`${error.stack}\n`); process.exit(1); });
