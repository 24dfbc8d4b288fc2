"""Trains the upscaler: from drawings that have gone through the autoencoder to the same drawings, sharp, at three times the size.

    python crisp.py TRAINED FOLDER OUT MINUTES

TRAINED is train.py's trained.pt, FOLDER holds drawings of 1536x864 (draw.ts). OUT becomes an ONNX graph: `input` float32 [n, 3, h, w], 0..1, to `output`
[n, 3, 3 h, 3 w]. After ESPCN (Shi et al. 2016): all work is done at the small size.
"""

import os
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

from autoencoder import apart
from drawn import load_pictures
from packed import autoencoder_of, read

SCALE = 3
WIDTH = 32
BLOCKS = 5
LARGE = (512 * SCALE, 288 * SCALE)
BATCH = 12
# Latent pixels of a cut-out.
SIDE = 9
# Pixels at its edge, where the decoder saw nothing beyond.
MARGIN = 12


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(WIDTH, WIDTH, 3, padding=1), nn.ReLU(), nn.Conv2d(WIDTH, WIDTH, 3, padding=1))

    def forward(self, x):
        return x + self.body(x)


class Crisp(nn.Module):
    """What is added to the picture that is enlarged without it."""

    def __init__(self):
        super().__init__()
        last = nn.Conv2d(WIDTH, 3 * SCALE**2, 3, padding=1)
        nn.init.zeros_(last.weight), nn.init.zeros_(last.bias)
        self.layers = nn.Sequential(nn.Conv2d(3, WIDTH, 3, padding=1), *(Block() for _ in range(BLOCKS)), last, nn.PixelShuffle(SCALE))

    def forward(self, input):
        return F.interpolate(input, scale_factor=float(SCALE), mode="bilinear", align_corners=False) + self.layers(input)


if __name__ == "__main__":
    trained, folder, out, minutes = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    torch.manual_seed(0), torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    vae = autoencoder_of(read(trained))
    large = load_pictures(folder, *LARGE)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        latents = [
            vae.encoder(F.avg_pool2d(torch.from_numpy(one.copy()).permute(2, 0, 1)[None].float() / 127.5 - 1, SCALE)).float() for one in large
        ]
    latents = torch.cat(latents).clone()
    spread = latents.std().item()
    crisp = Crisp().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(crisp.parameters(), lr=2e-3, weight_decay=0.0)
    start, step, shown = time.time(), 0, (0.0, 0.0)
    while (spent := (time.time() - start) / 60) < minutes:
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min(1, (step + 1) / 50) * max(0.01, 1 - spent / minutes)
        cuts, wanted = [], []
        for which in torch.randint(len(large), (BATCH,)).tolist():
            top, left = (int(torch.randint(size - SIDE + 1, ())) for size in latents.shape[2:])
            cuts.append(latents[which, :, top : top + SIDE, left : left + SIDE])
            top, left, side, edge = top * 8 * SCALE, left * 8 * SCALE, SIDE * 8 * SCALE, MARGIN * SCALE
            wanted.append(torch.from_numpy(large[which, top + edge : top + side - edge, left + edge : left + side - edge].copy()))
        latent, wanted = torch.stack(cuts), torch.stack(wanted).permute(0, 3, 1, 2).float() / 255
        # What is painted is never quite right.
        noise = spread * 0.15 * torch.rand(BATCH, 1, 1, 1)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            painted = vae.decoder((latent + noise * torch.randn_like(latent)).contiguous(memory_format=torch.channels_last)).float()
        painted = (painted.clamp(-1, 1) / 2 + 0.5)[..., MARGIN:-MARGIN, MARGIN:-MARGIN].contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            seen = crisp(painted).float()
        loss = apart(seen, wanted)
        optimizer.zero_grad(), loss.backward()
        torch.nn.utils.clip_grad_norm_(crisp.parameters(), 1.0)
        optimizer.step()
        step += 1
        plain = apart(F.interpolate(painted, scale_factor=float(SCALE), mode="bicubic", align_corners=False), wanted)
        keep = 0.98 if step > 50 else 0.9
        shown = tuple(keep * old + (1 - keep) * new.item() for old, new in zip(shown, (loss, plain)))
        if step % 50 == 0:
            print(step, f"{spent:.1f} min, apart {shown[0]:.4f}, enlarged without it {shown[1]:.4f}", flush=True)
    names = {"input_names": ["input"], "output_names": ["output"]}
    sides = {0: "n", 2: "height", 3: "width"}
    torch.onnx.export(
        crisp.float().eval(), torch.rand(1, 3, 20, 28), out, dynamo=False, opset_version=17, dynamic_axes={"input": sides, "output": sides}, **names
    )
