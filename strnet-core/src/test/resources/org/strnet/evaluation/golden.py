# Average precision, kappa, errors and the two regressions.
#   python3 golden.py > golden_sklearn.csv       (scikit-learn 1.2.1)
import csv

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import (
    average_precision_score,
    cohen_kappa_score,
    mean_absolute_error,
    mean_squared_error,
)

rows = list(csv.DictReader(open("golden_films.csv")))
column = lambda name: np.array([float(row[name]) for row in rows])
x = np.stack([column("x1"), column("x2"), column("x3")], axis=1)
y = column("positive").astype(int)
logistic = LogisticRegression(C=1 / 2.0, tol=1e-12, max_iter=10000).fit(x, y)
ridge = Ridge(alpha=2.0, solver="cholesky").fit(x, column("reference"))
values = {
    "average_precision_a": average_precision_score(y, column("score_a")),
    "average_precision_b": average_precision_score(y, column("score_b")),
    "mae": mean_absolute_error(column("reference"), column("estimate")),
    "rmse": mean_squared_error(column("reference"), column("estimate")) ** 0.5,
    "kappa": cohen_kappa_score(
        column("grade_estimate").astype(int), column("grade_reference").astype(int), weights="quadratic"
    ),
    "logistic_intercept": logistic.intercept_[0],
    "ridge_intercept": ridge.intercept_,
}
for i in range(3):
    values[f"logistic_x{i + 1}"] = logistic.coef_[0][i]
    values[f"ridge_x{i + 1}"] = ridge.coef_[i]
print("name,value")
for name, value in values.items():
    print(name, repr(float(value)), sep=",")
