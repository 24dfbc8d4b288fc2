"""Trains who judges the picture-book model: which character and which place a picture of 384 x 384 pixels shows.

    python train_classifier.py OUT MINUTES TRAINED HELD_OUT FOLDER...

It is taught storybook pictures only, every twelfth gone through the autoencoder, so that it judges what is painted and not how sharp it
is; on pictures of HELD_OUT (pairs that the picture-book model is never taught, with seeds of their own) its share of right answers is printed. OUT becomes an
ONNX graph: `picture` float32 [n, 3, 384, 384] in -1..1 to `characters` [n, 46] and `places` [n, 38], logits by names in order.
"""

import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from drawn import load_captions, load_pictures
from model import SIDE
from packed import autoencoder_of, read

BATCH = 48

out, minutes, trained, held_out, folders = sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4], sys.argv[5:]
torch.manual_seed(0)
torch.set_num_threads(int(os.environ.get("THREADS", "2")))
vae = autoencoder_of(read(trained))
every = [line for folder in folders for line in load_captions(folder)]
CHARACTERS, PLACES = (sorted({line[what] for line in every}) for what in ("character", "place"))


class Block(nn.Module):
    def __init__(self, i: int, o: int, stride: int):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU(), nn.Conv2d(o, o, 3, 1, 1, bias=False), nn.BatchNorm2d(o)
        )
        self.past = nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x):
        return torch.relu(self.body(x) + self.past(x))


class Judge(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.PixelUnshuffle(4), nn.Conv2d(48, 32, 3, padding=1), nn.ReLU(), Block(32, 64, 2), Block(64, 96, 2), Block(96, 128, 2), nn.Dropout(0.2)
        )
        self.characters, self.places = nn.Linear(2 * 128, len(CHARACTERS)), nn.Linear(2 * 128, len(PLACES))

    def forward(self, picture):
        return self.see(F.avg_pool2d(picture, 2))

    def see(self, half):
        x = self.body(half)
        x = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        return self.characters(x), self.places(x)


def labelled(folder: str):
    """Pictures of one character each, and what they show."""
    lines = load_captions(folder)
    alone = [i for i, line in enumerate(lines) if not line["others"]]
    labels = [(CHARACTERS.index(lines[i]["character"]), PLACES.index(lines[i]["place"])) for i in alone]
    return load_pictures(folder, SIDE, SIDE), np.array(alone), torch.tensor(labels)


def tensor(pictures: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(pictures.copy()).permute(0, 3, 1, 2).float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)


def through(x: torch.Tensor) -> torch.Tensor:
    """As the autoencoder makes it of latents that are not quite right."""
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        z = vae.encoder(x).float()
        return vae.decoder((z + 0.25 * torch.rand(1) * z.std() * torch.randn_like(z))).float().clamp(-1, 1)


sets = [labelled(folder) for folder in folders]
judge = Judge().to(memory_format=torch.channels_last)
optimizer = torch.optim.AdamW(judge.parameters(), lr=2e-3, weight_decay=0.05)
start, step = time.time(), 0
while (spent := (time.time() - start) / 60) < minutes:
    for group in optimizer.param_groups:
        group["lr"] = 2e-3 * max(0.01, 1 - spent / minutes)
    pictures, alone, labels = sets[step % len(sets)]
    pick = np.sort(np.random.default_rng(step).integers(len(alone), size=BATCH))
    x = tensor(pictures[alone[pick]])
    gone = torch.randperm(BATCH)[: BATCH // 12]
    x[gone] = through(x[gone])
    x = F.avg_pool2d(x, 2)
    if torch.rand(1) < 0.5:
        x = x.flip(3)
    x = x + 0.05 * torch.randn(BATCH, 3, 1, 1)
    with torch.autocast("cpu", torch.bfloat16):
        character, place = judge.see(x)
    loss = F.cross_entropy(character.float(), labels[pick, 0], label_smoothing=0.05) + F.cross_entropy(place.float(), labels[pick, 1], label_smoothing=0.05)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    step += 1
    if step % 50 == 0:
        print(step, f"{spent:.1f} min", f"{loss.item():.3f}", flush=True)

judge.eval()
pictures, alone, labels = labelled(held_out)
for name, change in (("drawn", lambda x: x), ("through the autoencoder", through)):
    right = torch.zeros(2)
    with torch.inference_mode():
        for i in range(0, len(alone), 64):
            found = judge(change(tensor(pictures[alone[i : i + 64]])))
            right += torch.tensor([(logits.argmax(1) == labels[i : i + 64, k]).sum() for k, logits in enumerate(found)])
    print(f"{name}: of {len(alone)} pictures right by character {right[0] / len(alone):.1%}, by place {right[1] / len(alone):.1%}", flush=True)
names = {"input_names": ["picture"], "output_names": ["characters", "places"]}
torch.onnx.export(judge.float(), torch.zeros(1, 3, SIDE, SIDE), out, dynamo=False, opset_version=17, dynamic_axes={"picture": {0: "n"}}, **names)
