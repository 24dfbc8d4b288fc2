"""What the parts of a pipeline are given while it paints: the numbers that ranges are found with."""

import numpy as np
import torch


def record(pipeline, prompts, steps, guidance, width, height, inputs, most=24):
    """Paints one picture per prompt in torch. Feeds per part, as the exported graph takes them; `most` of each, spread evenly."""
    seen = {"text_encoder": [], "unet": [], "vae_decoder": [], "vae_encoder": []}

    def text(given, named):
        ids = named["input_ids"] if "input_ids" in named else given[0]
        seen["text_encoder"].append({"input_ids": array(ids, inputs.ids)})

    def unet(given, named):
        timestep = torch.as_tensor(given[1]).reshape([] if inputs.scalar_timestep else [1])
        feed = {
            "sample": array(given[0]),
            "timestep": array(timestep, inputs.timestep),
            "encoder_hidden_states": array(named["encoder_hidden_states"]),
        }
        if named.get("timestep_cond") is not None:
            feed["timestep_cond"] = array(named["timestep_cond"])
        seen["unet"].append(feed)

    def decoder(given, _named):
        seen["vae_decoder"].append({"latent_sample": array(given[0])})

    watched = [(pipeline.text_encoder, "forward", text), (pipeline.unet, "forward", unet), (pipeline.vae, "decode", decoder)]
    own = [watch(*each) for each in watched]
    pipeline.set_progress_bar_config(disable=True)
    with torch.no_grad():
        for number, prompt in enumerate(prompts):
            picture = pipeline(
                prompt,
                num_inference_steps=steps,
                guidance_scale=guidance,
                width=width,
                height=height,
                generator=torch.Generator().manual_seed(number),
                output_type="np",
            ).images
            seen["vae_encoder"].append({"sample": picture.transpose(0, 3, 1, 2).astype(np.float32) * 2 - 1})
    for give_back in own:
        give_back()
    return {part: spread(feeds, most) for part, feeds in seen.items()}


def watch(module, name, look):
    """Sees every call of a method; returns what ends that."""
    method = getattr(module, name)

    def seeing(*given, **named):
        look(given, named)
        return method(*given, **named)

    setattr(module, name, seeing)
    return lambda: delattr(module, name)


def array(tensor, dtype=torch.float32):
    return tensor.detach().to(dtype).numpy().copy()


def spread(feeds, most):
    return [feeds[index * len(feeds) // min(most, len(feeds))] for index in range(min(most, len(feeds)))]
