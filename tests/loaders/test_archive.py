"""Archives: what is in them is read, named as in them; nothing leaves our folder, and no bomb goes off."""

import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from loaders import archive
from loaders.abreast import unpacking
from loaders.archive import Room, unpack
from loaders.corpus import Refused, Told
from loaders.facts import Facts
from loaders.run import find, read_or_refuse

TEXT = frozenset({".txt"})
#: What stands in the extra field of no name in UTF-8.
UTF_8 = 0x800


def packed(path: Path, *names: str, content: bytes = b"Vi lagar mat.\n") -> Path:
    """An archive of files that hold the same."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, content)
    return path


def named(raw: bytes) -> zipfile.ZipInfo:
    """An entry as a program wrote its name that says nothing of how."""
    entry = zipfile.ZipInfo("x.txt")
    entry.orig_filename = raw.decode("cp437")
    return entry


def unpacked(folder: Path) -> list[str]:
    """The files in a folder."""
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


def test_what_can_be_read_is_unpacked_and_litter_is_not(tmp_path: Path) -> None:
    names = ("a.txt", "b/c.TXT", "b/corpus.toml", "__MACOSX/a.txt", ".hidden.txt", "~$a.txt", "b/.x/d.txt", "e.png")
    assert unpack(packed(tmp_path / "p.zip", *names), folder := tmp_path / "into", TEXT) == ()
    assert unpacked(folder) == ["a.txt", "b/c.TXT", "b/corpus.toml"]


def test_an_archive_in_an_archive_is_a_folder_but_no_deeper(tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("a.txt", "Mat.\n")
        made.writestr("deeper.zip", inner.getvalue())
    outer = packed(tmp_path / "p.zip", "in.zip", content=inner.getvalue())
    (refused,) = unpack(outer, folder := tmp_path / "into", TEXT)
    assert refused.path == outer / "in.zip" / "deeper.zip"
    assert "in one in another" in refused.reason
    assert unpacked(folder) == ["in.zip/a.txt"]


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
def test_nothing_leaves_the_folder(tmp_path: Path, name: str) -> None:
    (refused,) = unpack(packed(tmp_path / "p.zip", name), tmp_path / "into", TEXT)
    assert "leads out of the archive" in refused.reason
    assert unpacked(tmp_path) == ["p.zip"]


def test_links_and_what_is_protected_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("secret.txt", "Mat.\n")
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    reasons = [each.reason for each in unpack(path, tmp_path / "into", TEXT)]
    assert "link.txt: is a link" in reasons[0]
    assert "secret.txt: is protected by a password" in reasons[1]


def test_bombs_do_not_go_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(tmp_path / "bomb.zip", "a.txt", content=bytes(archive.SMALL + 1))
    (tight,) = unpack(bomb, tmp_path / "1", TEXT)
    assert "packed so tightly" in tight.reason
    monkeypatch.setattr(archive, "LARGEST", 10)
    (large,) = unpack(packed(tmp_path / "p.zip", "a.txt"), tmp_path / "2", TEXT)
    assert "is larger than" in large.reason


@pytest.mark.parametrize(
    ("room", "says"), [(Room(files=1), "more than 5000 files"), (Room(bytes=20), "more than 2000 MB")]
)
def test_an_archive_holds_so_much_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: Room, says: str
) -> None:
    monkeypatch.setattr(archive, "Room", lambda: room)
    (refused,) = unpack(packed(tmp_path / "p.zip", "a.txt", "b.txt"), tmp_path / "1", TEXT)
    assert says in refused.reason


@pytest.mark.parametrize("raw", ["å.txt".encode(), "å.txt".encode("cp437"), "å.txt".encode("latin-1")])
def test_names_are_read_as_they_were_meant(raw: bytes) -> None:
    assert archive.readable_name(named(raw)) == "å.txt"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive", bytes(1000)])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.zip").write_bytes(content)
    (refused,) = unpack(tmp_path / "p.zip", tmp_path / "into", TEXT)
    assert refused.reason.startswith(f"{tmp_path / 'p.zip'}: is no zip archive, or a broken one")


def test_a_broken_archive_gives_what_there_is_of_it_or_says_so(tmp_path: Path) -> None:
    whole = packed(tmp_path / "p.zip", "a.txt", "b.txt").read_bytes()
    for at in range(0, len(whole), 7):
        broken = tmp_path / f"{at}.zip"
        broken.write_bytes(whole[:at] + bytes(3) + whole[at + 3 :])
        unpack(broken, tmp_path / f"into-{at}", TEXT)


def test_what_an_archive_holds_is_found_and_named_as_in_it(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("x/a.txt", "Mat.\n")
        made.writestr("x/corpus.toml", '[[document]]\nfile = "a.txt"\ntitle = "Mat"\n[[document]]\nfile = "no.txt"\n')
        made.writestr("old.doc", "Mat.\n")
    (tmp_path / "room").mkdir()
    told, *refused = find([path], None, unpacking(tmp_path / "room"))
    assert isinstance(told, Told)
    assert (told.name, told.facts) == (str(path / "x" / "a.txt"), Facts(title="Mat"))
    reasons = [each.reason for each in refused if isinstance(each, Refused)]
    assert reasons[0].startswith(f"{path}/old.doc: this is an old Word document")
    assert reasons[1].startswith(f"{path}/x/corpus.toml, entry 2 (no.txt)")
    failed = read_or_refuse(told)
    assert isinstance(failed, Refused)
    assert str(tmp_path / "room") not in failed.reason


def test_without_a_room_archives_are_refused(tmp_path: Path) -> None:
    (refused,) = find([packed(tmp_path / "p.zip", "a.txt")])
    assert isinstance(refused, Refused)
    assert "this is a zip archive" in refused.reason


def test_a_document_that_is_called_an_archive_is_a_document(tmp_path: Path) -> None:
    path = packed(tmp_path / "plan.zip", "[Content_Types].xml", "word/document.xml")
    assert find([path]) == find([tmp_path]) == (Told(path, Facts()),)
