"""The pictures of radio buttons, check boxes and arrows that the style sheet names, one set a theme.

They are files in `resources/indicators`, since a style sheet takes pictures from files alone:
`python -m quizapp.ui.style.indicators` writes them; a test tells when they are stale.
"""

from pathlib import Path

from quizapp.paths import resources_dir
from quizapp.ui.style.theme import THEMES, Theme

_LINE = 'fill="none" stroke="{}" stroke-width="{}" stroke-linecap="round" stroke-linejoin="round"'
_TICK = "M5.6 10.4l3 3 5.8-6.6"
_CHEVRONS = {"down": "M5 8l5 5 5-5", "up": "M5 12l5-5 5 5", "left": "M12 5l-5 5 5 5", "right": "M8 5l5 5-5 5"}


def pictures(theme: Theme) -> dict[str, str]:
    """The SVG pictures of a theme, 20 by 20, by their file's name."""
    made = {}
    for state, fill, edge, mark in (
        ("off", theme.surface, theme.border, ""),
        ("hover", theme.sunken, theme.ink, ""),
        ("on", theme.ink, theme.ink, theme.surface),
        ("off-disabled", theme.sunken, theme.line, ""),
        ("on-disabled", theme.sunken, theme.muted, theme.muted),
    ):
        is_dashed = theme.is_flat and state.endswith("disabled")
        line = f'stroke="{edge}" stroke-width="1.5"' + (' stroke-dasharray="2.5 2.5"' if is_dashed else "")
        dot = f'<circle cx="10" cy="10" r="5" fill="{edge}"/>' if mark else ""
        ground = theme.surface if mark else fill
        made[f"radio-{state}"] = f'<circle cx="10" cy="10" r="8.5" fill="{ground}" {line}/>{dot}'
        box = f'<rect x="1.5" y="1.5" width="17" height="17" rx="5" fill="{fill}" {line}/>'
        made[f"check-{state}"] = box + (f'<path d="{_TICK}" {_LINE.format(mark, 2)}/>' if mark else "")
    for name, path in _CHEVRONS.items():
        made[f"chevron-{name}"] = f'<path d="{path}" {_LINE.format(theme.ink, 1.8)}/>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20">'
    return {f"{name}.svg": f"{head}{body}</svg>\n" for name, body in made.items()}


def write(folder: Path) -> None:
    """Write the pictures of all themes, each into a folder of its name."""
    for theme in THEMES.values():
        (folder / theme.name).mkdir(parents=True, exist_ok=True)
        for name, picture in pictures(theme).items():
            (folder / theme.name / name).write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(resources_dir() / "indicators")
