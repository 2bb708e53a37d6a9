"""Recomputes figures of metrics.json from predictions.csv and the cohort with scikit-learn and SciPy.

    python3 docs/validation.py STUDY COHORT.csv
"""
import csv
import json
import sys

import numpy as np
from scipy import stats
from sklearn import linear_model, metrics

study, cohort = sys.argv[1:]
reported = json.load(open(study + "/metrics.json"))
said = list(csv.DictReader(open(study + "/predictions.csv")))
films = {row["image"]: row for row in csv.DictReader(open(cohort))}
rows = [(p, films[p["image"]]) for p in said if p["outcome"] == "assessed"]


def label(film):
    if film["bone_loss"]:
        return int(film["bone_loss"])
    return None if not film["bone_status"] else int(film["bone_status"] != "normal")


screened = [(float(p["p_bone_loss"]), p["decision"] == "refer", label(f)) for p, f in rows]
screened = [row for row in screened if row[2] is not None]
score, referred, loss = (np.array(column) for column in zip(*screened))
logit = np.log(score / (1 - score))
pairs = [(float(p["t_score"]), float(f["t_score"])) for p, f in rows if f["t_score"]]
estimate, reference = (np.array(column) for column in zip(*pairs))
graded = [
    (float(p["p_osteoporosis_given_loss"]), f["bone_status"] == "osteoporosis")
    for p, f in rows
    if f["bone_status"] in ("osteopenia", "osteoporosis")
]
slope = linear_model.LogisticRegression(C=np.inf, tol=1e-10, max_iter=10000)
found, n = referred[loss == 1].sum(), (loss == 1).sum()
wilson = stats.binomtest(int(found), int(n)).proportion_ci(method="wilson")
difference = estimate - reference
recomputed = {
    "screening.auroc": metrics.roc_auc_score(loss, score),
    "screening.auprc": metrics.average_precision_score(loss, score),
    "screening.sensitivity": found / n,
    "screening.sensitivity low": wilson.low,
    "screening.sensitivity high": wilson.high,
    "screening.mcc": metrics.matthews_corrcoef(loss, referred),
    "screening.brier": metrics.brier_score_loss(loss, score),
    "screening.calibration_slope": slope.fit(logit[:, None], loss).coef_[0][0],
    "severity.auroc": metrics.roc_auc_score(*reversed(list(zip(*graded)))),
    "tscore.pearson": stats.pearsonr(estimate, reference)[0],
    "tscore.spearman": stats.spearmanr(estimate, reference)[0],
    "tscore.mae": metrics.mean_absolute_error(reference, estimate),
    "tscore.bias": difference.mean(),
    "tscore.limit_low": difference.mean() - stats.norm.ppf(0.975) * difference.std(ddof=1),
}
print("| figure | metrics.json | recomputed | difference |\n|---|---|---|---|")
for name, value in recomputed.items():
    metric, _, limit = name.partition(" ")
    ours = reported[metric][limit or "value"]
    print(f"| {name} | {ours:.6f} | {value:.6f} | {abs(ours - value):.1e} |")
