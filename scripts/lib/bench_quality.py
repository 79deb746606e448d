"""How good the models are beside scikit-learn's, over several random divisions of each data set.

Both sides learn from 95 % of the same training rows, each leaving out others (the engine always holds some back), and predict the
same test rows.
"""

import statistics

import numpy
import pandas
from sklearn.metrics import accuracy_score, log_loss, r2_score
from sklearn.model_selection import train_test_split

from bench_data import Data, load
from bench_ours import SCRATCH, Engine
from bench_sklearn import families, pipeline, split_columns
from measure_report import table
from progress import step

HELD_BACK = 0.05
# Signs make larger differences better ones.
MEASURES = {"classification": {"log loss": -1, "accuracy": 1}, "regression": {"R²": 1}}


def tables(quick: bool) -> str:
    names = ["iris"] if quick else ["iris", "wine", "breast_cancer", "digits", "diabetes", "passengers", "gems"]
    rows = []
    for data in map(load, names):
        with step(f"quality on {data.name}"), Engine() as engine:
            # More divisions where they are cheap.
            seeds = range(2 if quick else 5 if data.name in ("digits", "gems") else 10)
            for family in families(data):
                rows += _compare(data, family, engine, seeds)
    worse = sum(row[-1].startswith("**") for row in rows)
    note = ("Difference: the mean over 10 divisions, 5 of digits and gems, ± its standard error, positive where Stint is better; bold where "
            f"Stint is worse by more than one standard error: {worse} of {len(rows)} rows. With equal models about one in six would be.")
    return table(["test rows", "measure", "Stint", "scikit-learn", "difference"], rows) + f"\n\n{note}"


def _compare(data: Data, family: str, engine: Engine, seeds: range) -> list[list[str]]:
    found = [_scores(data, family, engine, seed) for seed in seeds]
    rows = []
    for measure, sign in MEASURES[data.task].items():
        ours, theirs = ([scores[side][measure] for scores in found] for side in (0, 1))
        gains = [sign * (our - their) for our, their in zip(ours, theirs, strict=True)]
        mean, error = statistics.mean(gains), statistics.stdev(gains) / len(gains) ** 0.5
        shown = f"{mean:+.4f} ± {error:.4f}"
        rows.append([f"{data.name}: {family}", measure, f"{statistics.mean(ours):.4f}", f"{statistics.mean(theirs):.4f}",
                     f"**{shown}**" if mean < -error else shown])
    return rows


def _scores(data: Data, family: str, engine: Engine, seed: int) -> tuple[dict, dict]:
    """Ours and scikit-learn's."""
    frame = data.frame()
    stratify = frame[data.target] if data.task == "classification" else None
    learnt, tested = train_test_split(frame, test_size=0.25, random_state=seed, stratify=stratify)
    files = {name: str(SCRATCH / name) for name in ("learnt.csv", "tested.csv", "model.stint", "scored.csv")}
    # Named by the seed, so that the engine's process reads it anew.
    files["learnt.csv"] = str(SCRATCH / f"{data.name}-{seed}.csv")
    learnt.to_csv(files["learnt.csv"], index=False)
    tested.to_csv(files["tested.csv"], index=False)
    parameters = {"target": data.target, "task": data.task, "model_type": family, "test_fraction": HELD_BACK, "folds": 2, "seed": seed}
    engine.ask("train", file=files["learnt.csv"], parameters=parameters, save=files["model.stint"])
    engine.ask("score", model=files["model.stint"], file=files["tested.csv"], out=files["scored.csv"])
    scored = pandas.read_csv(files["scored.csv"])
    kept, _ = train_test_split(learnt, test_size=HELD_BACK, random_state=seed)
    features, target = split_columns(kept, data.target)
    model = pipeline(features, data.task, family, seed).fit(features, target)
    rows, truth = split_columns(tested, data.target)
    if data.task == "regression":
        return {"R²": r2_score(truth, scored[f"predicted_{data.target}"])}, {"R²": r2_score(truth, model.predict(rows))}
    labels = model.classes_
    ours = scored[[f"probability_{label}" for label in labels]].to_numpy()
    return tuple({"log loss": log_loss(truth, shares, labels=labels),
                  "accuracy": accuracy_score(truth, labels[numpy.argmax(shares, axis=1)])}
                 for shares in (ours, model.predict_proba(rows)))
