"""Files that are whole in their place or not there at all."""

from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile


_OWN = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def save_whole(
    path: Path, content: bytes, *, even_in_closed_folder: bool = False, private: bool = False
) -> str:
    """Write a file aside and put it in its place whole.

    Args:
        path: the file; one that is there is replaced once the new one is complete.
        content: all of it.
        even_in_closed_folder: whether to write into the file itself where its folder lets nothing be
            made beside it.
        private: whether only its owner may read it.

    Returns:
        What the system says against it; empty when it was written.
    """
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(even_in_closed_folder)
    is_whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
    if is_whole and private:
        file.setPermissions(_OWN)
    if is_whole and file.commit():
        return ""
    return file.errorString() or "the disk refused it"
