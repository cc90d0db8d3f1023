"""`ctmm lsp`: the language server, for editors. It talks over standard input and output, in the language of the editor; with an editor that
does not say which, in Chinese unless `--lang` is given."""

from __future__ import annotations

import gc
import logging
import os
import sys
from argparse import Namespace

from ctmm_dsl.reading import Trouble


def run(arguments: Namespace) -> int:
    try:
        from ctmm_dsl.server.serving import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs", "attr"):
            raise
        raise Trouble(
            "没有安装语言服务器所需的 pygls：请运行 pip install 'ctmm-dsl[lsp]'",
            "pygls is not installed, which the language server needs: run pip install 'ctmm-dsl[lsp]'",
        ) from error
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what a client asks and cannot be done is told to the client
    gc.set_threshold(100_000, 50, 1000)  # the server looks for memory to give back when nobody is typing
    gc.enable()
    made = server(arguments.lang if any(word.startswith("--lang") for word in sys.argv) else "zh")
    made.start_io(stdout=os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    return 0 if made.ended else 1
