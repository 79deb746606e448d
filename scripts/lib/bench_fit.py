"""Fitting and predicting, family by family."""

import json

import numpy
import onnxruntime
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
        table(["predict, from a CSV to a CSV with predictions", "Stint, ms", "scikit-learn, ms", "ratio", "onnxruntime, ms", "ratio"],
              predictions),
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
    model, ours_out = (str(SCRATCH / name) for name in ("model.stint", "ours.csv"))
    engine.ask("train", file=str(data.path), parameters=_parameters(data, family) | {"folds": 2}, save=model)
    features, target = split_columns(data.frame(), data.target)
    fitted = pipeline(features, data.task, family, 0).fit(features, target)
    labels = [f"probability_{label}" for label in fitted.classes_] if data.task == "classification" else []

    def theirs() -> None:
        frame = pandas.read_csv(data.path)
        rows, _ = split_columns(frame, data.target)
        _write(frame, fitted.predict(rows), fitted.predict_proba(rows) if labels else None, labels)

    # The same model as ours, in another runtime.
    session = onnxruntime.InferenceSession(SCRATCH / "model.onnx", providers=["CPUExecutionProvider"])
    columns = json.loads(session.get_modelmeta().custom_metadata_map["columns"])

    def onnx() -> None:
        frame = pandas.read_csv(data.path)
        feeds = {value.name: _cells(frame[columns[value.name]], value.type) for value in session.get_inputs()}
        predictions, *shares = session.run(None, feeds)
        _write(frame, predictions.reshape(-1), shares[0] if labels else None, labels)

    found = in_turns({
        "ours": lambda: engine.ask("score", model=model, file=str(data.path), out=ours_out)["total"],
        "theirs": lambda: milliseconds(theirs),
        "onnx": lambda: milliseconds(onnx),
    }, rounds)
    ours = found.pop("ours")
    beside = [cell for way in found.values() for cell in (times(way), f"{ratio(ours, way):.1f}×")]
    return [f"{data.title}: {family}", times(ours), *beside]


def _cells(column: pandas.Series, kind: str) -> numpy.ndarray:
    """A column as the ONNX file takes it."""
    cells = column.to_numpy(numpy.float32) if kind == "tensor(float)" else column.fillna("").astype(str).to_numpy(object)
    return cells.reshape(-1, 1)


def _write(frame: pandas.DataFrame, predictions: numpy.ndarray, shares: numpy.ndarray | None, labels: list[str]) -> None:
    """Rows, predictions and probabilities as a CSV."""
    frame["prediction"] = predictions
    if shares is not None:
        frame = pandas.concat([frame, pandas.DataFrame(shares, columns=labels)], axis="columns")
    frame.to_csv(SCRATCH / "theirs.csv", index=False)
