"""Attention as one node of ONNX Runtime (com.microsoft MultiHeadAttention) in place of the twenty that torch exports.

The node never holds the whole matrix of who looks at whom: at 384x384 that is 85 MB per picture and block of SD-Turbo's outer
layers. Used for the UNet; `Attention` is diffusers' (diffusers/models/attention_processor.py), 0.42.1.
"""

import torch


class _Fused(torch.autograd.Function):
    """Sizes: query [batch, tokens, width], key and value [batch, others, width]; scaled by 1 / sqrt(width of a head)."""

    @staticmethod
    def forward(_context, query, key, value, heads):
        split = lambda each: each.unflatten(-1, (heads, -1)).transpose(1, 2)
        found = torch.nn.functional.scaled_dot_product_attention(split(query), split(key), split(value))
        return found.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph, query, key, value, heads):
        found = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        found.setType(query.type())
        return found


class FusedAttention:
    """In place of diffusers' own processors, for blocks whose input is [batch, tokens, width]."""

    def __call__(self, attention, hidden_states, encoder_hidden_states=None, attention_mask=None, **_options):
        others = hidden_states if encoder_hidden_states is None else encoder_hidden_states
        found = _Fused.apply(
            attention.to_q(hidden_states), attention.to_k(others), attention.to_v(others), attention.heads
        )
        return attention.to_out[0](found)
