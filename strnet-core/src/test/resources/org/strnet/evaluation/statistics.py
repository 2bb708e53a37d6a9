# Isotonic regression, Brier score, calibration error, kappa, macro-F1, recall, R2.
#   python3 statistics.py > statistics_sklearn.csv       (scikit-learn 1.2.1)
import csv

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import (
    accuracy_score,
    brier_score_loss,
    cohen_kappa_score,
    f1_score,
    r2_score,
    recall_score,
)

rows = list(csv.DictReader(open("statistics_films.csv")))
column = lambda name: np.array([float(row[name]) for row in rows])
y = column("positive").astype(int)
p = column("probability")
n = len(y)
values = {"brier": brier_score_loss(y, p), "r2": r2_score(column("reference"), column("estimate"))}
values["brier_skill"] = 1 - values["brier"] / brier_score_loss(y, np.full(n, y.mean()))
bounded = IsotonicRegression(y_min=1 / (n + 2), y_max=(n + 1) / (n + 2), out_of_bounds="clip")
for i, fitted in enumerate(bounded.fit(column("logit"), y).predict([-10, -2, -1.05, -0.5, 0, 0.33, 1, 1.77, 10])):
    values[f"isotonic_{i}"] = fitted
for i, fitted in enumerate(IsotonicRegression().fit(p, y).predict(p)[:10]):
    values[f"reliability_{i}"] = fitted
for strategy in ("uniform", "quantile"):
    observed, predicted = calibration_curve(y, p, n_bins=10, strategy=strategy)
    for i in range(len(observed)):
        values[f"{strategy}_observed_{i}"] = observed[i]
        values[f"{strategy}_predicted_{i}"] = predicted[i]
    edges = np.linspace(0, 1, 11) if strategy == "uniform" else np.percentile(p, np.linspace(0, 1, 11) * 100)
    counts = np.bincount(np.searchsorted(edges[1:-1], p), minlength=10)
    values[f"{strategy}_error"] = np.sum(counts[counts > 0] * np.abs(observed - predicted)) / n
truth = column("class_reference").astype(int)
said = column("class_estimate").astype(int)
values["kappa"] = cohen_kappa_score(truth, said, weights="quadratic")
values["macro_f1"] = f1_score(truth, said, average="macro")
values["accuracy"] = accuracy_score(truth, said)
values["majority"] = np.bincount(truth).max() / n
for i, recall in enumerate(recall_score(truth, said, average=None)):
    values[f"recall_{i}"] = recall
print("name,value")
for name, value in values.items():
    print(name, repr(float(value)), sep=",")
