"""Fitting and predicting, family by family."""

import pandas
from sklearn.model_selection import train_test_split

import bench_trees
from bench_data import Data, load
from bench_ours import SCRATCH, Engine
from bench_pairs import in_turns, milliseconds, ratio, times, verdict
from bench_sklearn import families, pipeline, split_columns
from measure_report import table
from progress import step

# Against scikit-learn; the others have no target of their own.
FIT_TARGETS = {"logistic": 3.0, "random_forest": 3.0, "gradient_boosting": 3.0}
PREDICTED = ["logistic", "ridge", "random_forest", "gradient_boosting"]


def tables(quick: bool) -> str:
    names = ["iris", "diabetes"] if quick else ["breast_cancer", "digits", "passengers", "gems"]
    rounds = 1 if quick else 5
    fits, predictions = [], []
    for data in map(load, names):
        # One process for each data set: what is left of an earlier one is not carried along.
        with step(f"fitting and predicting {data.name}"), Engine() as engine:
            for family in families(data):
                fits.append(_fit(data, family, engine, rounds))
            predictions += [_predict(data, family, engine, rounds) for family in PREDICTED if family in families(data)]
    return "\n\n".join([
        table(["fit, from columns in memory to a fitted pipeline", "Stint, ms", "scikit-learn, ms", "ratio", "target"], fits),
        table(["predict, from a CSV to a CSV with predictions", "Stint, ms", "scikit-learn, ms", "ratio"], predictions),
        bench_trees.tables(quick),
    ])


def _parameters(data: Data, family: str) -> dict:
    return {"target": data.target, "task": data.task, "model_type": family, "test_fraction": 0.25}


def _fit(data: Data, family: str, engine: Engine, rounds: int) -> list[str]:
    features, target = split_columns(data.frame(), data.target)
    stratify = target if data.task == "classification" else None
    learnt, _, known, _ = train_test_split(features, target, test_size=0.25, random_state=0, stratify=stratify)

    def ours() -> float:
        answer = engine.ask("train", file=str(data.path), parameters=_parameters(data, family), until="validating")
        return answer["stages"]["fitting"]

    def theirs() -> float:
        model = pipeline(learnt, data.task, family, 0)
        return milliseconds(lambda: model.fit(learnt, known))

    found = in_turns({"ours": ours, "theirs": theirs}, rounds)
    times_as_fast, goal = ratio(found["ours"], found["theirs"]), FIT_TARGETS.get(family)
    shown = verdict(times_as_fast, goal) if goal else f"{times_as_fast:.1f}×"
    return [f"{data.title}: {family}", times(found["ours"]), times(found["theirs"]), shown, f"{goal:.0f}×" if goal else "–"]


def _predict(data: Data, family: str, engine: Engine, rounds: int) -> list[str]:
    model, ours_out, theirs_out = (str(SCRATCH / name) for name in ("model.stint", "ours.csv", "theirs.csv"))
    engine.ask("train", file=str(data.path), parameters=_parameters(data, family) | {"folds": 2}, save=model)
    features, target = split_columns(data.frame(), data.target)
    fitted = pipeline(features, data.task, family, 0).fit(features, target)

    def theirs() -> None:
        frame = pandas.read_csv(data.path)
        rows, _ = split_columns(frame, data.target)
        frame["prediction"] = fitted.predict(rows)
        if data.task == "classification":
            shares = pandas.DataFrame(fitted.predict_proba(rows), columns=[f"probability_{label}" for label in fitted.classes_])
            frame = pandas.concat([frame, shares], axis="columns")
        frame.to_csv(theirs_out, index=False)

    found = in_turns({
        "ours": lambda: engine.ask("score", model=model, file=str(data.path), out=ours_out)["total"],
        "theirs": lambda: milliseconds(theirs),
    }, rounds)
    return [f"{data.title}: {family}", times(found["ours"]), times(found["theirs"]), f"{ratio(found['ours'], found['theirs']):.1f}×"]
