"""The autoencoder of the picture-book model: 8x8 pixels to 8 latent channels, with most of its work done at a quarter of the size, as
flat drawings need it and processors like it. Its two halves have the inputs and outputs of a diffusers VAE.
"""

import torch
from torch import nn

LATENT = 8


class Block(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(width, width, 3, padding=1), nn.ReLU(), nn.Conv2d(width, width, 3, padding=1))

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Encoder(nn.Module):
    """Pictures -1..1 [n, 3, h, w] to latents [n, 8, h / 8, w / 8]."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(12, 32, 3, padding=1),
            Block(32),
            nn.Conv2d(32, 64, 3, stride=2, padding=1),
            Block(64),
            Block(64),
            nn.Conv2d(64, 128, 3, stride=2, padding=1),
            Block(128),
            Block(128),
            nn.Conv2d(128, LATENT, 1),
        )

    def forward(self, sample):
        return self.layers(sample)


class Decoder(nn.Module):
    """Latents [n, 8, h, w] to pictures [n, 3, 8 h, 8 w], about -1..1."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(LATENT, 160, 3, padding=1),
            Block(160),
            Block(160),
            Block(160),
            nn.Conv2d(160, 320, 1),
            nn.PixelShuffle(2),
            Block(80),
            Block(80),
            nn.Conv2d(80, 160, 1),
            nn.PixelShuffle(2),
            Block(40),
            Block(40),
            nn.Conv2d(40, 48, 3, padding=1),
            nn.PixelShuffle(2),
        )
        # Over the seams that shuffled pixels leave.
        self.smooth = nn.Sequential(nn.ReLU(), nn.Conv2d(12, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 3, 3, padding=1))

    def forward(self, latent_sample):
        x = self.layers(latent_sample)
        return x[:, :3] + self.smooth(x)


class Autoencoder(nn.Module):
    def __init__(self, scaling_factor: float = 1.0):
        super().__init__()
        self.encoder, self.decoder, self.scaling_factor = Encoder(), Decoder(), scaling_factor


def apart(seen: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """How far pictures are apart: what is drawn with hard edges has to keep them."""
    error = seen - wanted
    down, across = error[..., 1:, :] - error[..., :-1, :], error[..., 1:] - error[..., :-1]
    return error.abs().mean() + down.abs().mean() + across.abs().mean()
