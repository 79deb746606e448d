"""What `stint train` does, written with scikit-learn: from a CSV to a saved model with its report.

`python bench_peer.py FILE TARGET TASK MODEL FOLDER`; MODEL is a family, or `auto` to search for the best as the engine does.
"""

import json
import sys
from pathlib import Path

import joblib
import numpy
import pandas
from sklearn import metrics
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score, train_test_split

from bench_search import search
from bench_sklearn import pipeline, split_columns

SEED, FOLDS, RESAMPLES, REPEATS = 42, 5, 1000, 5


def main(path: str, target_name: str, task: str, model_name: str, folder: Path) -> None:
    frame = pandas.read_csv(path)
    profile = json.loads(frame.describe(include="all").to_json()) | {"missing": frame.isna().sum().to_dict()}
    features, target = split_columns(frame, target_name)
    classify = task == "classification"
    learnt, tested, known, truth = train_test_split(features, target, test_size=0.25, random_state=SEED,
                                                    stratify=target if classify else None)
    folds = (StratifiedKFold if classify else KFold)(FOLDS, shuffle=True, random_state=SEED)
    score = "accuracy" if classify else "r2"
    if model_name == "auto":
        model, leaderboard = search(learnt, known, task, SEED)
    else:
        model, leaderboard = pipeline(learnt, task, model_name, SEED), None
    model.fit(learnt, known)
    baseline = (DummyClassifier(strategy="prior") if classify else DummyRegressor()).fit(learnt, known)
    # Trees use all processors themselves.
    validated = cross_val_score(model, learnt, known, cv=folds, scoring=score)
    measured, right = measure(model, tested, truth, classify)
    measured_baseline, right_baseline = measure(baseline, tested, truth, classify)
    importance = permutation_importance(model, tested, truth, n_repeats=REPEATS, random_state=SEED, scoring=score)
    order = numpy.argsort(-importance.importances_mean)
    sample = floats(tested.sample(min(100, len(tested)), random_state=SEED))
    dependence = {}
    for column in [learnt.columns[index] for index in order[:5]]:
        averages = partial_dependence(model, sample, [column], grid_resolution=12, kind="average",
                                      categorical_features=words(learnt) or None)
        dependence[column] = [values.tolist() for values in (averages["grid_values"][0], averages["average"])]
    report = {
        "profile": profile, "scores": measured, "baseline": measured_baseline, "leaderboard": leaderboard,
        "interval": interval(right, truth, classify), "gain": interval(right - right_baseline, truth, classify),
        "cross_validation": validated.tolist(), "dependence": dependence,
        "importance": {learnt.columns[index]: importance.importances[index].tolist() for index in order},
    }
    folder.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, folder / "model.joblib", compress=3)
    (folder / "report.json").write_text(json.dumps(report, default=float))
    print(json.dumps(measured["accuracy" if classify else "r2"]))


def words(features: pandas.DataFrame) -> list[str]:
    return [name for name in features.columns if not pandas.api.types.is_numeric_dtype(features[name])]


def floats(features: pandas.DataFrame) -> pandas.DataFrame:
    """Whole numbers as others, which partial dependence asks for."""
    return features.astype({name: float for name in features.select_dtypes("number").columns})


def measure(model, rows: pandas.DataFrame, truth: pandas.Series, classify: bool) -> tuple[dict, numpy.ndarray]:
    """Every score, and for each row what the score that decides is made of."""
    predicted = model.predict(rows)
    if not classify:
        errors = (truth.to_numpy() - predicted) ** 2
        return {"r2": metrics.r2_score(truth, predicted), "mse": metrics.mean_squared_error(truth, predicted),
                "mae": metrics.mean_absolute_error(truth, predicted)}, errors
    shares = model.predict_proba(rows)
    scores = {"accuracy": metrics.accuracy_score(truth, predicted), "log_loss": metrics.log_loss(truth, shares, labels=model.classes_)}
    scores |= dict(zip(("precision", "recall", "f1"), metrics.precision_recall_fscore_support(truth, predicted, average="macro",
                                                                                             zero_division=0)[:3], strict=True))
    two = len(model.classes_) == 2
    scores["roc_auc"] = metrics.roc_auc_score(truth, shares[:, 1] if two else shares, multi_class="ovr")
    scores["confusion"] = metrics.confusion_matrix(truth, predicted).tolist()
    for index, label in list(enumerate(model.classes_))[1 if two else 0:][:10]:
        scores[f"roc {label}"] = [points.tolist() for points in metrics.roc_curve(truth == label, shares[:, index])[:2]]
        scores[f"pr {label}"] = [points.tolist() for points in metrics.precision_recall_curve(truth == label, shares[:, index])[:2]]
    return scores, (truth.to_numpy() == predicted).astype(float)


def interval(parts: numpy.ndarray, truth: pandas.Series, classify: bool) -> list[float]:
    """Percentiles of a bootstrap over the held-out rows."""
    random = numpy.random.default_rng(SEED)
    spread = None if classify else (truth.to_numpy() - truth.mean()) ** 2
    found = []
    for _ in range(RESAMPLES):
        drawn = random.integers(0, len(parts), len(parts))
        found.append(parts[drawn].mean() if classify else 1 - parts[drawn].sum() / spread[drawn].sum())
    return numpy.percentile(found, [2.5, 97.5]).tolist()


if __name__ == "__main__":
    main(*sys.argv[1:5], Path(sys.argv[5]))
