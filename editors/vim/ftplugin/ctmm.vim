" Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1
setlocal comments=:# commentstring=#\ %s
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal iskeyword+=.,-,/,:
setlocal foldmethod=syntax foldlevel=99
setlocal suffixesadd=.ctmm
setlocal makeprg=ctmm\ check\ --format\ github
let &l:errorformat = '::%trror file=%f\,line=%l\,endLine=%*\d\,col=%*\d\,endColumn=%*\d\,title=%m,::%tarning file=%f\,line=%l\,endLine=%*\d\,col=%*\d\,endColumn=%*\d\,title=%m,::%totice file=%f\,line=%l\,endLine=%*\d\,col=%*\d\,endColumn=%*\d\,title=%m,%-G%.%#'
let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< iskeyword<'
  \ . ' foldmethod< foldlevel< suffixesadd< makeprg< errorformat<'
