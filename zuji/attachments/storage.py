"""Where contents lie: one file for each, named by its sum, written so that a power cut leaves no half of one."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import FileSystemStorage, storages

LOCK = ".lock"


class ContentStorage(FileSystemStorage):
    """Contents by their SHA-256: `3f/3fa4…`. No name that a person gave touches the disk, and nothing has a URL."""

    @property
    def root(self) -> Path:
        return Path(self.location)

    def url(self, name: str | None) -> str:
        raise ValueError("Attachments are read through their page, which asks who reads.")

    def name_of(self, sha256: str) -> str:
        """Give the place of a content below the folder of all."""
        return f"{sha256[:2]}/{sha256}"

    def put(self, sha256: str, content: bytes) -> str:
        """Write a content unless it lies here whole already; once this returns, a power cut does not undo it."""
        name = self.name_of(sha256)
        path = Path(self.path(name))
        if path.exists() and path.stat().st_size == len(content):
            os.utime(path)
            return name
        for folder in (self.root, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(prefix=".", dir=path.parent, delete=False) as waiting:
            try:
                waiting.write(content)
                waiting.flush()
                os.fsync(waiting.fileno())
                Path(waiting.name).replace(path)
            except OSError:
                Path(waiting.name).unlink(missing_ok=True)
                raise
        for folder in (path.parent, self.root):
            _settle(folder)
        return name

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nobody else, in no other process, take a content away or bring one back meanwhile."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.root / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def names_before(self, at: datetime) -> list[str]:
        """List what was written before an instant: contents, and what a crash left half written."""
        return sorted(
            path.relative_to(self.root).as_posix()
            for path in self.root.glob("??/*")
            if path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < at
        )


def _settle(folder: Path) -> None:
    """Make a folder remember its new entry through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def attachment_storage() -> ContentStorage:
    """Give the storage of this installation."""
    storage = storages["attachments"]
    assert isinstance(storage, ContentStorage)  # noqa: S101 - tells the type checker what the settings say
    return storage
