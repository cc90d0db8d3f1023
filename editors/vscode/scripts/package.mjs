// ctmm-VERSION.vsix: the same sources make the same bytes, whatever the clock, the time zone and the rights of the files. What goes in stands in
// .vscodeignore; it is copied to a folder of its own first, without what only developers need.
import { createVSIX, listFiles } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

process.env.SOURCE_DATE_EPOCH = '1767225600';
process.env.TZ = 'UTC';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const target = resolve(process.argv[2] ?? `ctmm-${manifest.version}.vsix`);
execFileSync(process.execPath, ['scripts/bundle.mjs'], { stdio: 'inherit' });
delete manifest.scripts;
delete manifest.devDependencies;

const stage = mkdtempSync(join(tmpdir(), 'ctmm-vsix-'));
try {
  for (const file of await listFiles({ dependencies: false })) {
    cpSync(file, join(stage, file));
    chmodSync(join(stage, file), 0o644);
  }
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o644 });
  writeFileSync(join(stage, '.vscodeignore'), '');
  await createVSIX({ cwd: stage, packagePath: target, dependencies: false, allowMissingRepository: true });
} finally {
  rmSync(stage, { recursive: true });
}
