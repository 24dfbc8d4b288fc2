"""Writes a diffusers pipeline of torch as the folder of ONNX graphs that Storyloom paints with.

    python export_onnx.py PIPELINE_FOLDER OUT_FOLDER

Run with torch 2.15, diffusers 0.42.1, transformers 5.24, onnx 1.23. The folder is laid out as diffusers lays out its
own (model_index.json, a folder per part, each with its config.json), graphs are named and shaped as optimum names and
shapes them:

    text_encoder  input_ids [batch, tokens] -> last_hidden_state [batch, tokens, width], pooler_output [batch, width]
    unet          sample [batch, channels, height, width], timestep [1], encoder_hidden_states
                  [batch, tokens, width], (timestep_cond [batch, width]) -> out_sample, as sample
    vae_decoder   latent_sample [batch, channels, height, width] -> sample [batch, 3, 8 height, 8 width], -1..1
    vae_encoder   sample -> latent_parameters [batch, 2 channels, height, width] (mean, then log variance) of an
                  AutoencoderKL, latent_sample [batch, channels, height, width] of an AutoencoderTiny
"""

import argparse
import json
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path

import diffusers
import onnx
import torch
from diffusers import AutoencoderTiny, DiffusionPipeline
from onnxruntime.transformers.float16 import convert_float_to_float16

from calibration import record
from fused_attention import FusedAttention
from quantise import quantise

OPSET = 17

# A latent whose sides are odd. A UNet decides while it is traced whether what it makes larger must match the sides of
# a skip; traced with sides that halve evenly, the graph would fail on every size that does not.
EXAMPLE_LATENT = (35, 37)

# Of the parts' settings: what tells of this machine and this run alone.
LEFT_OUT = ("_name_or_path", "_use_default_values", "dtype", "torch_dtype")


@dataclass(frozen=True)
class Inputs:
    """What other people's exports differ in; ours are optimum's unless a test wants them otherwise."""

    ids: torch.dtype = torch.int64
    timestep: torch.dtype = torch.int64
    scalar_timestep: bool = False


class TextEncoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids):
        output = self.model(input_ids=input_ids.long())
        return output.last_hidden_state, output.pooler_output


class Unet(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, sample, timestep, encoder_hidden_states, timestep_cond=None):
        return self.model(
            sample, timestep, encoder_hidden_states, timestep_cond=timestep_cond, return_dict=False
        )[0]


class Decoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, latent_sample):
        return self.model.decode(latent_sample, return_dict=False)[0]


class Encoder(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, sample):
        if isinstance(self.model, AutoencoderTiny):
            return self.model.encode(sample, return_dict=False)[0]
        moments = self.model.encoder(sample)
        return self.model.quant_conv(moments) if self.model.quant_conv is not None else moments


def export_pipeline(pipeline, folder, inputs=Inputs(), fused=True):
    """Writes all of `pipeline` (StableDiffusion, LatentConsistencyModel) to `folder`, which is emptied first.

    `fused` writes attention as ONNX Runtime's own node: faster and leaner there, unreadable elsewhere.
    """
    folder = Path(folder)
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    export_text_encoder(pipeline.text_encoder, folder / "text_encoder", inputs)
    export_unet(pipeline.unet, folder / "unet", inputs, fused)
    export_vae(pipeline.vae, folder)
    pipeline.scheduler.save_pretrained(folder / "scheduler")
    save_tokenizer(pipeline.tokenizer, folder / "tokenizer")
    parts = {part: type(getattr(pipeline, part)) for part in ("text_encoder", "unet", "vae")}
    write_index(folder, type(pipeline), type(pipeline.scheduler), parts, type(pipeline.tokenizer))


def export_text_encoder(model, folder, inputs=Inputs()):
    # The eager attention is the only one that the exporter can follow; it calculates the same.
    model.set_attn_implementation("eager")
    ids = torch.zeros((2, model.config.max_position_embeddings), dtype=inputs.ids)
    axes = {"input_ids": {0: "batch"}}
    export_graph(TextEncoder(model), (ids,), folder, axes, ["last_hidden_state", "pooler_output"])
    save_config(model, folder)


def export_unet(model, folder, inputs=Inputs(), fused=True):
    config = model.config
    sample = torch.randn(2, config.in_channels, *EXAMPLE_LATENT)
    timestep = torch.tensor(7 if inputs.scalar_timestep else [7], dtype=inputs.timestep)
    states = torch.randn(2, 77, config.cross_attention_dim)
    given = [sample, timestep, states]
    axes = {
        "sample": {0: "batch", 2: "height", 3: "width"},
        "timestep": {},
        "encoder_hidden_states": {0: "batch", 1: "tokens"},
    }
    if config.time_cond_proj_dim is not None:
        given.append(torch.randn(2, config.time_cond_proj_dim))
        axes["timestep_cond"] = {0: "batch"}
    if fused:
        model.set_attn_processor(FusedAttention())
    export_graph(Unet(model), tuple(given), folder, axes, ["out_sample"])
    save_config(model, folder)


def export_vae(model, folder):
    """Both halves; the encoder is what painting over a picture needs."""
    picture_axes = {0: "batch", 2: "height", 3: "width"}
    channels = model.config.latent_channels
    latent = torch.randn(2, channels, 9, 11)
    export_graph(Decoder(model), (latent,), folder / "vae_decoder", {"latent_sample": picture_axes}, ["sample"])
    tiny = isinstance(model, AutoencoderTiny)
    picture = torch.rand(2, 3, 72, 88) * 2 - 1
    output = "latent_sample" if tiny else "latent_parameters"
    export_graph(Encoder(model), (picture,), folder / "vae_encoder", {"sample": picture_axes}, [output])
    for part in ("vae_decoder", "vae_encoder"):
        save_config(model, folder / part)


def export_graph(module, given, folder, axes, outputs):
    """One torch module as folder/model.onnx; weights lie beside it in model.onnx_data where they pass 1 GB."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / "aside"
    aside.mkdir()
    # Outputs vary as inputs do; a picture's sides are not its latent's, so each name is said once only.
    batch = {name: {0: "batch"} for name in outputs}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            given,
            str(aside / "model.onnx"),
            input_names=list(axes),
            output_names=outputs,
            dynamic_axes={**axes, **batch},
            opset_version=OPSET,
            do_constant_folding=True,
            dynamo=False,
        )
    model = onnx.load(str(aside / "model.onnx"))
    shutil.rmtree(aside)
    for node in model.graph.node:
        node.doc_string = ""
    save_graph(model, folder)


def save_graph(model, folder):
    large = sum(len(tensor.raw_data) for tensor in model.graph.initializer) > 1_000_000_000
    if large:
        onnx.save(model, str(folder / "model.onnx"), save_as_external_data=True, location="model.onnx_data")
    else:
        onnx.save(model, str(folder / "model.onnx"))


def save_config(model, folder):
    config = dict(model.config.to_dict()) if hasattr(model.config, "to_dict") else dict(model.config)
    kept = {key: value for key, value in config.items() if key not in LEFT_OUT}
    (folder / "config.json").write_text(json.dumps(kept, indent=2, sort_keys=True, default=str) + "\n")


def save_tokenizer(tokenizer, folder):
    """vocab.json and merges.txt, as every CLIP tokenizer has had them since the first; and its settings."""
    folder.mkdir(parents=True)
    tokenizer.save_pretrained(folder)
    whole = json.loads((folder / "tokenizer.json").read_text())
    vocabulary, merges = whole["model"]["vocab"], whole["model"]["merges"]
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False) + "\n")
    lines = [merge if isinstance(merge, str) else " ".join(merge) for merge in merges]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(lines) + "\n")
    (folder / "tokenizer.json").unlink()


def write_index(folder, pipeline, scheduler, parts, tokenizer):
    """All but the folder are classes; `parts` of text_encoder, unet and vae."""
    index = {
        "_class_name": pipeline.__name__,
        "_diffusers_version": diffusers.__version__,
        "scheduler": ["diffusers", scheduler.__name__],
        "text_encoder": ["transformers", parts["text_encoder"].__name__],
        "tokenizer": ["transformers", tokenizer.__name__],
        "unet": ["diffusers", parts["unet"].__name__],
        "vae": ["diffusers", parts["vae"].__name__],
    }
    (folder / "model_index.json").write_text(json.dumps(index, indent=2) + "\n")


def shrink(folder, feeds, integers, halves):
    """Parts of an exported folder to int8, parts to fp16. Tells how far each is from what it was."""
    for part in integers:
        aside = folder / part / "aside"
        found = quantise(folder / part / "model.onnx", feeds[part], aside / "model.onnx")
        (folder / part / "model.onnx_data").unlink(missing_ok=True)
        for file in list(aside.iterdir()):
            file.replace(folder / part / file.name)
        aside.rmdir()
        print(part, "int8, signal to error:", ", ".join(f"{name} {ratio:.1f} dB" for name, ratio in found.items()))
    for part in halves:
        half = convert_float_to_float16(onnx.load(str(folder / part / "model.onnx")))
        (folder / part / "model.onnx_data").unlink(missing_ok=True)
        save_graph(half, folder / part)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pipeline", help="folder of a diffusers pipeline, torch weights")
    parser.add_argument("out", help="folder to write; replaced when it is there")
    parts = ["text_encoder", "unet", "vae_decoder", "vae_encoder"]
    parser.add_argument("--int8", nargs="*", choices=parts, default=[], help="parts to write as int8")
    parser.add_argument("--half", nargs="*", choices=parts, default=[], help="parts to write as fp16")
    parser.add_argument("--plain", action="store_true", help="no nodes of ONNX Runtime's own")
    parser.add_argument("--prompts", type=Path, help="a prompt a line, to find the ranges of int8 with; 16 or more")
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--guidance", type=float, default=1.0)
    parser.add_argument("--size", default="512x512", help="of the pictures that ranges are found with")
    arguments = parser.parse_args()
    loaded = DiffusionPipeline.from_pretrained(arguments.pipeline, torch_dtype=torch.float32)
    feeds = {}
    if arguments.int8:
        prompts = arguments.prompts.read_text().splitlines()
        width, height = map(int, arguments.size.split("x"))
        feeds = record(loaded, prompts, arguments.steps, arguments.guidance, width, height, Inputs())
    export_pipeline(loaded, arguments.out, fused=not arguments.plain)
    del loaded
    shrink(Path(arguments.out), feeds, arguments.int8, arguments.half)
