// What the extension says, in both languages.
'use strict';

const WORDS = {
  zh: {
    missing: (path) => `找不到 ctmm（试了 ${path}），没有检查。请先安装：在项目文件夹里运行 make build，或在设置 ctmm.path 里写明路径。`,
    failed: (path, why) => `无法启动 ${path} lsp：${why}`,
    settings: '打开设置',
    retry: '重试',
    log: '查看日志',
    folder: '请先打开标准所在的文件夹。',
    code: '检查代码，如 CT3001',
    unexplained: (code, why) => `无法说明 ${code}：${why}`,
  },
  en: {
    missing: (path) => `ctmm was not found (tried ${path}); nothing is checked. Install it first: run make build in the project's folder, or name its path in the setting ctmm.path.`,
    failed: (path, why) => `cannot start ${path} lsp: ${why}`,
    settings: 'Open the settings',
    retry: 'Try again',
    log: 'Show the log',
    folder: 'Open the folder that holds the standards first.',
    code: "A finding's code, like CT3001",
    unexplained: (code, why) => `cannot explain ${code}: ${why}`,
  },
};

module.exports = { wordsOf: (language) => WORDS[language] };
