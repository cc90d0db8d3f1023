"""A Chromium for the tests of forms, driven by Selenium: real keys and clicks, files chosen as a user chooses them, the browser's own logs.

Where Chromium, its driver or Selenium is missing, what needs them is skipped and says so. Nothing is downloaded: the driver is the
machine's.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generators.form import emit
from tests.forms.driven import Form
from tests.forms.hostile import hostile_edition
from tests.generators.editions import SHIPPED, edition
from tests.generators.invented import INVENTED, edition_named

SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--window-size=1280,1000",
)  # fmt: skip


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of the shipped standards, of the mixed one and of a hostile one, each in a folder of its own."""
    root = tmp_path_factory.mktemp("forms")
    for source in (edition(SHIPPED), edition("mixed"), edition_named(INVENTED), hostile_edition()):
        for artefact in emit(source):
            path = root / artefact.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(artefact.data)
    return root


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="Selenium is not installed: pip install selenium")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("Chromium or its driver is not installed: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    for switch in SWITCHES:
        options.add_argument(switch)
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    started = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    downloads = tmp_path_factory.mktemp("downloads")
    started.downloads = downloads
    started.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    yield started
    started.quit()


@pytest.fixture
def form(chromium: Any, folder: Path, tmp_path: Path) -> Iterator[Form]:
    """A form to open; after the test, the browser has said nothing, and keeps nothing."""
    chromium.get_log("browser")
    chromium.get_log("performance")
    driven = Form(chromium, folder, tmp_path)
    yield driven
    said = [row for row in chromium.get_log("browser") if row["level"] in ("SEVERE", "WARNING")]
    driven.close()
    assert not said or driven.may_complain, said
