" Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1
scriptencoding utf-8
setlocal autoindent nosmartindent indentexpr=CtmmIndent() indentkeys=o,O
let b:undo_indent = 'setlocal autoindent< smartindent< indentexpr< indentkeys<'
let s:opens = '\v^%(abbreviation|bibliography|references|crosswalk|subdomain|document|quantity|readings|standard|classes|profile|section|weights|column|domain|expect|levels|method|metric|scale|成熟度等级|item|term|一级指标|三级指标|二级指标|参考文献|城市类别|引用文件|能力子域|计算方法|评分尺度|子维度|数据项|缩略语|能力域|能力项|剖面|对照|应有|指标|文件|术语|权重|标准|特征|维度|读法|列|章)%([ \t　 ]|$)@=|^[ \t　 ]+%(%(level|等级)[ \t　 ]*[0-9０-９]|[一二三四五六七八九十]级[ \t　 ]*$|%(rubric|量规|reading|读法)%([ \t　 ]|$)@=|.*[=＝][ \t　 ]*%(tier|分档|checklist|清单|choose|择一))'

" A line is indented as the one above, and deeper under what has lines of its own.
function! CtmmIndent() abort
  let l:above = prevnonblank(v:lnum - 1)
  if l:above == 0
    return 0
  endif
  return indent(l:above) + (getline(l:above) =~# s:opens ? shiftwidth() : 0)
endfunction
