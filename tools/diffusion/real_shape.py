"""SD-Turbo's real shape with random weights: what speed and memory are measured on.

    python real_shape.py OUT_FOLDER [--float]

Run with torch 2.15, diffusers 0.42.1, transformers 5.24. The 866 M parameter UNet and the 340 M parameter text encoder of
SD 2.1, AutoencoderTiny; int8 throughout, 1.2 GB (with --float: 4.7 GB, as torch exports it, for peers). Speed does not
depend on what the weights are. Takes 12 GB of memory and a few minutes.
"""

import argparse
import gc
import shutil
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderTiny, EulerDiscreteScheduler, StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

from export_onnx import export_text_encoder, export_unet, export_vae, save_tokenizer, write_index
from quantise import quantise
from tiny_models import BETAS, clip_tokenizer

# stabilityai/sd-turbo, unet/config.json and text_encoder/config.json.
UNET = dict(
    sample_size=64,
    in_channels=4,
    out_channels=4,
    layers_per_block=2,
    block_out_channels=(320, 640, 1280, 1280),
    down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
    up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3,
    attention_head_dim=(5, 10, 20, 20),
    cross_attention_dim=1024,
    use_linear_projection=True,
)
TEXT = dict(
    vocab_size=49408,
    hidden_size=1024,
    intermediate_size=4096,
    num_hidden_layers=23,
    num_attention_heads=16,
    max_position_embeddings=77,
    hidden_act="gelu",
    projection_dim=512,
    pad_token_id=0,
    bos_token_id=49406,
    eos_token_id=49407,
)


def make_unet():
    torch.manual_seed(1)
    return UNet2DConditionModel(**UNET).eval()


def make_text_encoder():
    torch.manual_seed(2)
    return CLIPTextModel(CLIPTextConfig(**TEXT)).eval()


def make_vae():
    torch.manual_seed(3)
    return AutoencoderTiny(scaling_factor=1.0).eval()


def make_scheduler():
    return EulerDiscreteScheduler(**BETAS, timestep_spacing="trailing", steps_offset=1)


def small_feeds():
    """Ranges of random weights matter to nobody: small pictures do."""
    numbers = np.random.default_rng(4)
    latent = numbers.standard_normal((1, 4, 16, 16)).astype(np.float32)
    states = numbers.standard_normal((1, 77, 1024)).astype(np.float32)
    return {
        "text_encoder": {"input_ids": numbers.integers(0, 49408, (1, 77))},
        "unet": {"sample": latent, "timestep": np.array([999]), "encoder_hidden_states": states},
        "vae_decoder": {"latent_sample": latent},
        "vae_encoder": {"sample": numbers.uniform(-1, 1, (1, 3, 64, 64)).astype(np.float32)},
    }


def write(folder, integers):
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    exported = folder / "float" if integers else folder
    exported.mkdir(parents=True)
    # One part after the other, for together they take more memory than a small machine has.
    parts = {"text_encoder": make_text_encoder, "unet": make_unet, "vae": make_vae}
    classes = {}
    for part, make in parts.items():
        model = make()
        if part == "text_encoder":
            export_text_encoder(model, exported / part)
        elif part == "unet":
            export_unet(model, exported / part, fused=integers)
        else:
            export_vae(model, exported)
        classes[part] = type(model)
        del model
        gc.collect()
        if integers:
            for name in [part] if part != "vae" else ["vae_decoder", "vae_encoder"]:
                print(name, quantise(exported / name / "model.onnx", [small_feeds()[name]], folder / name / "model.onnx"))
                shutil.copy(exported / name / "config.json", folder / name / "config.json")
                shutil.rmtree(exported / name)
    make_scheduler().save_pretrained(folder / "scheduler")
    tokenizer = clip_tokenizer(pad_token="!")
    save_tokenizer(tokenizer, folder / "tokenizer")
    write_index(folder, StableDiffusionPipeline, EulerDiscreteScheduler, classes, type(tokenizer))
    if integers:
        exported.rmdir()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--float", action="store_true", help="fp32, without ONNX Runtime's own nodes")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    write(arguments.out, not arguments.float)
