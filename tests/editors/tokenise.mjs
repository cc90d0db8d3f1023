// Tokenises texts by the extension's TextMate grammar, with the very library that VS Code uses.
// In: on standard input, JSON [text, …]. Out: JSON [[[start, end, scope], …] for each line of each text], UTF-16 columns.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const home = process.argv[2];
const require = createRequire(join(home, 'package.json'));
const { Registry, INITIAL, parseRawGrammar } = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

await oniguruma.loadWASM(readFileSync(join(home, 'node_modules/vscode-oniguruma/release/onig.wasm')));
const file = join(home, 'syntaxes/ctmm.tmLanguage.json');
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => parseRawGrammar(readFileSync(file, 'utf8'), file),
});
const grammar = await registry.loadGrammar('source.ctmm');

const tokenised = (text) => {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((one) => [one.startIndex, one.endIndex, one.scopes.at(-1), one.scopes.length]);
  });
};
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(JSON.stringify(JSON.parse(Buffer.concat(chunks)).map(tokenised)));
