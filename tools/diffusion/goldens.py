"""What diffusers and transformers calculate with the tiny models: the numbers that ours are held against.

    python goldens.py OUT_FOLDER

Run with torch 2.15, diffusers 0.42.1, transformers 5.24, on a CPU, in float32. Writes

    clip/vocab.json.gz, merges.txt.gz   CLIP's own vocabulary, 49,408 tokens
    tokens.json         [{text, ids}]: CLIP's tokens of 200 prompts with both marks, cut to 77
    schedulers.json     per scheduler and settings: timesteps for several numbers of steps, a trajectory of 10 steps (or of
                        `steps`) along given model outputs, and where painting over a picture begins
    pictures/NAME/      one run of a whole pipeline: case.json (what was asked), noise.npy (all noise in the order in
                        which it was drawn: of the VAE's encoder if it draws, of the start, then of each step), text.npy
                        (the prompt's hidden states), latents.npy (after each step), pixels.npy (RGB), start.npy

Arrays are .npy, little-endian, C order.
"""

import gzip
import json
import sys
from pathlib import Path

import diffusers
import numpy as np
import torch
from diffusers.utils import torch_utils
from PIL import Image

from prompts import prompts
from tiny_models import BETAS, MODELS, clip_merges, clip_tokenizer, clip_vocabulary

DRAW = torch_utils.randn_tensor


class Noise:
    """Stands in for what diffusers draws noise with, and remembers what it gave."""

    def __init__(self, seed):
        self.generator = np.random.default_rng(seed)
        self.drawn = []

    def draw(self, shape, generator=None, device=None, dtype=None, layout=None):
        noise = self.generator.standard_normal(tuple(shape)).astype(np.float32)
        self.drawn.append(noise)
        return torch.from_numpy(noise.copy())

    def __enter__(self):
        self.swap(DRAW, self.draw)
        return self

    def __exit__(self, *_):
        self.swap(self.draw, DRAW)

    @staticmethod
    def swap(before, after):
        for name, module in list(sys.modules.items()):
            if name.startswith("diffusers") and module.__dict__.get("randn_tensor") == before:
                module.randn_tensor = after


def write_tokens(folder):
    merges = clip_merges()
    (folder / "clip").mkdir(parents=True, exist_ok=True)
    packed(folder / "clip/merges.txt.gz", "#version: 0.2\n" + "\n".join(merges) + "\n")
    packed(folder / "clip/vocab.json.gz", json.dumps(clip_vocabulary(merges), ensure_ascii=False))
    tokenizer = clip_tokenizer()
    found = [{"text": text, "ids": tokenizer(text, truncation=True).input_ids} for text in prompts()]
    lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in found)
    (folder / "tokens.json").write_text(f"[\n{lines}\n]\n")


def packed(path, text):
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


LCM = dict(clip_sample=False, set_alpha_to_one=True, steps_offset=1)
DDIM = dict(clip_sample=False, set_alpha_to_one=False, steps_offset=1)
ZERO = dict(rescale_betas_zero_snr=True, prediction_type="v_prediction", timestep_spacing="trailing")
SQUARED = dict(beta_schedule="squaredcos_cap_v2", beta_start=0.0001, beta_end=0.02)
LINEAR = dict(beta_schedule="linear", beta_start=0.0001, beta_end=0.02)
V = dict(prediction_type="v_prediction")
SAMPLE = dict(prediction_type="sample")
TRAILING = dict(timestep_spacing="trailing")
LEADING = dict(timestep_spacing="leading", steps_offset=1)
LINSPACE = dict(timestep_spacing="linspace")

SCHEDULERS = [
    ("EulerDiscreteScheduler", LEADING),
    ("EulerDiscreteScheduler", TRAILING),
    ("EulerDiscreteScheduler", LINSPACE),
    ("EulerDiscreteScheduler", {**TRAILING, **V}),
    ("EulerDiscreteScheduler", {**TRAILING, **SAMPLE}),
    ("EulerDiscreteScheduler", {**LEADING, "use_karras_sigmas": True}),
    ("EulerDiscreteScheduler", {**ZERO}),
    ("EulerDiscreteScheduler", {**TRAILING, **LINEAR}),
    ("EulerAncestralDiscreteScheduler", LEADING),
    ("EulerAncestralDiscreteScheduler", TRAILING),
    ("EulerAncestralDiscreteScheduler", LINSPACE),
    ("EulerAncestralDiscreteScheduler", {**TRAILING, **V}),
    ("EulerAncestralDiscreteScheduler", {**ZERO}),
    ("DDIMScheduler", DDIM),
    ("DDIMScheduler", {**DDIM, **TRAILING}),
    ("DDIMScheduler", {**DDIM, **LINSPACE}),
    ("DDIMScheduler", {**DDIM, **V}),
    ("DDIMScheduler", {**DDIM, **SAMPLE}),
    ("DDIMScheduler", {**DDIM, **ZERO}),
    ("DDIMScheduler", {**DDIM, **ZERO, **SQUARED}),
    ("DDIMScheduler", {**LINEAR, "clip_sample": True, "set_alpha_to_one": True, "steps_offset": 0}),
    ("LCMScheduler", LCM),
    ("LCMScheduler", {**LCM, **V}),
    ("LCMScheduler", {**LCM, "set_alpha_to_one": False, "timestep_spacing": "trailing"}),
    ("DPMSolverMultistepScheduler", LEADING),
    ("DPMSolverMultistepScheduler", TRAILING),
    ("DPMSolverMultistepScheduler", LINSPACE),
    ("DPMSolverMultistepScheduler", {**TRAILING, **V}),
    ("DPMSolverMultistepScheduler", {**LEADING, **SAMPLE}),
    ("DPMSolverMultistepScheduler", {**LEADING, "use_karras_sigmas": True}),
    ("DPMSolverMultistepScheduler", {**LEADING, "euler_at_final": True}),
    ("DPMSolverMultistepScheduler", {**LEADING, "solver_order": 1}),
    ("DPMSolverMultistepScheduler", {**TRAILING, **V, **SQUARED}),
    # As our own picture-book is taught, in the few steps that it is asked for.
    *((name, {**ZERO, **SQUARED}, steps) for name in ("DDIMScheduler", "DPMSolverMultistepScheduler") for steps in (4, 6, 8)),
]


def write_schedulers(folder):
    cases = []
    for number, (name, settings, *few) in enumerate(SCHEDULERS):
        config = {**BETAS, **settings}
        made = getattr(diffusers, name)(**config)
        told = {key: value for key, value in dict(made.config).items() if plain(value)}
        cases.append({
            "config": {"_class_name": name, **told},
            "timesteps": {str(steps): timesteps(name, config, steps) for steps in (1, 2, 4, 10, 25, 50)},
            **({"steps": few[0]} if few else {}),
            "trajectory": trajectory(name, config, 1000 + number, *few),
            "over": over(name, config, 2000 + number, *few),
        })
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (folder / "schedulers.json").write_text(f"[\n{lines}\n]\n")


def plain(value):
    """JSON knows no infinity, which some settings are by default."""
    return value is None or isinstance(value, (bool, int, str)) or (isinstance(value, float) and np.isfinite(value))


def timesteps(name, config, steps):
    made = getattr(diffusers, name)(**config)
    made.set_timesteps(steps)
    return made.timesteps.tolist()


def trajectory(name, config, seed, steps=10):
    """From `start` (of variance 1) along `outputs`, as the pipelines step; `latents` after each."""
    made = getattr(diffusers, name)(**config)
    made.set_timesteps(steps)
    numbers = np.random.default_rng(seed)
    start = tensor(numbers, 16)
    latent, outputs, inputs, latents = start * made.init_noise_sigma, [], [], []
    with Noise(seed) as noise:
        for timestep in made.timesteps:
            inputs.append(made.scale_model_input(latent, timestep))
            outputs.append(tensor(numbers, 16))
            latent = made.step(outputs[-1], timestep, latent, return_dict=False)[0]
            latents.append(latent)
    return {
        "start": flat([start])[0],
        "inputs": flat(inputs),
        "outputs": flat(outputs),
        "noise": [each.reshape(-1).tolist() for each in noise.drawn],
        "latents": flat(latents),
    }


def over(name, config, seed, steps=10, strength=0.6):
    """Painting over: the timesteps that are left of `steps`, the picture's latent with noise, and two steps on."""
    made = getattr(diffusers, name)(**config)
    if name == "LCMScheduler":
        made.set_timesteps(steps, original_inference_steps=50, strength=strength)
        left = made.timesteps
    else:
        made.set_timesteps(steps)
        first = max(steps - min(int(steps * strength), steps), 0)
        left = made.timesteps[first * made.order :]
        if hasattr(made, "set_begin_index"):
            made.set_begin_index(first * made.order)
    numbers = np.random.default_rng(seed)
    picture, added = tensor(numbers, 16), tensor(numbers, 16)
    latent = made.add_noise(picture, added, left[:1])
    noised, outputs, latents = latent, [], []
    with Noise(seed) as noise:
        for timestep in left[:2]:
            made.scale_model_input(latent, timestep)
            outputs.append(tensor(numbers, 16))
            latent = made.step(outputs[-1], timestep, latent, return_dict=False)[0]
            latents.append(latent)
    return {
        "strength": strength,
        "timesteps": left.tolist(),
        "picture": flat([picture])[0],
        "added": flat([added])[0],
        "noised": flat([noised])[0],
        "outputs": flat(outputs),
        "noise": [each.reshape(-1).tolist() for each in noise.drawn],
        "latents": flat(latents),
    }


def tensor(numbers, count):
    return torch.from_numpy(numbers.standard_normal((1, 4, 2, count // 8)).astype(np.float32))


def flat(tensors):
    return [[float(f"{value:.9g}") for value in each.reshape(-1).tolist()] for each in tensors]


FOX = "a fox standing, in a forest, at night, storybook illustration"
OWL = "two owls, on a beach, at sunset"

PICTURES = {
    "sd-guided": dict(model="sd-tiny", prompt=FOX, negative="dark, blurry", steps=5, guidance=7.5, width=104, height=72),
    "sd-plain": dict(model="sd-tiny", prompt=OWL, scheduler="EulerAncestralDiscreteScheduler", steps=4, guidance=1.0),
    "sd-dpm-two": dict(model="sd-tiny", prompt=FOX, scheduler="DPMSolverMultistepScheduler", steps=6, guidance=4.0, count=2),
    "sd-over": dict(model="sd-tiny", prompt=FOX, steps=8, guidance=5.0, strength=0.6, width=104, height=72),
    "turbo-one": dict(model="turbo-tiny", prompt=FOX, steps=1, guidance=0.0),
    "turbo-wide": dict(model="turbo-tiny", prompt=OWL, steps=4, guidance=0.0, width=136, height=72),
    "turbo-over": dict(model="turbo-tiny", prompt=OWL, steps=4, guidance=0.0, strength=0.5),
    "lcm-four": dict(model="lcm-tiny", prompt=FOX, steps=4, guidance=8.5),
    "lcm-over": dict(model="lcm-tiny", prompt=FOX, steps=4, guidance=8.5, strength=0.5),
    "zero-ddim": dict(model="sd-tiny", prompt=FOX, settings={**ZERO, **SQUARED}, steps=8, guidance=1.0, width=104, height=72),
    "zero-dpm": dict(
        model="sd-tiny",
        prompt=OWL,
        scheduler="DPMSolverMultistepScheduler",
        settings={**ZERO, **SQUARED},
        steps=6,
        guidance=1.0,
        strength=0.7,
    ),
}
OVER = {
    "StableDiffusionPipeline": diffusers.StableDiffusionImg2ImgPipeline,
    "LatentConsistencyModelPipeline": diffusers.LatentConsistencyModelImg2ImgPipeline,
}


def write_picture(folder, name, case):
    case = {"width": 96, "height": 96, "count": 1, "negative": "", **case}
    pipeline = MODELS[case["model"]][0]()
    if "scheduler" in case or "settings" in case:
        kind = getattr(diffusers, case.get("scheduler", type(pipeline.scheduler).__name__))
        pipeline.scheduler = kind.from_config(pipeline.scheduler.config, **case.get("settings", {}))
    case["scheduler"] = type(pipeline.scheduler).__name__
    guided = type(pipeline).__name__ == "StableDiffusionPipeline"
    options = dict(
        prompt=case["prompt"],
        num_inference_steps=case["steps"],
        guidance_scale=case["guidance"],
        num_images_per_prompt=case["count"],
        output_type="np",
        **({"negative_prompt": case["negative"]} if guided else {}),
    )
    folder = folder / "pictures" / name
    folder.mkdir(parents=True, exist_ok=True)
    if "strength" in case:
        pipeline = OVER[type(pipeline).__name__](**pipeline.components)
        start = start_picture(case["width"], case["height"])
        save(folder / "start.npy", start)
        options |= dict(image=Image.fromarray(start), strength=case["strength"])
    else:
        options |= dict(width=case["width"], height=case["height"])
    pipeline.set_progress_bar_config(disable=True)
    latents = []

    def remember(_pipeline, _step, _timestep, given):
        latents.append(given["latents"].detach().clone().numpy())
        return given

    with Noise(sum(map(ord, name))) as noise, torch.no_grad():
        pixels = pipeline(**options, callback_on_step_end=remember).images
        text = pipeline.encode_prompt(case["prompt"], "cpu", 1, False)[0].numpy()
    save(folder / "noise.npy", np.stack(noise.drawn))
    save(folder / "text.npy", text)
    save(folder / "latents.npy", np.stack(latents))
    save(folder / "pixels.npy", (pixels * 255).round().astype(np.uint8))
    (folder / "case.json").write_text(json.dumps(case, indent=2) + "\n")
    print(name, np.stack(latents).std(axis=(1, 2, 3, 4)).round(2), pixels.mean().round(2), pixels.std().round(2))


def start_picture(width, height):
    """A slope of colours with a disc on it: smooth and sharp at once."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    disc = ((x - width * 0.6) ** 2 + (y - height * 0.45) ** 2) < (height * 0.25) ** 2
    colours = np.stack([x / width, y / height, 1 - x / width], axis=-1)
    colours[disc] = (0.9, 0.4, 0.1)
    return (colours * 255).round().astype(np.uint8)


def save(path, array):
    np.save(path, np.ascontiguousarray(array))


if __name__ == "__main__":
    torch.set_num_threads(1)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    write_tokens(out)
    write_schedulers(out)
    for each, asked in PICTURES.items():
        write_picture(out, each, asked)
