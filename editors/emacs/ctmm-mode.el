;;; ctmm-mode.el --- standards as text, checked while one types  -*- lexical-binding: t; coding: utf-8 -*-
;; Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors
;;; Code:
(defconst ctmm-headings '("abbreviation" "bibliography" "references" "crosswalk" "subdomain" "document" "quantity" "readings" "standard" "classes" "profile" "section" "weights" "column" "domain" "expect" "levels" "method" "metric" "scale" "成熟度等级" "item" "term" "一级指标" "三级指标" "二级指标" "参考文献" "城市类别" "引用文件" "能力子域" "计算方法" "评分尺度" "子维度" "数据项" "缩略语" "能力域" "能力项" "剖面" "对照" "应有" "指标" "文件" "术语" "权重" "标准" "特征" "维度" "读法" "列" "章"))
(defconst ctmm-marks '("respondents" "quantities" "subdomains" "effective" "published" "subset-of" "clauses" "domains" "edition" "reached" "reading" "relates" "scoring" "summary" "support" "clause" "deduct" "figure" "issuer" "layers" "number" "option" "parent" "rubric" "status" "climb" "items" "motto" "range" "score" "table" "能力子域数" "data" "else" "gate" "leaf" "plan" "关联文件" "发布机构" "支撑文件" "数据要求" "数据项数" "能力域数" "能力项数" "let" "per" "子集于" "条款数" "标准号" "特征语" "计分同" "计划号" "上级" "发布" "取值" "否则" "地位" "实施" "层次" "得分" "必备" "扣分" "汇总" "版本" "章条" "答者" "读法" "达到" "进阶" "选项" "量规" "令" "叶" "图" "每" "表"))
(defconst ctmm-notes '("@builds-on" "@erratum" "@metric" "@source" "@within" "@allow" "@from" "@note" "@see" "@en" "@出处" "@勘误" "@参见" "@基于" "@备注" "@容许" "@属于" "@指标" "@来自" "@英文"))
(defconst ctmm-calculations '("checklist" "choose" "empty" "up to" "除数为零时" "each" "else" "then" "tier" "and" "max" "min" "not" "per" "if" "or" "分档" "取大" "取小" "各得" "否则" "择一" "最高" "清单" "且" "则" "或" "每" "若" "非"))
(defconst ctmm-options '("less deductions" "mean of clauses" "weighted sum" "high median" "over period" "cumulative" "low median" "one by one" "own level" "at point" "of total" "formula" "minimum" "amount" "choice" "points" "rubric" "within" "count" "equal" "score" "share" "total" "flag" "低中位数" "减去扣分" "加权求和" "条款平均" "高中位数" "any" "占总分" "最低值" "of" "任一" "公式" "分值" "占比" "同一" "得分" "总体" "数值" "数量" "时段" "时点" "是否" "本级" "等权" "累计" "评分" "选择" "逐级" "量规" "于"))
(defconst ctmm-relations '("abridged" "reworded" "verbatim" "related" "merged" "narrow" "broad" "close" "exact" "moved" "none" "合并" "改写" "更宽" "更窄" "相关" "相同" "相近" "移级" "节选" "逐字" "无"))

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
