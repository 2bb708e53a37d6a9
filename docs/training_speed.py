"""Images per second of training the same network in Debian's torch, to measure against; not part of the program.

    python3 docs/training_speed.py [--pixels 224] [--batch 16] [--steps 8] [--rounds 5] [--threads 2] [--plain] [--bfloat16]

STR-Net with a MobileNetV2 backbone of one channel, neck of 256, four shared experts, three heads and AdamW, all
stages training, on random films in memory: forward, three losses, backward, step. Channels last unless --plain. For
malloc's best setting start it with MALLOC_MMAP_THRESHOLD_=1000000000 MALLOC_TRIM_THRESHOLD_=1000000000 in the environment.
"""

import argparse
import statistics
import time

import torch
from torch import nn
from torch.nn import functional as F

STAGES = [(1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]


def convolution(inside, outside, kernel=1, stride=1, groups=1, active=True):
    layers = [
        nn.Conv2d(inside, outside, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outside),
    ]
    return nn.Sequential(*layers, *([nn.ReLU6(inplace=True)] if active else []))


class InvertedResidual(nn.Module):
    def __init__(self, inside, outside, stride, expansion):
        super().__init__()
        hidden = inside * expansion
        first = [convolution(inside, hidden)] if expansion > 1 else []
        self.layers = nn.Sequential(
            *first,
            convolution(hidden, hidden, 3, stride, hidden),
            convolution(hidden, outside, active=False),
        )
        self.added = stride == 1 and inside == outside

    def forward(self, x):
        return x + self.layers(x) if self.added else self.layers(x)


class StrNet(nn.Module):
    def __init__(self, width=256, experts=4):
        super().__init__()
        layers, inside = [convolution(1, 32, 3, 2)], 32
        for expansion, outside, count, stride in STAGES:
            for i in range(count):
                layers.append(InvertedResidual(inside, outside, stride if i == 0 else 1, expansion))
                inside = outside
        self.backbone = nn.Sequential(*layers, convolution(inside, 1280))
        self.neck = nn.Sequential(nn.Linear(1280, width), nn.LayerNorm(width), nn.GELU(), nn.Dropout(0.3))
        self.experts = nn.ModuleList(nn.Sequential(nn.Linear(width, width), nn.GELU()) for _ in range(experts))
        self.gates = nn.ModuleList(nn.Linear(width, experts) for _ in range(3))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))
        self.heads = nn.ModuleList(
            [nn.Linear(width, 1), nn.Linear(width, 1), nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, 1))]
        )

    def forward(self, film):
        z = self.neck(self.backbone(film).float().mean((2, 3)))
        opinions = torch.stack([expert(z) for expert in self.experts], 1)
        heads = []
        for gate, norm, head in zip(self.gates, self.norms, self.heads):
            mixed = (torch.softmax(gate(z), 1)[:, :, None] * opinions).sum(1)
            heads.append(head(norm(z + mixed)).squeeze(1))
        return heads


def main():
    parser = argparse.ArgumentParser()
    for name, value in (("pixels", 224), ("batch", 16), ("steps", 8), ("rounds", 5), ("threads", 2)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--bfloat16", action="store_true")
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(1)
    network = StrNet().train()
    films = torch.randn(chosen.batch, 1, chosen.pixels, chosen.pixels)
    if not chosen.plain:
        network = network.to(memory_format=torch.channels_last)
        films = films.contiguous(memory_format=torch.channels_last)
    ones = torch.ones(chosen.batch)
    optimiser = torch.optim.AdamW(network.parameters(), 1e-4)
    seconds = []
    for _ in range(chosen.rounds + 1):
        start = time.perf_counter()
        for _ in range(chosen.steps):
            optimiser.zero_grad(set_to_none=True)
            with torch.autocast("cpu", torch.bfloat16, enabled=chosen.bfloat16):
                screening, severity, t_score = network(films)
            loss = (
                F.binary_cross_entropy_with_logits(screening.float(), ones)
                + 0.5 * F.binary_cross_entropy_with_logits(severity.float(), ones)
                + 0.5 * F.huber_loss(t_score.float(), ones)
            )
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
        seconds.append(time.perf_counter() - start)
    print(f"{chosen.batch * chosen.steps / statistics.median(seconds[1:]):.1f} images/s")


if __name__ == "__main__":
    main()
