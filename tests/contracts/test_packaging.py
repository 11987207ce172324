"""Assets and samples reach a wheel, a source archive, a checkout and an editable install."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PLACES = """
import json
import tui
from tui.resources import assets, seeds, word_list
names = sorted(path.stem for path in (assets() / "words").glob("*.txt"))
print(json.dumps({
    "package": tui.__file__,
    "style": (assets() / "broadsheet.tcss").is_file(),
    "words": {name: len(word_list(name)) for name in names},
    "seeds": sorted(path.name for path in seeds().iterdir()),
    "place": str(seeds()),
}))
"""


def run(*command: str, cwd: Path) -> str:
    """What a command printed; the environment offers it no checkout to import from."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(source: Path, kind: str, target: Path) -> Path:
    """Build a ``wheel`` or an ``sdist`` from a folder, with the backend that pip would call."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target), cwd=source)
    [made] = target.iterdir()
    return made


def install(wheel: Path, target: Path) -> Path:
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, "--target", str(target), str(wheel), cwd=wheel.parent)
    return target


def places(folder: Path, cwd: Path) -> dict[str, object]:
    """What the program finds when it is imported from ``folder`` and from nowhere else first."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{PLACES}"
    answer: dict[str, object] = json.loads(run(sys.executable, "-I", "-c", code, cwd=cwd))
    return answer


def assert_complete(found: dict[str, object], repository: Path) -> None:
    words = sorted((repository / "assets" / "words").glob("*.txt"))
    assert found["style"] is True
    assert found["seeds"] == sorted(path.name for path in (repository / "seeds").iterdir())
    assert isinstance(found["words"], dict)
    assert sorted(found["words"]) == [path.stem for path in words]
    assert all(found["words"].values())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Path(__file__).resolve().parents[2]
    return build(source, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Path(__file__).resolve().parents[2]
    return build(source, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(wheel, tmp_path_factory.mktemp("installed"))


def test_an_installed_wheel_finds_its_files(
    installed: Path, repository: Path, tmp_path: Path
) -> None:
    found = places(installed, tmp_path)
    assert found["package"] == str(installed / "tui" / "__init__.py")
    assert found["place"] == str(installed / "tui" / "seeds")
    assert_complete(found, repository)


def test_an_installed_wheel_fills_an_empty_library_with_the_samples(
    installed: Path, repository: Path, tmp_path: Path
) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r})\n"
        "from tui.__main__ import main\nsys.argv[0] = 'broadsheet'\nsys.exit(main())"
    )
    run(sys.executable, "-I", "-c", code, "samples", "add", cwd=tmp_path)
    listed = json.loads(run(sys.executable, "-I", "-c", code, "list", "--json", cwd=tmp_path))
    assert len(listed) == len(list((repository / "seeds").iterdir()))


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "tui/py.typed" in names
    assert all(name.startswith(("tui/", "broadsheet-")) for name in names)
    assert not [name for name in names if name.endswith((".png", ".svg", ".pyc")) or "test" in name]


def test_the_wheel_carries_the_samples_byte_for_byte(wheel: Path, repository: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for seed in sorted((repository / "seeds").iterdir()):
            assert packed.read(f"tui/seeds/{seed.name}") == seed.read_bytes()


def test_the_source_archive_builds_the_same_wheel(
    archive: Path, wheel: Path, repository: Path, tmp_path: Path
) -> None:
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    [source] = (tmp_path / "unpacked").iterdir()
    (tmp_path / "built").mkdir()
    rebuilt = build(source, "wheel", tmp_path / "built")
    assert zipfile.ZipFile(rebuilt).namelist() == zipfile.ZipFile(wheel).namelist()
    assert_complete(places(source, tmp_path), repository)
    assert_complete(places(install(rebuilt, tmp_path / "target"), tmp_path), repository)


def test_the_source_archive_can_test_itself(archive: Path) -> None:
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"Makefile", "constraints.txt", "scripts/setup.sh", ".ci/run"} <= names
    assert "tests/contracts/test_packaging.py" in names


def test_a_checkout_finds_its_files(repository: Path, tmp_path: Path) -> None:
    found = places(repository, tmp_path)
    assert found["place"] == str(repository / "seeds")
    assert_complete(found, repository)


def test_an_editable_install_finds_its_files(repository: Path, tmp_path: Path) -> None:
    found: dict[str, object] = json.loads(run(sys.executable, "-I", "-c", PLACES, cwd=tmp_path))
    assert found["place"] == str(repository / "seeds")
    assert_complete(found, repository)
