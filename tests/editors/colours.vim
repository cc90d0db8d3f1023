" Writes, for each place of a list, the item that colours it: its own name and the group that colour schemes know.
" g:texts: a folder with 0.ctmm, 1.ctmm … and 0.places, 1.places … (lines "row byte"); beside each, 0.colours … is written.
set nocompatible encoding=utf-8 nomore
let &runtimepath = g:editor . ',' . $VIMRUNTIME
filetype plugin indent on
syntax on
for g:places in sort(glob(g:texts . '/*.places', 1, 1))
  execute 'edit' fnameescape(substitute(g:places, 'places$', 'ctmm', ''))
  let g:colours = []
  let g:asked = readfile(g:places)
  for g:place in [g:asked[-1]] + g:asked[:-2] " the last place first, as after a jump
    let [g:row, g:column] = split(g:place)
    let g:item = synID(g:row, g:column, 1)
    call add(g:colours, synIDattr(g:item, 'name') . ' ' . synIDattr(synIDtrans(g:item), 'name'))
  endfor
  call writefile(g:colours[1:] + [g:colours[0]], substitute(g:places, 'places$', 'colours', ''))
endfor
qall!
