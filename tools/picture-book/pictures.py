"""Pictures and captions that draw.ts has made.

Run with torch 2.15, diffusers 0.42.1, transformers 5.24 (Python 3.11).
"""

import json
from pathlib import Path

import numpy as np


def load_pictures(folder: str, width: int, height: int) -> np.ndarray:
    """uint8 [pictures, height, width, 3], mapped from the file."""
    path = Path(folder) / "pictures.rgb"
    count = path.stat().st_size // (width * height * 3)
    return np.memmap(path, np.uint8, "r", shape=(count, height, width, 3))


def load_captions(folder: str) -> list[dict]:
    return [json.loads(line) for line in (Path(folder) / "captions.jsonl").read_text().splitlines()]


def size_of(folder: str) -> tuple[int, int]:
    """Width and height: wide pictures lie in folders that say so."""
    return (256, 144) if "wide" in Path(folder).name else (192, 192)
