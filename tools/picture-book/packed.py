"""Weights as small as they will be in the end: int8 per row, as the quantiser rounds them later, so that nothing is lost by it."""

import torch

from autoencoder import Autoencoder

Packed = dict[str, torch.Tensor | tuple[torch.Tensor, torch.Tensor]]


def pack(state: dict[str, torch.Tensor]) -> Packed:
    """Matrices and kernels become int8 and a scale (float32) a row, all else float32."""
    return {name: _rows(weight) if weight.ndim > 1 else weight.float().cpu() for name, weight in state.items()}


def unpack(packed: Packed) -> dict[str, torch.Tensor]:
    return {name: one if isinstance(one, torch.Tensor) else one[0].float() * one[1] for name, one in packed.items()}


def _rows(weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    weight = weight.detach().float().cpu()
    scale = weight.abs().amax(tuple(range(1, weight.ndim)), keepdim=True).clamp(min=1e-12) / 127
    return (weight / scale).round().to(torch.int8), scale


def read(path: str) -> dict:
    """What train.py has written, its files put together again (cat trained.pt.*)."""
    return torch.load(path, map_location="cpu", weights_only=True)


def autoencoder_of(trained: dict) -> Autoencoder:
    vae = Autoencoder(trained["scaling_factor"])
    vae.load_state_dict(trained["vae"])
    return vae.eval().requires_grad_(False)
