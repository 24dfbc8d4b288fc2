"""Trains the picture-book model in one go, on a graphics card, while the processors draw what it learns from.

    python train.py OUT SECONDS TOKENIZER DRAWERS COMMAND...

COMMAND is what draws (draw.ts, or a bundle of it), DRAWERS how many do at once. In turns, by shares of SECONDS:

1. the autoencoder, 8x8 pixels to 8 latent channels; its decoder sees latents with noise, as what a diffusion model makes is never right;
2. text encoder and UNet: v-prediction (Salimans and Ho 2022) with a schedule that ends in pure noise (Lin et al. 2023), losses weighted by
   min-SNR 5 (Hang et al. 2023), a tenth of the captions left out for guidance (Ho and Salimans 2022), averaged weights.

OUT gets trained.pt (packed.py), cut into files of 15 MiB, and a sheet of pictures to look at.
"""

import copy
import io
import random
import sys
import time
import types
from pathlib import Path

import torch
import torch.nn.functional as F
from diffusers import DDIMScheduler
from PIL import Image

from autoencoder import Autoencoder, apart
from drawn import Drawers
from model import LATENT, SCHEDULER, guide, make_sampler, make_text_encoder, make_unet
from packed import pack
from tokenizer import WordTokenizer

OUT, SECONDS, TOKENIZER, DRAWERS, COMMAND = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5:]
UNTIL = {"autoencoder": 0.17, "unet": 0.97}
# Width, height, and the share of what is learned.
SIZES = {(384, 384): 0.35, (512, 288): 0.5, (288, 512): 0.15}
CUDA = torch.cuda.is_available()
DEVICE = "cuda" if CUDA else "cpu"
BATCH = 160 if CUDA else 4
# Folders are small, so that there is something to learn from soon.
DRAWN_AT_ONCE = 200 if CUDA else 8
MOST_PICTURES = 120_000 if CUDA else 400
RATE = 7e-4
# Who acts is a tenth of the picture, and harder than all the rest.
FOCUS = 4.0
LOOKED_AT = [
    "a fox with a blue scarf standing, in a forest, at night, storybook illustration",
    "an old woman in red clothes holding a lantern, on the shore, at dusk, storybook illustration",
    "a penguin with a yellow scarf waving, in the snow, in daylight, storybook illustration",
    "a boy in green clothes and a dog with a red scarf walking, in a park, in daylight, storybook illustration",
    "a dragon with a purple scarf standing, at a castle, at dawn, storybook illustration",
    "an astronaut in orange clothes standing, on the moon, under the stars, storybook illustration",
    "a bear in a blue jacket sleeping, in a cave, at night, storybook illustration",
    "a mouse with a pink scarf reading and a hedgehog with a red scarf, in a library, in daylight, storybook illustration",
    "a king in purple clothes standing, in a palace, in daylight, storybook illustration",
    "an otter with a blue scarf swimming, in the sea, in a storm, storybook illustration in watercolour",
    "a girl in yellow clothes running with a kite, in a meadow, in the wind, cheerful mood, storybook illustration",
    "a wizard in blue clothes and a unicorn with a red scarf, in the mountains, at dusk, storybook illustration of cut paper",
]

start = time.time()


def spent() -> float:
    return (time.time() - start) / SECONDS


def say(*words: object) -> None:
    print(f"{time.time() - start:6.1f} s", *words, flush=True)


def half():
    return torch.autocast(DEVICE, torch.bfloat16)


def rated(optimizer: torch.optim.Optimizer, most: float, since: float, phase: str, step: int, warm: int = 100) -> None:
    """Up within `warm` steps, down to nothing over the latter half of the phase."""
    left = (UNTIL[phase] - spent()) / (UNTIL[phase] - since)
    for group in optimizer.param_groups:
        group["lr"] = most * min(1, (step + 1) / warm) * min(1, max(0.01, left / 0.6))


def signed(pictures: torch.Tensor) -> torch.Tensor:
    """uint8 [n, h, w, 3] to -1..1 [n, 3, h, w]."""
    return pictures.permute(0, 3, 1, 2).float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)


class Data:
    """What has been drawn so far: pictures until there is an autoencoder, latents from then on."""

    def __init__(self):
        self.tokenizer = WordTokenizer(TOKENIZER)
        rounds = [(w, h, DRAWN_AT_ONCE) for (w, h), share in SIZES.items() for _ in range(round(share * 20))]
        random.Random(0).shuffle(rounds)
        self.drawers = Drawers(COMMAND, Path("/tmp/drawn"), rounds, DRAWERS)
        self.pictures, self.count = [], 0
        self.latents = {size: [] for size in SIZES}
        self.ids, self.focus = {size: [] for size in SIZES}, {size: [] for size in SIZES}
        self.whole: dict = {}

    def look(self, encode=None) -> None:
        for pictures, lines in self.drawers.take():
            there = torch.from_numpy(pictures.copy()).to(DEVICE)
            ids = self.tokenizer.ids([line["caption"] for line in lines]).to(DEVICE)
            focus = torch.tensor([[line["focus"][side] for side in ("x", "y", "width", "height")] for line in lines], device=DEVICE)
            self.count += len(lines)
            if encode is None:
                self.pictures.append((there, ids, focus))
            else:
                self.add(there, ids, focus, encode)
        if self.count > MOST_PICTURES:
            self.drawers.close()

    def add(self, there, ids, focus, encode) -> None:
        size = (there.shape[2], there.shape[1])
        self.latents[size].append(encode(there).half()), self.ids[size].append(ids), self.focus[size].append(focus)
        self.whole.pop(size, None)

    def learn(self, encode) -> None:
        for one in self.pictures:
            self.add(*one, encode)
        self.pictures = []

    def batch(self, count: int):
        """Latents [count, 8, h, w], ids and focus of one size by chance."""
        there = [size for size in SIZES if self.latents[size]]
        size = random.choices(there, [SIZES[one] for one in there])[0]
        if size not in self.whole:
            parts = (self.latents[size], self.ids[size], self.focus[size])
            self.whole[size] = [torch.cat(part) for part in parts]
            for part, all_of_it in zip(parts, self.whole[size]):
                part[:] = [all_of_it]
        latents, ids, focus = self.whole[size]
        index = torch.randint(len(latents), (count,), device=DEVICE)
        return latents[index].float(), ids[index], focus[index]


def train_autoencoder(data: Data) -> Autoencoder:
    while not data.pictures:
        data.look(), time.sleep(0.2)
    say("first pictures")
    vae = Autoencoder().to(DEVICE, memory_format=torch.channels_last).train()
    optimizer = torch.optim.AdamW(vae.parameters(), lr=1.5e-3, weight_decay=0.0, betas=(0.9, 0.98))
    since, step, crop, across = spent(), 0, 128, torch.arange(128, device=DEVICE)
    while spent() < UNTIL["autoencoder"]:
        data.look()
        rated(optimizer, 1.5e-3, since, "autoencoder", step)
        pictures = random.choice(data.pictures)[0]
        count = BATCH // 2
        which = torch.randint(len(pictures), (count, 1, 1), device=DEVICE)
        top, left = (torch.randint(side - crop + 1, (count, 1, 1), device=DEVICE) for side in pictures.shape[1:3])
        picture = signed(pictures[which, top + across[:, None], left + across])
        with half():
            latent = vae.encoder(picture).float()
            seen = vae.decoder(latent + 0.08 * torch.randn_like(latent)).float()
        size = latent.square().mean((0, 2, 3))
        # Latents of about unit variance, or the noise would be got round by growing.
        loss = apart(seen, picture) + 0.05 * (size - 1).abs().mean() + 0.01 * latent.mean((0, 2, 3)).square().mean()
        optimizer.zero_grad(), loss.backward()
        torch.nn.utils.clip_grad_norm_(vae.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 200 == 0:
            noise = (seen.clamp(-1, 1) - picture).square().mean()
            say("autoencoder", step, f"{loss.item():.4f} {-10 * torch.log10(noise / 4).item():.1f} dB, {data.count} pictures drawn")
    vae.eval().requires_grad_(False)
    some = torch.cat([encoder_of(vae)(one[0][:32]).flatten() for one in data.pictures])
    vae.scaling_factor = 1 / some.std().item()
    say("autoencoder", step, "steps; scaling factor", round(vae.scaling_factor, 4))
    return vae


def encoder_of(vae: Autoencoder):
    @torch.inference_mode()
    def encode(pictures: torch.Tensor) -> torch.Tensor:
        with half():
            return torch.cat([vae.encoder(signed(part)).float() * vae.scaling_factor for part in pictures.split(64)]).clone()

    return encode


alphas = DDIMScheduler(**SCHEDULER).alphas_cumprod.to(DEVICE)


def rates(t: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """How much of the signal and of the noise there is at t."""
    alpha = alphas[t][:, None, None, None]
    return alpha.sqrt(), (1 - alpha).sqrt()


def weights(focus: torch.Tensor, height: int, width: int) -> torch.Tensor:
    """[pictures, height, width], 1 on average: FOCUS times as much within the boxes."""
    x, y, w, h = (side[:, None] for side in focus.unbind(1))
    across, down = (torch.arange(width, device=DEVICE) + 0.5) / width, (torch.arange(height, device=DEVICE) + 0.5) / height
    inside = ((across > x) & (across < x + w))[:, None, :] & ((down > y) & (down < y + h))[:, :, None]
    weight = 1 + (FOCUS - 1) * inside.float()
    return weight / weight.mean((1, 2), keepdim=True)


def loss_of(seen: torch.Tensor, wanted: torch.Tensor, t: torch.Tensor, focus: torch.Tensor) -> torch.Tensor:
    snr = alphas[t] / (1 - alphas[t])
    error = ((seen - wanted).square().mean(1) * weights(focus, *seen.shape[2:])).mean((1, 2))
    return (error * snr.clamp(max=5).add(0.3) / (snr + 1)).mean()


def follow(means: list, nows: list, step: int, slowest: float) -> None:
    keep = 1 - min(slowest, step / (step + 50))
    with torch.no_grad():
        for mean, now in zip(means, nows):
            torch._foreach_lerp_(list(mean.parameters()), list(now.parameters()), keep)


def keep_narrow(unet: torch.nn.Module) -> None:
    """Norms of what is narrow stay narrow (they add up in float32 all the same): autocast would widen it all."""
    for norm in unet.modules():
        if isinstance(norm, torch.nn.GroupNorm | torch.nn.LayerNorm):
            norm.forward = types.MethodType(narrow, norm)


def narrow(norm: torch.nn.GroupNorm | torch.nn.LayerNorm, x: torch.Tensor) -> torch.Tensor:
    weight, bias = norm.weight.to(x.dtype), norm.bias.to(x.dtype)
    with torch.autocast(DEVICE, enabled=False):
        if isinstance(norm, torch.nn.GroupNorm):
            return F.group_norm(x, norm.num_groups, weight, bias, norm.eps)
        return F.layer_norm(x, norm.normalized_shape, weight, bias, norm.eps)


def train_unet(data: Data, encode):
    unet, text = make_unet().to(DEVICE), make_text_encoder(len(data.tokenizer)).to(DEVICE)
    keep_narrow(unet)
    means = [copy.deepcopy(unet), copy.deepcopy(text)]
    nothing = data.tokenizer.ids([""]).to(DEVICE)
    every = [*unet.parameters(), *text.parameters()]
    optimizer = torch.optim.AdamW(every, lr=RATE, weight_decay=0.01, betas=(0.9, 0.99), fused=True)
    since, step, began, shown = spent(), 0, time.time(), 0.0
    while spent() < UNTIL["unet"]:
        data.look(encode)
        rated(optimizer, RATE, since, "unet", step, 200)
        latents, ids, focus = data.batch(BATCH)
        ids = torch.where(torch.rand(BATCH, 1, device=DEVICE) < 0.1, nothing, ids)
        t = torch.randint(1000, (BATCH,), device=DEVICE)
        noise = torch.randn_like(latents)
        signal, rest = rates(t)
        noisy = signal * latents + rest * noise
        with half():
            seen = unet(noisy, t, text(ids).last_hidden_state).sample.float()
        loss = loss_of(seen, signal * noise - rest * latents, t, focus)
        optimizer.zero_grad(), loss.backward()
        torch.nn.utils.clip_grad_norm_(every, 1.0)
        optimizer.step()
        step += 1
        follow(means, [unet, text], step, 0.998)
        if step % 50 == 0:
            shown = loss.item() if shown == 0 else 0.8 * shown + 0.2 * loss.item()
            say("unet", step, f"{shown:.4f} {step * BATCH / (time.time() - began):.0f} pictures/s of {data.count}")
    data.drawers.close()
    return [mean.eval().requires_grad_(False) for mean in means]


@torch.inference_mode()
def paint(data: Data, vae: Autoencoder, unet, text) -> Image.Image:
    """LOOKED_AT, four a row, as export.py has them painted."""
    scheduler = make_sampler()
    ids = data.tokenizer.ids(["" for _ in LOOKED_AT] + LOOKED_AT).to(DEVICE)
    generator = torch.Generator().manual_seed(1)
    x = torch.randn(len(LOOKED_AT), LATENT, 36, 64, generator=generator).to(DEVICE) * scheduler.init_noise_sigma
    with half():
        states = text(ids).last_hidden_state
        for t in scheduler.timesteps:
            seen = torch.cat([scheduler.scale_model_input(x, t)] * 2)
            v = guide(unet(seen, t, states).sample.float(), t)
            x = scheduler.step(v, t, x, generator=generator).prev_sample
        pictures = vae.decoder(x / vae.scaling_factor).float().clamp(-1, 1) / 2 + 0.5
    rows = pictures.mul(255).byte().permute(0, 2, 3, 1).cpu().unflatten(0, (-1, 4))
    height, width = pictures.shape[2:]
    return Image.fromarray(rows.permute(0, 2, 1, 3, 4).reshape(rows.shape[0] * height, -1, 3).contiguous().numpy())


def write(name: str, parts: dict) -> None:
    """In files that travel well."""
    whole = io.BytesIO()
    torch.save(parts, whole)
    view, size = whole.getbuffer(), 15 * 2**20
    for number, at in enumerate(range(0, len(view), size)):
        (OUT / f"{name}.{number}").write_bytes(view[at : at + size])


if __name__ == "__main__":
    torch.manual_seed(0), random.seed(0)
    torch.backends.cudnn.benchmark, torch.backends.cudnn.benchmark_limit = True, 3
    OUT.mkdir(parents=True, exist_ok=True)
    data = Data()
    vae = train_autoencoder(data)
    encode = encoder_of(vae)
    data.learn(encode)
    say("encoded")
    unet, text = train_unet(data, encode)
    write("trained.pt", {"unet": pack(unet.state_dict()), "text": pack(text.state_dict()), "vae": vae.state_dict(), "scaling_factor": vae.scaling_factor})
    paint(data, vae, unet, text).save(OUT / "painted.webp", quality=90)
    say("done")
