"""The steps of `strnet screen` in Python, to measure against; none of it is part of the program.

    python3 docs/pipeline.py BUNDLE FILM_OR_FOLDER [--processes P] [--threads T] [--batch B] [--eager]

Reads films (DICOM by pydicom, pictures by Pillow), finds the knees in two looks, cuts the crops out, runs the
network and its calibration-free logits: the bundle's own two ONNX files, their operators run by torch. By default
their graphs are traced, frozen and optimised by torch for inference. Each process takes its share of the films, B at a
time. Prints films per second behind loading and one film to warm up, and writes image, knee and logit of bone loss
to standard output. Needs python3-torch, python3-onnx, python3-pydicom and python3-pil of Debian.
"""

import argparse
import json
import math
import multiprocessing
import os
import sys
import time

import numpy as np
import onnx
import pydicom
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from PIL import Image

SIMPLE = {
    "Mul": torch.mul,
    "Add": torch.add,
    "Sub": torch.sub,
    "Div": torch.div,
    "MatMul": torch.matmul,
    "Relu": torch.relu,
    "Erf": torch.erf,
    "Exp": torch.exp,
    "Sqrt": torch.sqrt,
    "Clip": lambda x, low, high: torch.clamp(x, low, high),
    "GlobalAveragePool": lambda x: x.mean((2, 3), keepdim=True),
}


def operator(node):
    """What torch does for an ONNX node: a function of its inputs."""
    of = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    kind = node.op_type
    if kind in SIMPLE:
        return SIMPLE[kind]
    if kind == "Conv":
        pads = of["pads"]
        stride, groups = of.get("strides", [1, 1]), of.get("group", 1)
        if pads[:2] == pads[2:]:
            return lambda x, w, b=None: F.conv2d(x, w, b, stride, pads[:2], 1, groups)
        around = [pads[1], pads[3], pads[0], pads[2]]
        return lambda x, w, b=None: F.conv2d(F.pad(x, around), w, b, stride, 0, 1, groups)
    if kind == "Gemm":
        turned = of.get("transB", 0)
        return lambda x, w, b: F.linear(x, w if turned else w.t(), b)
    if kind == "ReduceMean":
        return lambda x, *_: x.mean(of["axes"], keepdim=bool(of.get("keepdims", 1)))
    if kind == "ReduceSum":
        return lambda x, axes: x.sum(tuple(axes), keepdim=bool(of.get("keepdims", 1)))
    if kind == "Softmax":
        return lambda x: torch.softmax(x, of.get("axis", -1))
    if kind == "Concat":
        return lambda *x: torch.cat(x, of["axis"])
    if kind == "Flatten":
        return lambda x: x.flatten(of.get("axis", 1))
    if kind == "Squeeze":
        return lambda x, axes: x.squeeze(int(axes[0]))
    if kind == "Slice":
        return lambda x, start, end, axes: x.narrow(axes[0], start[0], end[0] - start[0])
    if kind == "Resize":
        return lambda x, *rest: F.interpolate(x, scale_factor=2, mode="nearest")
    raise ValueError("unknown operator " + kind)


class Graph(torch.nn.Module):
    """An ONNX file, node by node."""

    def __init__(self, file, wanted):
        super().__init__()
        graph = onnx.load(file).graph
        self.constants, self.numbers = {}, {}
        for tensor in graph.initializer:
            value = numpy_helper.to_array(tensor)
            if value.dtype == np.int64:
                self.numbers[tensor.name] = [int(v) for v in value.reshape(-1)]
            else:
                value = torch.from_numpy(value.copy())
                self.constants[tensor.name] = (
                    value.contiguous(memory_format=torch.channels_last) if value.dim() == 4 else value
                )
        self.inputs = [i.name for i in graph.input]
        self.wanted = wanted
        self.nodes = needed(graph.node, wanted)

    def forward(self, *given):
        values = dict(zip(self.inputs, given), **self.constants)
        for node, run in self.nodes:
            read = [values.get(name, self.numbers.get(name)) for name in node.input if name]
            values[node.output[0]] = run(*read)
        return tuple(values[name] for name in self.wanted)


def needed(nodes, wanted):
    """The nodes that the wanted outputs rest on, in order."""
    open_names, kept = set(wanted), []
    for node in reversed(nodes):
        if node.output[0] in open_names:
            kept.append((node, operator(node)))
            open_names.update(node.input)
    return kept[::-1]


def fast(graph, *examples):
    with torch.no_grad():
        traced = torch.jit.trace(graph.eval(), examples)
        return torch.jit.optimize_for_inference(torch.jit.freeze(traced))


class Film:
    def __init__(self, path):
        if is_dicom(path):
            data = pydicom.dcmread(path)
            pixels = data.pixel_array.astype(np.float32)
            if data.PhotometricInterpretation == "MONOCHROME1":
                pixels = 2**data.BitsStored - 1 - pixels
            self.image = Image.fromarray(pixels)
        else:
            self.image = Image.open(path)
            self.image.load()
            if self.image.mode != "L":
                self.image = self.image.convert("L")

    def reduced(self, left, top, side, size):
        """Area means of a square; NaN, and an edge's value, where it leaves the film."""
        image, cell = self.image, side / size
        x0, y0 = max(left, 0), max(top, 0)
        x1, y1 = min(left + side, image.width), min(top + side, image.height)
        first, last = round((x0 - left) / cell), round((x1 - left) / cell)
        upper, lower = round((y0 - top) / cell), round((y1 - top) / cell)
        inner = image.resize((last - first, lower - upper), Image.BOX, (x0, y0, x1, y1))
        return np.asarray(inner, np.float32), (upper, size - lower), (first, size - last)


def is_dicom(path):
    with open(path, "rb") as file:
        head = file.read(132)
    return head[128:] == b"DICM"


def scaled(values, low, high):
    low, high = np.percentile(values, [low, high])
    return (values - low) / max(high - low, 1e-6) * 2 - 1


class Pipeline:
    def __init__(self, folder, eager):
        with open(os.path.join(folder, "bundle.json")) as file:
            bundle = json.load(file)
        self.finder, self.pixels = bundle["knee_finder"], bundle["pixels"]
        self.variables = 2 * len(bundle.get("clinical", {}).get("variables", []))
        size, side = self.finder["input_size"], self.pixels["input_size"]
        self.look = Graph(os.path.join(folder, "knee.onnx"), ["joints"])
        self.network = Graph(os.path.join(folder, "network.onnx"), ["bone_loss_logit", "severity_logit", "t_score"])
        if not eager:
            self.look = fast(self.look, torch.randn(2, 1, size, size))
            film = torch.randn(2, 1, side, side)
            clinical = [torch.zeros(2, self.variables)] if self.variables else []
            self.network = fast(self.network, film, *clinical)

    def films(self, paths):
        """Image, place of the knee and logit of each knee of some films."""
        films = [Film(path) for path in paths]
        squares = []
        for film in films:
            side = max(film.image.size)
            squares.append((film, (film.image.width - side) / 2, (film.image.height - side) / 2, side))
        first = [best(peaks) for peaks in self.joints(squares)]
        closer = []
        for (film, left, top, side), peak in zip(squares, first):
            if peak is not None:
                x, y, width = left + peak[0] * side, top + peak[1] * side, peak[2] * side
                whole = width * self.finder["close_up_widths"]
                closer.append((film, x - whole / 2, y - whole / 2, whole))
        knees = []
        for (film, left, top, side), peaks in zip(closer, self.joints(closer)):
            peak = best(peaks)
            if peak is not None and peak[4] >= self.finder["confidence_threshold"]:
                x, y, width = left + peak[0] * side, top + peak[1] * side, peak[2] * side
                knees.append((film, x, y, width, peak[3]))
        if not knees:
            return []
        crops = torch.from_numpy(np.stack([self.crop(*knee) for knee in knees])[:, None])
        given = [torch.zeros(len(knees), self.variables)] if self.variables else []
        logits = self.network(crops, *given)[0].reshape(-1).tolist()
        return [(paths[films.index(k[0])], k[1] / k[0].image.width, logit) for k, logit in zip(knees, logits)]

    def joints(self, squares):
        if not squares:
            return []
        size = self.finder["input_size"]
        pictures = []
        for film, left, top, side in squares:
            inner, rows, columns = film.reduced(left, top, side, size)
            inner = np.clip(scaled(inner, 1, 99), -1, 1)
            pictures.append(np.pad(inner, (rows, columns), constant_values=-1))
        planes = self.look(torch.from_numpy(np.stack(pictures)[:, None].astype(np.float32)))[0].numpy()
        return [decode(p, self.finder["candidate_confidence"]) for p in planes]

    def crop(self, film, x, y, width, right):
        size = self.pixels["input_size"]
        side = width * self.pixels["crop_widths"]
        top = y - self.pixels["centre_shift"] * width - side / 2
        inner, rows, columns = film.reduced(x - side / 2, top, side, size)
        inner = scaled(inner, self.pixels["low_percentile"], self.pixels["high_percentile"])
        whole = np.pad(inner, (rows, columns), mode="edge")
        return np.ascontiguousarray(whole if right >= 0.5 else whole[:, ::-1], np.float32)


def decode(planes, least):
    """Peaks of the centre map: x, y, width in sides, fibula on the right, confidence."""
    centre = planes[0]
    padded = np.pad(centre, 1, constant_values=-np.inf)
    n = len(centre)
    around = np.max([padded[i : i + n, j : j + n] for i in range(3) for j in range(3)], axis=0)
    peaks = []
    for row, column in zip(*np.where((centre >= around) & (centre >= math.log(least / (1 - least))))):
        dx, dy, log_width, side = planes[1:, row, column]
        peaks.append(
            (
                (column + 0.5 + dx) / n,
                (row + 0.5 + dy) / n,
                math.exp(min(log_width, 5)) / n,
                1 / (1 + math.exp(-side)),
                1 / (1 + math.exp(-centre[row, column])),
            )
        )
    return peaks


def best(peaks):
    return max(peaks, key=lambda peak: peak[4], default=None)


def share(arguments, paths, gate, answers):
    torch.set_num_threads(arguments.threads)
    with torch.no_grad():
        pipeline = Pipeline(arguments.bundle, arguments.eager)
        for _ in range(3):
            pipeline.films(paths[: arguments.batch])
        gate.wait()
        found = []
        for start in range(0, len(paths), arguments.batch):
            found += pipeline.films(paths[start : start + arguments.batch])
        answers.put(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bundle")
    parser.add_argument("films")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--eager", action="store_true")
    arguments = parser.parse_args()
    paths = [arguments.films]
    if os.path.isdir(arguments.films):
        paths = sorted(os.path.join(at, name) for at, _, names in os.walk(arguments.films) for name in names)
        paths = [p for p in paths if p.lower().endswith((".jpg", ".png", ".dcm"))]
    gate, answers = multiprocessing.Barrier(arguments.processes + 1), multiprocessing.Queue()
    workers = [
        multiprocessing.Process(target=share, args=(arguments, paths[i :: arguments.processes], gate, answers))
        for i in range(arguments.processes)
    ]
    for worker in workers:
        worker.start()
    gate.wait()
    start = time.perf_counter()
    found = [knee for _ in workers for knee in answers.get()]
    seconds = time.perf_counter() - start
    for path, x, logit in sorted(found):
        print(f"{os.path.basename(path)},{x:.3f},{logit:.4f}")
    print(f"{len(paths)} films, {len(found)} knees, {len(paths) / seconds:.1f} films/s", file=sys.stderr)


if __name__ == "__main__":
    main()
