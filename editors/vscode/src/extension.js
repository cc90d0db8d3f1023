// The editor's side of `ctmm lsp`: starts it, starts it anew, and says clearly where it cannot be started. All knowledge of the language is in
// the server; colours come from the generated grammar.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const { programOf, outputOf } = require('./program');
const { wordsOf } = require('./words');

const LANGUAGE = 'ctmm';
const PAGES = 'ctmm-page';
const RESTARTING = ['ctmm.path', 'ctmm.language', 'ctmm.clauseLenses'];

let client;
let log;
let starting = Promise.resolve();

const settings = () => vscode.workspace.getConfiguration('ctmm');
const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
const program = () => programOf(settings().get('path'), folder());
const words = () => wordsOf(language());

function language() {
  const wanted = settings().get('language');
  if (wanted === 'zh' || wanted === 'en') return wanted;
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

async function start() {
  const path = program();
  try {
    await outputOf(path, ['--version'], folder());
  } catch (error) {
    const said = error.code === 'ENOENT' ? words().missing(path) : words().failed(path, error.said);
    return void offer(said);
  }
  const run = {
    command: path,
    args: ['lsp', '--lang', language()],
    transport: TransportKind.stdio,
    options: { cwd: folder(), env: { ...process.env, PYTHONUTF8: '1' } },
  };
  client = new LanguageClient(LANGUAGE, 'CTMM', { run, debug: run }, {
    documentSelector: [{ scheme: 'file', language: LANGUAGE }],
    initializationOptions: { language: language(), clauseLenses: settings().get('clauseLenses') },
    outputChannel: log,
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    offer(words().failed(path, error.message));
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop().catch((error) => log.appendLine(String(error)));
}

/** Starts and stops wait for each other. */
function restart() {
  starting = starting.then(stop).then(start);
  return starting;
}

/** An error, with the ways out of it; who closes it is not waited for. */
function offer(said) {
  const { settings: open, retry, log: show } = words();
  log.appendLine(said);
  Promise.resolve(vscode.window.showErrorMessage(said, open, retry, show)).then((chosen) => {
    if (chosen === open) return vscode.commands.executeCommand('workbench.action.openSettings', 'ctmm.path');
    if (chosen === retry) return restart();
    return chosen === show ? log.show() : undefined;
  });
}

/** Builds in a terminal, where progress and findings can be seen. */
async function build() {
  if (!folder()) return void vscode.window.showErrorMessage(words().folder);
  const scope = vscode.workspace.workspaceFolders[0];
  const call = new vscode.ProcessExecution(program(), ['build', '--lang', language()], { cwd: folder() });
  await vscode.tasks.executeTask(new vscode.Task({ type: LANGUAGE }, scope, 'build', LANGUAGE, call));
}

/** The code of the finding at the cursor; else the user is asked. */
function codeHere() {
  const editor = vscode.window.activeTextEditor;
  const here = editor && vscode.languages.getDiagnostics(editor.document.uri).filter((one) => one.range.contains(editor.selection.active));
  const code = here?.[0]?.code;
  return (typeof code === 'object' ? code.value : code) ?? vscode.window.showInputBox({ prompt: words().code });
}

async function explain(given) {
  const code = typeof given === 'string' ? given : await codeHere();
  if (!code) return;
  const page = vscode.Uri.from({ scheme: PAGES, path: `/${code}.md`, query: language() });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function pageOf(uri) {
  const code = uri.path.slice(1, -'.md'.length);
  try {
    return await outputOf(program(), ['explain', code, '--lang', uri.query], folder());
  } catch (error) {
    return words().unexplained(code, error.said);
  }
}

async function activate(context) {
  log = vscode.window.createOutputChannel('CTMM');
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('ctmm.restart', restart),
    vscode.commands.registerCommand('ctmm.build', build),
    vscode.commands.registerCommand('ctmm.explain', explain),
    vscode.workspace.registerTextDocumentContentProvider(PAGES, { provideTextDocumentContent: pageOf }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (RESTARTING.some((one) => event.affectsConfiguration(one))) restart();
    }),
  );
  await restart();
}

module.exports = { activate, deactivate: stop };
