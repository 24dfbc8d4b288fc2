"""Writes the trained picture-book model as the folder of ONNX graphs that Storyloom paints with.

    python export.py TRAINED TOKENIZER OUT PICTURES

TRAINED is train.py's trained.pt. The UNet and the text encoder become int8 with ranges found by painting captions of PICTURES (squares of draw.ts); the
autoencoder, a hundredth of the work, stays as it is. storyloom.json says what else a pipeline wants to know.
"""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "diffusion"))

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import EulerAncestralDiscreteScheduler, StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from autoencoder import LATENT, Autoencoder
from drawn import load_captions, load_pictures
from export_onnx import export_graph, export_text_encoder, export_unet, save_tokenizer, write_index
from model import GUIDANCE, GUIDED_BELOW, SIDE, STEPS, WINDOW, guide, make_sampler, make_text_encoder, make_unet
from packed import autoencoder_of, read, unpack
from quantise import quantise

CALIBRATED_WITH = 8

trained, out, folder = read(sys.argv[1]), Path(sys.argv[3]), sys.argv[4]
tokenizer = CLIPTokenizer.from_pretrained(sys.argv[2])
text, unet = make_text_encoder(len(tokenizer)).eval(), make_unet().eval()
text.load_state_dict(unpack(trained["text"])), unet.load_state_dict(unpack(trained["unet"]))
scheduler = make_sampler()
vae = autoencoder_of(trained).to(memory_format=torch.contiguous_format)


@torch.inference_mode()
def calibrate() -> tuple[list[dict], list[dict]]:
    """What the text encoder and the UNet are given while some captions are painted."""
    captions = [line["caption"] for line in load_captions(folder)[:CALIBRATED_WITH]]
    ids = tokenizer([*captions, ""], padding="max_length", max_length=WINDOW, return_tensors="pt").input_ids
    states = text(ids).last_hidden_state
    unet_feeds = []
    for number in range(CALIBRATED_WITH):
        scheduler.set_timesteps(STEPS)
        generator = torch.Generator().manual_seed(number)
        size = (1, LATENT, 36, 64) if number % 2 else (1, LATENT, 48, 48)
        x = torch.randn(size, generator=generator) * scheduler.init_noise_sigma
        both = torch.stack([states[-1], states[number]])
        for at, t in enumerate(scheduler.timesteps):
            seen = torch.cat([scheduler.scale_model_input(x, t)] * 2)
            if at % 4 == number % 4:
                unet_feeds.append({"sample": seen.numpy(), "timestep": np.array([int(t)]), "encoder_hidden_states": both.numpy()})
            v = guide(unet(seen, t, both).sample, t)
            x = scheduler.step(v, t, x, generator=generator).prev_sample
    return [{"input_ids": one[None].numpy()} for one in ids], unet_feeds


@torch.inference_mode()
def latent_colours() -> list[list[float]]:
    """Red, green and blue (-1..1) per latent channel: the least squares over real pictures."""
    pictures = load_pictures(folder, SIDE, SIDE)[:64]
    x = torch.from_numpy(pictures.copy()).permute(0, 3, 1, 2).float().div(127.5).sub(1)
    latents = vae.encoder(x).mul(vae.scaling_factor).permute(0, 2, 3, 1).reshape(-1, LATENT)
    colours = F.avg_pool2d(x, 8).permute(0, 2, 3, 1).reshape(-1, 3)
    return torch.linalg.lstsq(latents, colours).solution.tolist()


text_feeds, unet_feeds = calibrate()
export_text_encoder(text, out / "text_encoder")
export_unet(unet, out / "unet")
for part, feeds in (("text_encoder", text_feeds), ("unet", unet_feeds)):
    graph = out / part / "model.onnx"
    whole = graph.with_name("whole.onnx")
    graph.rename(whole)
    print(part, {name: round(ratio, 1) for name, ratio in quantise(whole, feeds, graph).items()}, "dB", flush=True)
    whole.unlink()
sides = {0: "batch", 2: "height", 3: "width"}
export_graph(vae.decoder, (torch.randn(2, LATENT, 9, 11),), out / "vae_decoder", {"latent_sample": sides}, ["sample"])
export_graph(vae.encoder, (torch.rand(2, 3, 72, 88),), out / "vae_encoder", {"sample": sides}, ["latent_sample"])
config = {"_class_name": "PictureBookAutoencoder", "latent_channels": LATENT, "scaling_factor": vae.scaling_factor, "block_out_channels": [32, 32, 64, 128]}
for part in ("vae_decoder", "vae_encoder"):
    (out / part / "config.json").write_text(json.dumps(config, indent=2) + "\n")
scheduler.save_pretrained(out / "scheduler")
save_tokenizer(tokenizer, out / "tokenizer")
parts = {"text_encoder": CLIPTextModel, "unet": UNet2DConditionModel, "vae": Autoencoder}
write_index(out, StableDiffusionPipeline, EulerAncestralDiscreteScheduler, parts, CLIPTokenizer)
words = sorted({word for line in load_captions(folder) for word in line["caption"].replace(",", " ").split()})
own = {"side": SIDE, "steps": STEPS, "guidance": GUIDANCE, "guided_below": GUIDED_BELOW, "latent_rgb": [[round(c, 4) for c in row] for row in latent_colours()], "words": words}
(out / "storyloom.json").write_text(json.dumps(own, indent=2) + "\n")
