"""Pictures that draw.ts draws while there is training: as many processes as there are cores, a folder of a few hundred at a time."""

import json
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Iterator

import numpy as np


def load_pictures(folder: str | Path, width: int, height: int) -> np.ndarray:
    """uint8 [pictures, height, width, 3], mapped from the file."""
    return np.memmap(Path(folder) / "pictures.rgb", np.uint8, "r").reshape(-1, height, width, 3)


def load_captions(folder: str | Path) -> list[dict]:
    return [json.loads(line) for line in (Path(folder) / "captions.jsonl").read_text().splitlines()]


class Drawers:
    """`command` is asked for FOLDER COUNT SEED WIDTHxHEIGHT, the sizes in turns, until `close`."""

    def __init__(self, command: list[str], folder: Path, sizes: list[tuple[int, int, int]], processes: int):
        """:param sizes: width, height and how many pictures a folder gets"""
        self.command, self.folder, self.sizes = command, folder, sizes
        self.turn, self.closed, self.ready, self.lock, self.failed = 0, False, [], threading.Lock(), False
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.threads = [threading.Thread(target=self.draw, daemon=True) for _ in range(processes)]
        for thread in self.threads:
            thread.start()

    def draw(self) -> None:
        while not self.closed:
            with self.lock:
                turn, self.turn = self.turn, self.turn + 1
            width, height, count = self.sizes[turn % len(self.sizes)]
            folder = self.folder / str(turn)
            # Behind the training: it has to feed the card.
            asked = [*self.command, str(folder), str(count), str(turn + 1), f"{width}x{height}"]
            if subprocess.run(["nice", "-n", "10", *asked]).returncode != 0:
                self.failed = True
                return
            with self.lock:
                self.ready.append((folder, width, height))

    def take(self) -> Iterator[tuple[np.ndarray, list[dict]]]:
        """What is ready: pictures, and what each shows. A folder is gone after its turn."""
        if self.failed:
            raise RuntimeError("the drawers stopped")
        while self.ready:
            with self.lock:
                folder, width, height = self.ready.pop(0)
            yield load_pictures(folder, width, height), load_captions(folder)
            shutil.rmtree(folder)

    def close(self) -> None:
        self.closed = True
