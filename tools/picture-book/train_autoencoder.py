"""Trains the autoencoder of the picture-book model: 8x8 pixels to 8 latent channels.

    python train_autoencoder.py OUT MINUTES FOLDER... [--resume]

The decoder sees latents with noise: what a diffusion model makes is never quite right.
"""

import os
import sys
import time

import numpy as np
import torch

from autoencoder import Autoencoder
from pictures import load_pictures, size_of

CROP = 96
BATCH = 12
NOISE = 0.08
THREADS = int(os.environ.get("THREADS", "2"))

out, minutes, folders = sys.argv[1], float(sys.argv[2]), [one for one in sys.argv[3:] if one != "--resume"]
torch.manual_seed(0)
torch.set_num_threads(THREADS)
rng = np.random.default_rng(0)
sets = [load_pictures(folder, *size_of(folder)) for folder in folders]

model = (Autoencoder.load(out) if "--resume" in sys.argv else Autoencoder()).train().to(memory_format=torch.channels_last)
print(sum(p.numel() for p in model.parameters()) / 1e6, "M parameters", flush=True)
optimizer = torch.optim.AdamW(model.parameters(), lr=1.2e-3, weight_decay=0.0, betas=(0.9, 0.98))


def crops() -> torch.Tensor:
    pictures = sets[rng.integers(len(sets))]
    batch = np.empty((BATCH, CROP, CROP, 3), np.uint8)
    for i, index in enumerate(rng.integers(len(pictures), size=BATCH)):
        height, width = pictures.shape[1:3]
        y, x = rng.integers(height - CROP + 1), rng.integers(width - CROP + 1)
        batch[i] = pictures[index, y : y + CROP, x : x + CROP]
    return torch.from_numpy(batch).permute(0, 3, 1, 2).float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)


def edges(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    return x[..., 1:, :] - x[..., :-1, :], x[..., :, 1:] - x[..., :, :-1]


start, step, shown = time.time(), 0, 0.0
while (spent := (time.time() - start) / 60) < minutes:
    rate = 1.2e-3 * min(1, (step + 1) / 100) * max(0.02, 1 - spent / minutes)
    for group in optimizer.param_groups:
        group["lr"] = rate
    picture = crops()
    with torch.autocast("cpu", torch.bfloat16):
        latent = model.encoder(picture).float()
        seen = model.decoder((latent + NOISE * torch.randn_like(latent)).contiguous(memory_format=torch.channels_last)).float()
    error = (seen - picture).abs().mean()
    # What is drawn with hard edges has to keep them.
    error = error + sum((a - b).abs().mean() for a, b in zip(edges(seen), edges(picture)))
    # Latents of about unit variance, or the noise would be got round by growing.
    size = latent.square().mean((0, 2, 3))
    loss = error + 0.05 * (size - 1).abs().mean() + 0.01 * latent.mean((0, 2, 3)).square().mean()
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    step += 1
    shown = error.item() if step == 1 else 0.98 * shown + 0.02 * error.item()
    if step % 200 == 0:
        print(step, f"{spent:.1f} min", f"{shown:.4f}", f"latent {size.mean().sqrt().item():.2f}", flush=True)
        model.save(out)
model.save(out)
