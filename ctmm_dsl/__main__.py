"""`python -m ctmm_dsl` is `ctmm`."""

from ctmm_dsl.cli import main

raise SystemExit(main())
