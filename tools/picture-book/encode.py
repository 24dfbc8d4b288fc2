"""Latents and token ids of all pictures, once: python encode.py AUTOENCODER TOKENIZER OUT FOLDER...

OUT/NAME.pt of each folder: latents float16 [pictures, 8, height / 8, width / 8] of unit variance, ids int64 [pictures, 32],
focus [pictures, 4] (where who acts is: x, y, width and height as parts of the picture). The factor
that gives them unit variance is written into the autoencoder's config, where pipelines look for it.
"""

import os
import sys
from pathlib import Path

import torch
from transformers import CLIPTokenizer

from autoencoder import Autoencoder
from model import WINDOW
from pictures import load_captions, load_pictures, size_of

autoencoder, tokenizer, out = sys.argv[1], CLIPTokenizer.from_pretrained(sys.argv[2]), Path(sys.argv[3])
torch.set_num_threads(int(os.environ.get("THREADS", "2")))
vae = Autoencoder.load(autoencoder)
out.mkdir(parents=True, exist_ok=True)


@torch.inference_mode()
def encode(pictures) -> torch.Tensor:
    batch = torch.from_numpy(pictures.copy()).permute(0, 3, 1, 2).float().div(127.5).sub(1)
    with torch.autocast("cpu", torch.bfloat16):
        return vae.encoder(batch.contiguous(memory_format=torch.channels_last)).float()


for number, folder in enumerate(sys.argv[4:]):
    pictures = load_pictures(folder, *size_of(folder))
    if number == 0:
        factor = 1 / encode(pictures[:256]).std().item()
        vae.scaling_factor = factor
        vae.save(autoencoder)
        print("scaling factor", round(factor, 4), flush=True)
    latents = torch.cat([(encode(pictures[i : i + 32]) * factor).half() for i in range(0, len(pictures), 32)])
    lines = load_captions(folder)
    captions = [line["caption"] for line in lines]
    ids = tokenizer(captions, padding="max_length", max_length=WINDOW, truncation=True, return_tensors="pt").input_ids
    focus = torch.tensor([[line["focus"][side] for side in ("x", "y", "width", "height")] for line in lines])
    torch.save({"latents": latents, "ids": ids, "focus": focus}, out / f"{Path(folder).name}.pt")
    print(folder, tuple(latents.shape), flush=True)
