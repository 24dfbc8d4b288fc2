"""Others that paint on a CPU, with SD-Turbo's shape and random weights: what tools/diffusion/bench.ts times beside ours.

    python peers.py make FOLDER           writes what they read: OpenVINO's fp32 IR (4.8 GB), fp16 safetensors for
                                          stable-diffusion.cpp (2.5 GB); takes 12 GB of memory
    python peers.py openvino FOLDER PRECISION COUNT SIDE STEPS THREADS
                                          paints twice, and prints {"first", "cpu", "text", "unet", "decode"} in
                                          seconds as JSON: all of the first time from the start, parts of the second

Run with torch 2.15, diffusers 0.42.1, openvino 2026.4. PRECISION is f32 or bf16: what OpenVINO calculates in (its own choice, where
the processor has it, is bf16). stable-diffusion.cpp is its own program (sd-cli of stable-diffusion-cpp-python 0.4.7's sources):

    cmake -G Ninja -DCMAKE_BUILD_TYPE=Release -DGGML_NATIVE=ON -DGGML_LLAMAFILE=ON \
        -DSD_BUILD_EXAMPLES=ON SOURCES && ninja sd-cli
"""

import gc
import json
import sys
import time
from pathlib import Path


def make(folder):
    """One part after the other, each to both forms."""
    import openvino
    import torch

    from export_onnx import Decoder, TextEncoder, Unet
    from real_shape import make_text_encoder, make_unet, make_vae

    (folder / "openvino").mkdir(parents=True, exist_ok=True)
    latent, states = torch.randn(2, 4, 16, 16), torch.randn(2, 77, 1024)
    parts = {
        "text_encoder": (make_text_encoder, TextEncoder, {"input_ids": torch.zeros((2, 77), dtype=torch.int64)}),
        "unet": (make_unet, Unet, {"sample": latent, "timestep": torch.tensor([999]), "encoder_hidden_states": states}),
        "vae": (make_vae, Decoder, {"latent_sample": latent}),
    }
    for part, (born, wrapper, example) in parts.items():
        model = born()
        with torch.no_grad():
            converted = openvino.convert_model(wrapper(model).eval(), example_input=example)
        openvino.save_model(converted, folder / "openvino" / f"{part}.xml", compress_to_fp16=False)
        del converted
        gc.collect()
        save_half(model, folder / "sdcpp" / part, part)
        del model
        gc.collect()


def save_half(model, folder, part):
    from safetensors.torch import save_file

    # Transformers 5 says no longer whose layers they are; stable-diffusion.cpp knows them by the names of before.
    owner, file = ("text_model.", "model") if part == "text_encoder" else ("", "diffusion_pytorch_model")
    weights = {f"{owner}{name}": weight.half().contiguous() for name, weight in model.state_dict().items()}
    folder.mkdir(parents=True, exist_ok=True)
    save_file(weights, str(folder / f"{file}.safetensors"))


def openvino_run(folder, precision, count, side, steps, threads):
    started = time.perf_counter()
    import numpy as np
    import openvino

    core = openvino.Core()
    settings = {
        "INFERENCE_PRECISION_HINT": precision,
        "INFERENCE_NUM_THREADS": threads,
        "PERFORMANCE_HINT": "LATENCY",
    }
    parts = {}
    for part in ("text_encoder", "unet", "vae"):
        parts[part] = core.compile_model(core.read_model(folder / "openvino" / f"{part}.xml"), "CPU", settings)

    def paint():
        began = time.perf_counter()
        states = parts["text_encoder"]([np.full((1, 77), 100, np.int64)])[0]
        told = time.perf_counter()
        latent = np.random.default_rng(1).standard_normal((count, 4, side // 8, side // 8)).astype(np.float32) * 14.6
        states = np.repeat(states, count, axis=0)
        # Euler with trailing spacing, as SD-Turbo is run: from the largest sigma of its schedule down to none.
        sigmas = np.append(14.6146 * np.linspace(1, 0, steps + 1)[:-1], 0).astype(np.float32)
        for step in range(steps):
            given = latent / np.sqrt(sigmas[step] ** 2 + 1)
            timestep = np.array([999 - step * 999 // steps], np.int64)
            noise = parts["unet"]([given, timestep, states])[0]
            latent = latent + noise * (sigmas[step + 1] - sigmas[step])
        painted = time.perf_counter()
        pixels = parts["vae"]([latent])[0]
        assert pixels.shape == (count, 3, side, side) and np.isfinite(pixels).all()
        return {"text": told - began, "unet": painted - told, "decode": time.perf_counter() - painted}

    # Only the second time has all weights in memory and packed, as ours has when it paints once more.
    paint()
    times = {"first": time.perf_counter() - started, "cpu": time.process_time(), **paint()}
    print(json.dumps({name: round(value, 3) for name, value in times.items()}))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        folder, precision = Path(sys.argv[2]), sys.argv[3]
        openvino_run(folder, precision, *map(int, sys.argv[4:8]))
