"""The shapes of the picture-book model: real classes of diffusers and transformers, small."""

import torch
from diffusers import EulerAncestralDiscreteScheduler, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

SIDE = 384
WINDOW = 48
WIDTH = 256
LATENT = 8

SCHEDULER = {
    "num_train_timesteps": 1000,
    "beta_schedule": "squaredcos_cap_v2",
    "prediction_type": "v_prediction",
    "rescale_betas_zero_snr": True,
    "timestep_spacing": "trailing",
    "clip_sample": False,
}


STEPS = 24
GUIDANCE = 2.5
# Until here it is left to itself, or it puts whoever could stand in two places into both.
GUIDED_BELOW = 700


def make_sampler() -> EulerAncestralDiscreteScheduler:
    """Of STEPS steps, as the model is painted with."""
    config = {name: value for name, value in SCHEDULER.items() if name != "clip_sample"}
    sampler = EulerAncestralDiscreteScheduler(**config)
    sampler.set_timesteps(STEPS)
    return sampler


def guide(seen: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """What the UNet sees without the captions and with them, one half each, becomes what is painted."""
    free, wanted = seen.chunk(2)
    return free + GUIDANCE * (wanted - free) if t < GUIDED_BELOW else wanted


def make_text_encoder(vocabulary: int) -> CLIPTextModel:
    """Ids [pictures, 48] to states [pictures, 48, 256]."""
    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=vocabulary,
            hidden_size=WIDTH,
            intermediate_size=4 * WIDTH,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=WINDOW,
            bos_token_id=vocabulary - 2,
            eos_token_id=vocabulary - 1,
            pad_token_id=vocabulary - 1,
            projection_dim=WIDTH,
        )
    )


def make_unet() -> UNet2DConditionModel:
    """Latents [pictures, 8, height / 8, width / 8] see the text where they are halved, and halved again."""
    return UNet2DConditionModel(
        sample_size=SIDE // 8,
        in_channels=LATENT,
        out_channels=LATENT,
        block_out_channels=(128, 256, 384),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        mid_block_type="UNetMidBlock2DCrossAttn",
        cross_attention_dim=WIDTH,
        attention_head_dim=(2, 4, 6),
        use_linear_projection=True,
    )
