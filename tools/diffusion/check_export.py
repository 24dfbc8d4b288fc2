"""Holds an exported folder against the torch pipeline that it came from, at sizes that it was not exported with."""

from pathlib import Path

import numpy as np
import onnxruntime
import torch


def differences(pipeline, folder, inputs, side=11):
    """The largest difference per part, of numbers of about size 1."""
    folder = Path(folder)
    numbers = np.random.default_rng(5)
    given = lambda *shape: numbers.standard_normal(shape).astype(np.float32)
    config, channels = pipeline.unet.config, pipeline.vae.config.latent_channels
    ids = np.array(pipeline.tokenizer("a fox, at night", padding="max_length").input_ids)[None]
    sample, states = given(3, config.in_channels, side, side + 3), given(3, 77, config.cross_attention_dim)
    timestep = np.array(321 if inputs.scalar_timestep else [321])
    unet = {
        "sample": sample,
        "timestep": timestep.astype(numpy_type(inputs.timestep)),
        "encoder_hidden_states": states,
    }
    if config.time_cond_proj_dim is not None:
        unet["timestep_cond"] = given(3, config.time_cond_proj_dim)
    latent, picture = given(1, channels, side, side + 2), given(1, 3, side * 8, side * 8 + 16)
    moments = "latent_dist" if hasattr(pipeline.vae, "quant_conv") else "latents"

    with torch.no_grad():
        wanted = {
            "text_encoder": pipeline.text_encoder(torch.from_numpy(ids)).last_hidden_state,
            "unet": pipeline.unet(**{name: torch.from_numpy(np.asarray(value)) for name, value in unet.items()}).sample,
            "vae_decoder": pipeline.vae.decode(torch.from_numpy(latent)).sample,
            "vae_encoder": getattr(pipeline.vae.encode(torch.from_numpy(picture)), moments),
        }
    if moments == "latent_dist":
        wanted["vae_encoder"] = wanted["vae_encoder"].parameters
    asked = {
        "text_encoder": {"input_ids": ids.astype(numpy_type(inputs.ids))},
        "unet": unet,
        "vae_decoder": {"latent_sample": latent},
        "vae_encoder": {"sample": picture},
    }
    found = {}
    for part, answer in wanted.items():
        session = onnxruntime.InferenceSession(str(folder / part / "model.onnx"))
        got = session.run(None, asked[part])[0]
        found[part] = float(np.abs(got - answer.numpy()).max())
    return found


def numpy_type(torch_type):
    return torch.zeros(1, dtype=torch_type).numpy().dtype
