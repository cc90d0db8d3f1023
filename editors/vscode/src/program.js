// Which program to start, and whether it is there.
'use strict';

const { execFile } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** The path of `ctmm`: the setting, else the environment of the open folder, else what the PATH has. */
function programOf(setting, folder, platform = process.platform) {
  if (setting) return folder ? setting.replaceAll('${workspaceFolder}', folder) : setting;
  const own = folder && (platform === 'win32' ? join(folder, '.venv', 'Scripts', 'ctmm.exe') : join(folder, '.venv', 'bin', 'ctmm'));
  return own && existsSync(own) ? own : 'ctmm';
}

/** What a program printed; rejected with what it complained of. */
function outputOf(program, args, folder) {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, encoding: 'utf8', timeout: 20000, env: { ...process.env, PYTHONUTF8: '1' } };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(Object.assign(error, { said: (stderr || stdout || error.message).trim() }));
    });
  });
}

module.exports = { programOf, outputOf };
