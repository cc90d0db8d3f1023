" Made from ctmm_dsl/grammar.lark by generators/editors; write it anew with: python -m generators.editors
autocmd BufNewFile,BufRead *.ctmm setfiletype ctmm
