"""What can be read from the films without training a network on them.

Linear probes on features of a backbone that knows nothing of these films. Needs numpy and
scikit-learn; none of it is part of the program.

    java -cp TEST_CLASS_PATH org.strnet.training.weights.FrozenFeatures DATA/knee-cohort/cohort.csv \
        DATA/backbones/mobilenet_v2_1.0_gray.safetensors 320 1.3 0.13 joint
    java ... the same with 320 2.0 0.13 wide
    python3 docs/probes.py DATA/knee-cohort joint wide

Folds are those of the cohort, by patient. Penalties are fixed beforehand, the same for every target of a kind:
logistic C = 10 with balanced classes, ridge 0.03 on standardised features and target, features divided by the
root of their number. Intervals: bootstrap over patients, 1,000 times, seed 1, folds held as they are.
"""

import csv
import os
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

CLASSES = {"sex", "bone_loss", "severity", "parity"}


def rows(folder, name):
    with open(os.path.join(folder, name)) as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else np.nan


def target(name, row, folder_label):
    if name == "sex":
        return float(row["sex"] == "male")
    if name == "severity":
        return {"osteoporosis": 1.0, "osteopenia": 0.0}.get(row["bone_status"], np.nan)
    if name == "parity":
        return number(folder_label.get(row["image"], ""))
    return number(row[name])


def features(prefixes):
    read = []
    for prefix in prefixes:
        with open(prefix + ".csv") as file:
            index = [int(line["row"]) for line in csv.DictReader(file)]
        values = np.fromfile(prefix + ".features", "<f4").reshape(len(index), -1)
        read.append(dict(zip(index, values)))
    common = sorted(set.intersection(*(set(part) for part in read)))
    return common, np.hstack([[part[row] for row in common] for part in read])


def predict(binary, x, y, new):
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    x, new = ((v - mean) / deviation / np.sqrt(x.shape[1]) for v in (x, new))
    if binary:
        model = LogisticRegression(C=10, max_iter=300, class_weight="balanced")
        return model.fit(x, y).decision_function(new)
    return Ridge(alpha=0.03).fit(x, (y - y.mean()) / y.std()).predict(new) * y.std() + y.mean()


def held_out(binary, x, y, folds, keep=None):
    out = np.zeros(len(y))
    for fold in sorted(set(folds)):
        train = (folds != fold) if keep is None else (folds != fold) & keep
        out[folds == fold] = predict(binary, x[train], y[train], x[folds == fold])
    return out


def score(binary, y, predicted):
    return roc_auc_score(y, predicted) if binary else np.corrcoef(y, predicted)[0, 1]


def within(y, predicted, stratum):
    """AUROC over pairs of films of one framing only."""
    right = pairs = 0
    for value in set(stratum):
        positive = predicted[(stratum == value) & (y == 1)]
        negative = predicted[(stratum == value) & (y == 0)]
        right += (positive[:, None] > negative).sum() + 0.5 * (positive[:, None] == negative).sum()
        pairs += len(positive) * len(negative)
    return right / pairs


def interval(patients, figure):
    generator = np.random.default_rng(1)
    names = np.unique(patients)
    own = {name: np.where(patients == name)[0] for name in names}
    values = []
    for _ in range(1000):
        drawn = np.concatenate([own[name] for name in generator.choice(names, len(names))])
        value = figure(drawn)
        if value is not None and np.isfinite(value):
            values.append(value)
    return np.percentile(values, [2.5, 97.5])


def told(value, limits):
    return f"{value:.3f} ({limits[0]:.3f} to {limits[1]:.3f})"


def clinical(row):
    """What everybody knows: age, sex, body mass index; a mean where one is missing."""
    age, size = number(row["age"]), number(row["bmi"])
    return [51.5 if np.isnan(age) else age, float(row["sex"] == "male"), 27.5 if np.isnan(size) else size]


def both(train_x, train_y, clinic, folds):
    """Clinical variables alone, and with the film's score as one more; that score is held out twice."""
    alone, joined = np.zeros(len(train_y)), np.zeros(len(train_y))
    for fold in sorted(set(folds)):
        train, test = folds != fold, folds == fold
        inner = held_out(True, train_x[train], train_y[train], folds[train])
        film = predict(True, train_x[train], train_y[train], train_x[test])
        alone[test] = predict(True, clinic[train], train_y[train], clinic[test])
        joined[test] = predict(
            True,
            np.column_stack([clinic[train], inner]),
            train_y[train],
            np.column_stack([clinic[test], film]),
        )
    return alone, joined


def main(folder, prefixes):
    films = rows(folder, "cohort.csv")
    folder_label = {row["image"]: row["bone_loss"] for row in rows(folder, "folder-labels.csv")}
    common, x_all = features(prefixes)
    for name in ("sex", "bmi", "age", "bone_loss", "severity", "t_score", "parity"):
        binary = name in CLASSES
        y = np.array([target(name, films[i], folder_label) for i in common])
        known = ~np.isnan(y)
        here = [films[i] for i, is_known in zip(common, known) if is_known]
        x, y = x_all[known], y[known]
        folds = np.array([row["fold"] for row in here])
        patients = np.array([row["patient"] for row in here])
        framing = np.array([row["framing"] for row in here])
        generator = np.random.default_rng(1)
        order = generator.permutation(np.unique(patients))
        for share in (0.25, 0.5, 1):
            keep = np.isin(patients, order[: int(round(share * len(order)))])
            predicted = held_out(binary, x, y, folds, keep)
            limits = interval(
                patients,
                lambda d: score(binary, y[d], predicted[d]) if len(set(y[d])) > 1 else None,
            )
            print(f"{name}: {keep.sum()} films to learn from, {len(y)} judged: {told(score(binary, y, predicted), limits)}")
        if name in ("bone_loss", "severity", "parity"):
            limits = interval(patients, lambda d: within(y[d], predicted[d], framing[d]))
            print(f"{name}: within one framing {told(within(y, predicted, framing), limits)}")
            alone, joined = both(x, y, np.array([clinical(row) for row in here]), folds)
            gain = lambda d: score(True, y[d], joined[d]) - score(True, y[d], alone[d]) if len(set(y[d])) > 1 else None
            every = np.arange(len(y))
            print(
                f"{name}: age, sex, BMI {score(True, y, alone):.3f}, with the film {score(True, y, joined):.3f},"
                f" gain {told(gain(every), interval(patients, gain))}"
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
