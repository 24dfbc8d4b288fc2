"""Trains the text encoder and the UNet of the picture-book model together.

    python train.py LATENTS TOKENIZER AUTOENCODER OUT MINUTES [--resume]

v-prediction (Salimans and Ho 2022) with a schedule that ends in pure noise (Lin et al. 2023), losses weighted by min-SNR 5 (Hang et al.
2023), a tenth of the captions left out for classifier-free guidance (Ho and Salimans 2022), averaged weights. bf16 autocast on the
processor. Every few minutes OUT gets a whole pipeline folder and a sheet of pictures to look at.
"""

import copy
import os
import signal
import sys
import time
from pathlib import Path

import torch
from diffusers import DDIMScheduler
from PIL import Image
from transformers import CLIPTokenizer

from autoencoder import Autoencoder
from model import LATENT, SCHEDULER, WINDOW, PlainAttention, make_text_encoder, make_unet

BATCH = 16
RATE = 5e-4
# Who acts is a tenth of the picture, and harder than all the rest.
FOCUS = 4.0
LOOKED_AT = [
    "a fox, in a forest, at night, storybook illustration",
    "an owl standing, in the snow, in daylight, storybook illustration",
    "a penguin with a blue scarf, on the shore, at dusk, storybook illustration",
    "a rabbit, in a meadow, at dawn, storybook illustration",
    "a dragon, at a castle, in daylight, storybook illustration",
    "a cat, in a village, at night, storybook illustration",
    "a bear with a red scarf, in a cave, at night, storybook illustration",
    "a hedgehog, in a desert, in daylight, storybook illustration",
    "a rabbit with a green scarf, in a garden, in daylight, storybook illustration",
    "a unicorn, in the mountains, at dusk, storybook illustration",
    "a frog, on the sea, in daylight, storybook illustration",
    "a dog, in a bedroom, in daylight, storybook illustration",
]

folder, tokenizer_folder, autoencoder, out, minutes = sys.argv[1:5] + [float(sys.argv[5])]
torch.manual_seed(0)
torch.set_flush_denormal(True)
torch.set_num_threads(int(os.environ.get("THREADS", "2")))
tokenizer = CLIPTokenizer.from_pretrained(tokenizer_folder)
vae = Autoencoder.load(autoencoder)
scheduler = DDIMScheduler(**SCHEDULER)
sets = [torch.load(path) for path in sorted(Path(folder).glob("*.pt"))]
print([tuple(one["latents"].shape) for one in sets], flush=True)
unet = make_unet().to(memory_format=torch.channels_last)
unet.set_attn_processor(PlainAttention())
text = make_text_encoder(len(tokenizer))
nothing = tokenizer("", padding="max_length", max_length=WINDOW, return_tensors="pt").input_ids
start, step, shown, spent_before = time.time(), 0, 0.0, 0.0
state = Path(out) / "state.pt"
optimizer = torch.optim.AdamW([*unet.parameters(), *text.parameters()], lr=RATE, weight_decay=0.01, betas=(0.9, 0.99), fused=True)
if "--resume" in sys.argv:
    saved = torch.load(state)
    unet.load_state_dict(saved["unet"]), text.load_state_dict(saved["text"]), optimizer.load_state_dict(saved["optimizer"])
    step, spent_before = saved["step"], saved["spent"]
mean_unet, mean_text = copy.deepcopy(unet), copy.deepcopy(text)
if "--resume" in sys.argv:
    mean_unet.load_state_dict(saved["mean_unet"]), mean_text.load_state_dict(saved["mean_text"])
alphas = scheduler.alphas_cumprod


def weights(focus: torch.Tensor, height: int, width: int) -> torch.Tensor:
    """[pictures, height, width], 1 on average: FOCUS times as much within the boxes."""
    x, y, w, h = (side[:, None] for side in focus.unbind(1))
    across, down = (torch.arange(width) + 0.5) / width, (torch.arange(height) + 0.5) / height
    inside = ((across > x) & (across < x + w))[:, None, :] & ((down > y) & (down < y + h))[:, :, None]
    weight = 1 + (FOCUS - 1) * inside.float()
    return weight / weight.mean((1, 2), keepdim=True)


@torch.inference_mode()
def paint(captions: list[str], steps: int = 12, guidance: float = 3.0) -> Image.Image:
    ids = tokenizer(captions, padding="max_length", max_length=WINDOW, return_tensors="pt").input_ids
    x = torch.randn(len(captions), LATENT, 24, 24, generator=torch.Generator().manual_seed(1))
    scheduler.set_timesteps(steps)
    with torch.autocast("cpu", torch.bfloat16):
        states = mean_text(torch.cat([nothing.expand(len(captions), -1), ids])).last_hidden_state
        for t in scheduler.timesteps:
            free, guided = mean_unet(torch.cat([x, x]), t, states).sample.float().chunk(2)
            x = scheduler.step(free + guidance * (guided - free), t, x).prev_sample
        pictures = vae.decoder(x / vae.scaling_factor).float().clamp(-1, 1)
    rows = ((pictures + 1) * 127.5).byte().permute(0, 2, 3, 1).unflatten(0, (2, -1))
    return Image.fromarray(rows.permute(0, 2, 1, 3, 4).reshape(2 * 192, -1, 3).contiguous().numpy())


def save() -> None:
    mean_unet.save_pretrained(f"{out}/unet"), mean_text.save_pretrained(f"{out}/text_encoder"), vae.save(f"{out}/vae")
    tokenizer.save_pretrained(f"{out}/tokenizer"), scheduler.save_pretrained(f"{out}/scheduler")
    parts = {"unet": unet, "text": text, "mean_unet": mean_unet, "mean_text": mean_text, "optimizer": optimizer}
    torch.save({name: part.state_dict() for name, part in parts.items()} | {"step": step, "spent": spent}, state)
    paint(LOOKED_AT).save(f"{out}/step-{step}.png")


stopped = []
signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
saved_at = time.time()
while not stopped and (spent := spent_before + (time.time() - start) / 60) < minutes:
    rate = RATE * min(1, (step + 1) / 300) * min(1, max(0.01, (1 - spent / minutes) / 0.5))
    for group in optimizer.param_groups:
        group["lr"] = rate
    one = sets[torch.multinomial(torch.tensor([float(len(each["ids"])) for each in sets]), 1)]
    index = torch.randint(len(one["ids"]), (BATCH,))
    latents, ids = one["latents"][index].float(), one["ids"][index]
    ids = torch.where(torch.rand(BATCH, 1) < 0.1, nothing, ids)
    t = torch.randint(1000, (BATCH,))
    noise = torch.randn_like(latents)
    signal, rest = alphas[t].sqrt()[:, None, None, None], (1 - alphas[t]).sqrt()[:, None, None, None]
    noisy, target = signal * latents + rest * noise, signal * noise - rest * latents
    with torch.autocast("cpu", torch.bfloat16):
        seen = unet(noisy.contiguous(memory_format=torch.channels_last), t, text(ids).last_hidden_state).sample.float()
    snr = alphas[t] / (1 - alphas[t])
    weight = weights(one["focus"][index], *latents.shape[2:])
    error = ((seen - target).square().mean(1) * weight).mean((1, 2))
    loss = (error * snr.clamp(max=5).add(0.3) / (snr + 1)).mean()
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([*unet.parameters(), *text.parameters()], 1.0)
    optimizer.step()
    step += 1
    shown = loss.item() if shown == 0 else 0.99 * shown + 0.01 * loss.item()
    keep = 1 - min(0.9995, step / (step + 50))
    with torch.no_grad():
        for mean, now in ((mean_unet, unet), (mean_text, text)):
            torch._foreach_lerp_(list(mean.parameters()), list(now.parameters()), keep)
    if step % 50 == 0:
        pace = step * BATCH / max(1e-9, spent * 60)
        print(step, f"{spent:.1f} min", f"{shown:.4f}", f"{pace:.1f} pictures/s", flush=True)
    if time.time() - saved_at > 8 * 60 or step == 300:
        save()
        saved_at = time.time()
save()
