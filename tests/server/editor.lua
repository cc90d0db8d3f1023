-- Neovim as an editor drives the server: opens a file with a slip, asks, edits, and writes down what it has then. Columns here are bytes.
local folder, program, out = vim.env.CTMM_FOLDER, vim.env.CTMM_PYTHON, vim.env.CTMM_OUT
local PATIENCE = 30000
local said = {}

local function lines(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') end

local function ask(method, params)
  local answers, failed = vim.lsp.buf_request_sync(0, method, params, PATIENCE)
  if not answers then error(method .. ': ' .. tostring(failed)) end
  for _, answer in pairs(answers) do return answer end
end

local function go_to(text, add)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local at = line:find(text, 1, true)
    if at then return vim.api.nvim_win_set_cursor(0, { number, at - 1 + (add or 0) }) end
  end
  error('no ' .. text)
end

local function found(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local its = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)
    if its == code then return one end
  end
end

local function place(method) return ask(method, vim.lsp.util.make_position_params(0, 'utf-16')) end

local function run()
  vim.o.hidden = true
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/spec/city.ctmm'))
  local client = vim.lsp.start_client({
    name = 'ctmm', cmd = { program, '-m', 'ctmm_dsl', 'lsp' }, root_dir = folder, init_options = { language = 'zh' },
  })
  vim.lsp.buf_attach_client(0, client)

  assert(vim.wait(PATIENCE, function() return found('CT3001') end, 20), 'no finding came')
  local slip = found('CT3001')
  said.finding = { slip.lnum, slip.col, slip.end_col, slip.message }

  local edge = vim.lsp.util.make_range_params(0, 'utf-16')
  edge.range = { start = { line = slip.lnum, character = 0 }, ['end'] = { line = slip.lnum, character = 99 } }
  edge.context = { diagnostics = {} }
  local action = ask('textDocument/codeAction', edge).result[1]
  said.action = { action.title, action.kind, action.isPreferred }
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  assert(vim.wait(PATIENCE, function() return not found('CT3001') end, 20), 'the repair does not mend it')

  -- what is typed in a line with such characters, and what is found behind them
  go_to('元城')
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  vim.api.nvim_buf_set_text(0, row - 1, column, row - 1, column + 3, { '𠮷𠮷' })
  go_to('@metric classified_share >= 50%')
  row, column = unpack(vim.api.nvim_win_get_cursor(0))
  vim.api.nvim_buf_set_text(0, row - 2, #vim.fn.getline(row - 1), row - 2, #vim.fn.getline(row - 1), { '🏙️𠮷(线上)推进' })
  assert(vim.wait(PATIENCE, function() return found('CT8005') end, 20), 'what was typed was not checked')
  said.typed = { found('CT8005').lnum, found('CT8005').col }

  go_to('AR 适数化', 1)
  said.hover = place('textDocument/hover').result.contents.value
  local renamed = vim.lsp.util.make_position_params(0, 'utf-16')
  renamed.newName = 'AX'
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', renamed).result, 'utf-16')

  local before = lines(0)
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = PATIENCE }) else vim.lsp.buf.formatting_sync(nil, PATIENCE) end
  said.laid_out = { before ~= lines(0), lines(0) }

  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/spec/key.ctmm'))
  vim.lsp.buf_attach_client(0, client)
  said.other = lines(0)
  go_to('AX/2b', 4)
  local target = place('textDocument/definition').result
  vim.lsp.util.jump_to_location(target[1] or target, 'utf-16')
  said.definition = { vim.fn.expand('%:t'), vim.api.nvim_get_current_line() }
end

local good, why = pcall(run)
if not good then said.error = tostring(why) end
local file = assert(io.open(out, 'w'))
file:write((vim.json and vim.json.encode or vim.fn.json_encode)(said))
file:close()
vim.cmd('qall!')
