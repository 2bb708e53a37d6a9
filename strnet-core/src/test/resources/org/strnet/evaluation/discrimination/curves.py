# Precision-recall points, one-versus-rest areas and figures of decisions, on ../golden_films.csv.
#   python3 curves.py > curves.csv       (scikit-learn 1.2.1, numpy 1.24.2)
import csv

import numpy
from sklearn import metrics

rows = list(csv.DictReader(open("../golden_films.csv")))
label = numpy.array([int(row["positive"]) for row in rows])
a = numpy.array([float(row["score_a"]) for row in rows])
b = numpy.array([float(row["score_b"]) for row in rows])


def put(name, value):
    print(f"{name},{float(value)!r}")


print("name,value")
precision, recall, thresholds = metrics.precision_recall_curve(label, a)
put("points", len(thresholds))
for i in range(0, len(thresholds), 7):
    put(f"threshold_{i}", thresholds[i])
    put(f"precision_{i}", precision[i])
    put(f"recall_{i}", recall[i])

# Three classes: the label's films split by whether their number is even; scores that add up to 1.
classes = numpy.where(label == 0, 0, 1 + numpy.arange(len(label)) % 2)
weights = numpy.stack([numpy.exp(-a), numpy.exp(a / 2), numpy.exp(b)], axis=1)
scores = weights / weights.sum(axis=1, keepdims=True)
for k in range(3):
    put(f"one_versus_rest_{k}", metrics.roc_auc_score(classes == k, scores[:, k]))
put("one_versus_rest_mean", metrics.roc_auc_score(classes, scores, multi_class="ovr", average="macro"))

referred = a >= numpy.median(a)
put("threshold", numpy.median(a))
put("balanced_accuracy", metrics.balanced_accuracy_score(label, referred))
put("f1", metrics.f1_score(label, referred))
put("matthews", metrics.matthews_corrcoef(label, referred))
put("ppv", metrics.precision_score(label, referred))
put("sensitivity", metrics.recall_score(label, referred))
