"""Tiny models of random weights, made from the real classes of diffusers and transformers.

    python tiny_models.py OUT_FOLDER

Run with torch 2.15, diffusers 0.42.1, transformers 5.24, open_clip 3.3. What they paint is noise in colours; but every
layer of the real ones is there, so whoever runs these as diffusers does runs those too.

    sd-tiny     as Stable Diffusion 1.x: CLIP's text encoder (quick GELU), epsilon, AutoencoderKL, DDIM
    turbo-tiny  as SD-Turbo: OpenCLIP's text encoder, one head width per block, linear projections, AutoencoderTiny, Euler
                with trailing spacing, v-prediction
    lcm-tiny    as a latent consistency model: the UNet is told the guidance (time_cond_proj_dim), LCM

and turbo-tiny-int8, the second one shrunk: int8 where the work is, fp16 around it, attention as ONNX Runtime's own node.
"""

import gzip
import shutil
import sys
from pathlib import Path

import onnx
import open_clip
import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    DDIMScheduler,
    EulerDiscreteScheduler,
    LatentConsistencyModelPipeline,
    LCMScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from calibration import record
from check_export import differences
from export_onnx import Inputs, export_pipeline, shrink

# The tiny models know 256 bytes, each within a word and at its end, the first merges of CLIP and its two marks.
MERGES = 486
BETAS = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000)


def clip_merges(count=49152 - 256 - 2):
    """CLIP's own byte pairs (Radford et al. 2021, MIT), as open_clip's package carries them; as many as CLIP uses."""
    path = Path(open_clip.__file__).parent / "bpe_simple_vocab_16e6.txt.gz"
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return lines[1 : 1 + count]


def clip_vocabulary(merges):
    """CLIP's numbering: the bytes, the bytes that end a word, the merges in their order, then the two marks."""
    letters = list(open_clip.tokenizer.bytes_to_unicode().values())
    words = letters + [letter + "</w>" for letter in letters] + ["".join(merge.split()) for merge in merges]
    return {word: number for number, word in enumerate([*words, "<|startoftext|>", "<|endoftext|>"])}


def clip_tokenizer(merges=None, **options):
    merges = clip_merges() if merges is None else merges
    pairs = [tuple(merge.split()) for merge in merges]
    return CLIPTokenizer(vocab=clip_vocabulary(merges), merges=pairs, model_max_length=77, **options)


def text_encoder(seed, **options):
    torch.manual_seed(seed)
    size = 256 * 2 + MERGES + 2
    config = CLIPTextConfig(
        vocab_size=size,
        hidden_size=32,
        intermediate_size=64,
        num_attention_heads=4,
        max_position_embeddings=77,
        bos_token_id=size - 2,
        eos_token_id=size - 1,
        **options,
    )
    model = CLIPTextModel(config).eval()
    # As they are born, words hardly differ; a text has to matter.
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "embedding" in name or "proj" in name:
                weight.mul_(8 if "token" in name else 3)
    return model


def unet(seed, strength, **options):
    """`strength` scales what the last layer says, so that a step changes the picture by about its own size."""
    torch.manual_seed(seed)
    given = dict(
        sample_size=12,
        layers_per_block=1,
        block_out_channels=(8, 16, 24),
        down_block_types=("CrossAttnDownBlock2D", "CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D", "CrossAttnUpBlock2D"),
        cross_attention_dim=32,
        norm_num_groups=8,
    )
    model = UNet2DConditionModel(**{**given, **options}).eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if ".attn2.to_out" in name and name.endswith("weight"):
                weight.mul_(3)
        model.conv_out.weight.mul_(strength)
    return model


def tiny_vae(seed):
    torch.manual_seed(seed)
    model = AutoencoderTiny(
        encoder_block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        num_encoder_blocks=(1, 1, 1, 1),
        num_decoder_blocks=(1, 1, 1, 1),
        scaling_factor=1.0,
    ).eval()
    # As it is born it paints all but black and hardly sees a picture.
    with torch.no_grad():
        last = model.decoder.layers[-1]
        last.weight.mul_(6)
        last.bias.fill_(0.5)
        model.encoder.layers[-1].weight.mul_(12)
    return model


def sd_tiny():
    torch.manual_seed(11)
    vae = AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(8, 8, 16, 16),
        layers_per_block=1,
        norm_num_groups=4,
        sample_size=96,
    ).eval()
    return StableDiffusionPipeline(
        vae=vae,
        text_encoder=text_encoder(12, num_hidden_layers=3, hidden_act="quick_gelu"),
        tokenizer=clip_tokenizer(clip_merges(MERGES)),
        unet=unet(13, 2.0, attention_head_dim=4),
        scheduler=DDIMScheduler(**BETAS, clip_sample=False, set_alpha_to_one=False, steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def turbo_tiny():
    return StableDiffusionPipeline(
        vae=tiny_vae(21),
        text_encoder=text_encoder(22, num_hidden_layers=2, hidden_act="gelu", pad_token_id=0),
        tokenizer=clip_tokenizer(clip_merges(MERGES), pad_token="!"),
        unet=unet(23, 2.0, attention_head_dim=(2, 4, 3), use_linear_projection=True),
        scheduler=EulerDiscreteScheduler(
            **BETAS, prediction_type="v_prediction", timestep_spacing="trailing", steps_offset=1
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def lcm_tiny():
    return LatentConsistencyModelPipeline(
        vae=tiny_vae(31),
        text_encoder=text_encoder(32, num_hidden_layers=2, hidden_act="quick_gelu"),
        tokenizer=clip_tokenizer(clip_merges(MERGES)),
        unet=unet(33, 2.0, attention_head_dim=4, time_cond_proj_dim=16),
        scheduler=LCMScheduler(**BETAS, clip_sample=False, set_alpha_to_one=True, steps_offset=1),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


# Graphs of other makers take their numbers otherwise, so these three do.
MODELS = {
    "sd-tiny": (sd_tiny, Inputs(ids=torch.int32)),
    "turbo-tiny": (turbo_tiny, Inputs(timestep=torch.float32, scalar_timestep=True)),
    "lcm-tiny": (lcm_tiny, Inputs()),
}

def shorten(folder):
    """Names within the graphs take more room than such small weights do, and nobody reads them."""
    for path in sorted(Path(folder).glob("*/model.onnx")):
        model = onnx.load(str(path))
        kept = {value.name for value in [*model.graph.input, *model.graph.output]}
        short = {"": ""}
        for node in model.graph.node:
            node.name = ""
        for tensor in model.graph.initializer:
            tensor.name = short.setdefault(tensor.name, f"w{len(short)}")
        for node in model.graph.node:
            for names in (node.input, node.output):
                for at, name in enumerate(names):
                    names[at] = name if name in kept else short.setdefault(name, f"v{len(short)}")
        del model.graph.value_info[:]
        onnx.save(model, str(path))


PROMPTS = ["a fox in a forest, at night", "two owls on a beach", "a small boat, rain", "an old castle at sunset"]


def write_smaller(pipeline, folder, inputs):
    """turbo-tiny as model makers shrink theirs: int8 where the work is, fp16 around it, no encoder."""
    feeds = record(pipeline, PROMPTS, 4, 0, 96, 96, inputs)
    export_pipeline(pipeline, folder, inputs)
    shutil.rmtree(folder / "vae_encoder")
    shorten(folder)
    shrink(folder, feeds, ["text_encoder", "unet"], ["vae_decoder"])


if __name__ == "__main__":
    torch.set_num_threads(1)
    models = Path(sys.argv[1])
    for name, (make, inputs) in MODELS.items():
        pipeline = make()
        export_pipeline(pipeline, models / name, inputs, fused=False)
        shorten(models / name)
        print(name, differences(pipeline, models / name, inputs))
    write_smaller(turbo_tiny(), models / "turbo-tiny-int8", MODELS["turbo-tiny"][1])
