"""The language for Emacs: a small mode that colours lines by their first word and starts the language server through eglot.

In: the grammar's keywords. Out: one file of Emacs Lisp. Emacs' expressions cannot look ahead, so a word is known by its place at the start
of a line, or as a word of a calculation after an equals sign; what a line says further on is left plain.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generators.editors.textmate import HEADER
from generators.editors.words import words_of

LISTS = {
    "headings": ("heading",),
    "marks": ("mark",),
    "notes": ("note",),
    "calculations": ("calculation", "function"),
    "options": ("option", "kind"),
    "relations": ("relation",),
}
_MODE = r"""
(defconst ctmm--blank "[ \t\u00a0\u3000]")

(defun ctmm--first (words)
  "A line whose first word is one of WORDS."
  (concat "^" ctmm--blank "+" (regexp-opt words t) "\\(?:" ctmm--blank "\\|[=＝]\\|$\\)"))

(defconst ctmm-font-lock-keywords
  `((,(concat "^" (regexp-opt ctmm-headings t) "\\(?:" ctmm--blank "\\|$\\)") 1 font-lock-keyword-face)
    (,(concat "^" (regexp-opt ctmm-headings) ctmm--blank "+\\([A-Za-z0-9][A-Za-z0-9._-]*\\)" ctmm--blank)
     1 font-lock-variable-name-face)
    (,(concat "^" (regexp-opt ctmm-headings) ctmm--blank "+.*?\\([0-9０-９.．]+[ \t]*[%％]\\)"
              ctmm--blank "*\\(?:$\\|" ctmm--blank "[#＃]\\)")
     1 font-lock-constant-face)
    (,(ctmm--first ctmm-notes) 1 font-lock-preprocessor-face)
    (,(ctmm--first ctmm-marks) 1 font-lock-builtin-face)
    (,(concat "^" ctmm--blank "+\\(\\(?:level\\|等级\\)" ctmm--blank "*[0-9０-９]+"
              "\\|[一二三四五六七八九十]级\\)\\(?:$\\|" ctmm--blank "\\)")
     1 font-lock-type-face)
    (,(concat "^" ctmm--blank "+\\([a-zａ-ｚ]\\{1,2\\}[)）]\\|[-－]\\|[[［][0-9０-９]+[]］]\\)") 1 font-lock-builtin-face)
    (,(concat "^" ctmm--blank "+" (regexp-opt ctmm-notes) ctmm--blank ".*?" (regexp-opt ctmm-relations t) ctmm--blank "*$")
     1 font-lock-constant-face)
    (,(concat "^" ctmm--blank "+[^#＃@＠\n]*?[=＝]")
     (,(regexp-opt ctmm-calculations) nil nil (0 font-lock-keyword-face))
     ("[0-9０-９.．]+[%％]?" nil nil (0 font-lock-constant-face)))
    (,(concat "^" (regexp-opt ctmm-headings) ".*?" ctmm--blank "\\{2,\\}\\([#＃].*\\)$") 1 font-lock-comment-face t)
    (,(concat "^" ctmm--blank "*[#＃].*$") 0 font-lock-comment-face t))
  "Colours of lines, by the words of the language.")

(defun ctmm-indent-line ()
  "Indent as the line above, deeper under a heading or a level."
  (interactive)
  (let ((indent
         (save-excursion
           (beginning-of-line)
           (if (not (re-search-backward "[^ \t\n]" nil t))
               0
             (back-to-indentation)
             (+ (current-indentation)
                (if (looking-at (concat (regexp-opt (append ctmm-headings '("level" "等级"))) "\\(?:" ctmm--blank "\\|$\\)")) 2 0))))))
    (if (<= (current-column) (current-indentation)) (indent-line-to indent) (save-excursion (indent-line-to indent)))))

;;;###autoload
(define-derived-mode ctmm-mode prog-mode "CTMM"
  "Standards written in the language of ctmm."
  (setq-local font-lock-defaults '(ctmm-font-lock-keywords t))
  (setq-local comment-start "# " comment-start-skip "[#＃]+[ \t]*")
  (setq-local indent-tabs-mode nil indent-line-function #'ctmm-indent-line)
  (setq-local outline-regexp (concat (regexp-opt ctmm-headings) "[ \t]")))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.ctmm\\'" . ctmm-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(ctmm-mode . ("ctmm" "lsp"))))

(provide 'ctmm-mode)
;;; ctmm-mode.el ends here
"""


def files() -> dict[str, bytes]:
    return {"emacs/ctmm-mode.el": ("\n".join(_head()) + "\n" + _MODE).encode()}


def _head() -> Iterator[str]:
    yield ";;; ctmm-mode.el --- standards as text, checked while one types  -*- lexical-binding: t; coding: utf-8 -*-"
    yield f";; {HEADER}"
    yield ";;; Code:"
    for name, roles in LISTS.items():
        words = " ".join(json.dumps(word, ensure_ascii=False) for word in words_of(*roles))
        yield f"(defconst ctmm-{name} '({words}))"
