"""A byte-pair tokenizer of CLIP's kind (Radford et al. 2021) with a small vocabulary of its own.

    python tokenizer.py OUT WINDOW captions.jsonl...

Writes vocab.json, merges.txt and tokenizer_config.json, which CLIPTokenizer and Storyloom's pipeline read. Every word of the captions is
one token in the end; what is not known falls into letters.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import torch


def byte_letters() -> list[str]:
    """The letters that GPT-2's tokenizer writes bytes with."""
    known = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    letters = {byte: chr(byte) for byte in known}
    for number, byte in enumerate(byte for byte in range(256) if byte not in letters):
        letters[byte] = chr(256 + number)
    return [letters[byte] for byte in known] + [letters[byte] for byte in range(256) if byte not in known]


class WordTokenizer:
    """The same ids as CLIPTokenizer's, for captions of words that it knows whole."""

    def __init__(self, folder: str):
        self.entries = json.loads(Path(folder, "vocab.json").read_text())
        self.window = json.loads(Path(folder, "tokenizer_config.json").read_text())["model_max_length"]

    def __len__(self) -> int:
        return len(self.entries)

    def ids(self, captions: list[str]) -> torch.Tensor:
        """int64 [captions, window], each begun and ended, the rest filled with ends."""
        start, end = self.entries["<|startoftext|>"], self.entries["<|endoftext|>"]
        ids = torch.full((len(captions), self.window), end)
        for row, caption in zip(ids, captions):
            words = [self.entries[f"{word}</w>"] for word in caption.replace(",", " ,").split()][: self.window - 2]
            row[: len(words) + 1] = torch.tensor([start, *words])
        return ids


def train(words: Counter) -> list[tuple[str, str]]:
    """Merges of the most frequent pair, until every word is whole."""
    spelt = {word: [*word[:-1], word[-1] + "</w>"] for word in words}
    merges = []
    while True:
        pairs = Counter()
        for word, parts in spelt.items():
            for pair in zip(parts, parts[1:]):
                pairs[pair] += words[word]
        if not pairs:
            return merges
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        for word, parts in spelt.items():
            joined, i = [], 0
            while i < len(parts):
                whole = i + 1 < len(parts) and (parts[i], parts[i + 1]) == best
                joined.append(parts[i] + parts[i + 1] if whole else parts[i])
                i += 2 if whole else 1
            spelt[word] = joined


if __name__ == "__main__":
    out, window, files = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    words = Counter()
    for file in files:
        for line in Path(file).read_text().splitlines():
            words.update(json.loads(line)["caption"].replace(",", " ,").split())
    merges = train(words)
    letters = byte_letters()
    entries = [*letters, *(letter + "</w>" for letter in letters), *("".join(pair) for pair in merges)]
    entries = list(dict.fromkeys(entries)) + ["<|startoftext|>", "<|endoftext|>"]
    out.mkdir(parents=True, exist_ok=True)
    (out / "vocab.json").write_text(json.dumps({entry: number for number, entry in enumerate(entries)}, ensure_ascii=False))
    (out / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges))
    special = {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>", "pad_token": "<|endoftext|>", "unk_token": "<|endoftext|>"}
    config = {"tokenizer_class": "CLIPTokenizer", "model_max_length": window, "do_lower_case": True, **special}
    (out / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
    print(len(entries), "entries,", len(merges), "merges")
