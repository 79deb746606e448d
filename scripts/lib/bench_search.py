"""The engine's search written with scikit-learn: successive halving over 24 configurations of every family."""

import numpy
import pandas
from sklearn.base import clone
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import TransformedTargetRegressor
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.pipeline import Pipeline

from bench_sklearn import MOST_ROWS_OF_SVM, pipeline

CANDIDATES, FACTOR, FINALISTS, FEW_ROWS = 24, 3, 3, 1000
ROUND_FOLDS = [2, 3, 5]
# How `pipeline` wraps them.
SUPPORT_VECTORS = (CalibratedClassifierCV, TransformedTargetRegressor)

# Families as the engine lists them, the default first.
BOOSTING = [{"learning_rate": rate, "max_iter": rounds, "max_leaf_nodes": leaves, "l2_regularization": l2, "min_samples_leaf": least}
            for rate, rounds in [(0.1, 100), (0.05, 200), (0.2, 50)] for leaves in [31, 7, 15] for l2, least in [(0.0, 20), (1.0, 10)]]
FORESTS = [{"min_samples_leaf": least} | more for more in ({}, {"max_features": 0.5}) for least in [1, 3, 10]]
NEIGHBORS = [{"n_neighbors": count, "weights": weights} for count in [5, 1, 3, 9, 15, 25, 50] for weights in ["uniform", "distance"]]
MACHINES = [{"kernel": "rbf", "C": c, "gamma": gamma} for c, gamma in [
    (1.0, "scale"), (10.0, "scale"), (100.0, "scale"), (0.1, "scale"), (1.0, 0.1), (10.0, 0.1), (1.0, 0.01), (10.0, 0.01), (100.0, 0.001),
]] + [{"kernel": "linear", "C": c} for c in [0.01, 0.1, 1.0]]
SMALL_TREES = [{"max_depth": depth, "min_samples_leaf": least} for least in [5, 20] for depth in [5, 3, 8]]
LAST = {"knn": NEIGHBORS, "svm": MACHINES, "decision_tree": SMALL_TREES}
SPACES = {
    "classification": {"logistic": [{"C": c} for c in [1.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 3.0, 10.0, 100.0]],
                       "naive_bayes": [{"var_smoothing": value} for value in [1e-9, 1e-6, 1e-4, 1e-3, 1e-2, 1e-1]],
                       "random_forest": FORESTS, "gradient_boosting": BOOSTING} | LAST,
    "regression": {"ridge": [{"alpha": alpha} for alpha in [1.0, 0.01, 0.1, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0]],
                   "random_forest": FORESTS, "gradient_boosting": BOOSTING,
                   "elastic_net": [{"alpha": alpha, "l1_ratio": share} for alpha in [1.0, 0.001, 0.01, 0.1, 3.0]
                                   for share in [0.5, 0.1, 0.9, 1.0]]} | LAST,
}


def candidates(features: pandas.DataFrame, task: str, seed: int) -> list[Pipeline]:
    """The default of each family, then others of each in turn, in random order."""
    random = numpy.random.default_rng(seed)
    lists = []
    for family, settings in SPACES[task].items():
        order = [0, *(1 + random.permutation(len(settings) - 1))]
        lists.append([(family, settings[index]) for index in order])
    longest = max(map(len, lists))
    chosen = [family[place] for place in range(longest) for family in lists if place < len(family)][:CANDIDATES]
    return [pipeline(features, task, family, seed, **settings) for family, settings in chosen]


def search(features: pandas.DataFrame, target: pandas.Series, task: str, seed: int) -> tuple[Pipeline, list]:
    """The winner, not fitted, and how all of them did."""
    classify = task == "classification"
    score = accuracy_score if classify else r2_score
    running = [(model, []) for model in candidates(features, task, seed)]
    parts = list((StratifiedKFold if classify else KFold)(5, shuffle=True, random_state=seed).split(features, target))
    random, leaderboard = numpy.random.default_rng(seed), []
    sampled = None
    for number, folds in enumerate(ROUND_FOLDS):
        rows = min(len(features), max(FEW_ROWS, len(features) // 3 ** (len(ROUND_FOLDS) - 1 - number)))
        if rows > MOST_ROWS_OF_SVM:
            running = [entry for entry in running if not isinstance(entry[0][-1], SUPPORT_VECTORS)]
        for model, scores in running:
            if sampled != rows:
                scores.clear()
            for learnt, tested in parts[len(scores):folds]:
                learnt = random.permutation(learnt)[:rows]
                fitted = clone(model).fit(features.iloc[learnt], target.iloc[learnt])
                scores.append(score(target.iloc[tested[:rows]], fitted.predict(features.iloc[tested[:rows]])))
        sampled = rows
        running.sort(key=lambda entry: -numpy.mean(entry[1]))
        leaderboard += [(number, str(model[-1]), scores[:]) for model, scores in running]
        if folds != ROUND_FOLDS[-1]:
            running = running[:max(FINALISTS, -(-len(running) // FACTOR))]
    return running[0][0], leaderboard
